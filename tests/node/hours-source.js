/** The opening hours, compiled from their sources: nothing that is built for Node to import leads to them alone. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { outputFiles } = await build({
  stdin: {
    contents: "export * from './open-state.js'; export * from './week.js'; export * from './time-zone.js';",
    resolveDir: fileURLToPath(new URL('../../src/services/hours', import.meta.url)),
  },
  bundle: true,
  format: 'esm',
  target: 'es2022',
  write: false,
});
const compiled = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;

export const { openState, weekOf } = await import(compiled);

/** A service with schedules of its own only. */
export const withHours = (...schedules) => ({ schedules, locations: [] });

/** A service with places only, each with its schedules. */
export const withPlaces = (...places) => ({
  schedules: [],
  locations: places.map((schedules) => ({ schedules, accessibility: [] })),
});

const clocks = new Map();

/** What a clock in the zone shows, as `YYYY-MM-DDTHH:MM`: by another way than the one that is tested. Swedish writes dates in that order. */
export function wallClock(zone, time) {
  if (!clocks.has(zone)) {
    clocks.set(zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }));
  }
  return clocks.get(zone).format(time).replace(' ', 'T');
}

/** Every time at which the clock shows that, found by looking: none where it is skipped, two where it comes twice. */
export function timesOf(zone, wall) {
  const about = Date.parse(`${wall}Z`);
  const times = [];
  for (let minutes = -16 * 60; minutes <= 16 * 60; minutes += 15) {
    const time = about + minutes * 60_000;
    if (wallClock(zone, time) === wall) times.push(time);
  }
  return times;
}

/** The one time at which the clock shows that. */
export function at(zone, wall) {
  const times = timesOf(zone, wall);
  if (times.length !== 1) throw new Error(`${wall} comes ${times.length} times in ${zone}`);
  return times[0];
}
