/**
 * What a trace of Chromium says about a leaving. All its times are from one clock, in microseconds: when the key was
 * released, when a frame was on screen, when the first script of the new page ran.
 *
 * The blank frame is found in pictures: Chromium adds one of every frame that differs from the one before. A picture names
 * the tick of the screen that its frame was drawn for; when that frame was on screen stands in an event of its own. So
 * it does not count what a page asked for, but what was to be seen.
 */

/** What the trace has to hold. */
export const categories = [
  'disabled-by-default-devtools.screenshot',
  'blink.user_timing',
  'benchmark',
  'input',
  'latencyInfo',
  'viz',
];

function needed(value, what) {
  if (value === undefined) throw new Error(`The trace holds no ${what}.`);
  return value;
}

/** When the frame was on screen that was drawn for a tick of the screen. */
function shownAt(events, tick) {
  const begun = events.find(
    ({ name, args }) => name === 'DisplayScheduler::BeginFrame' && args.args.deadline_us === tick,
  );
  const after = needed(begun, 'begin of the frame of a picture').ts;
  const drawn = events.find(({ name, ts }) => name === 'Display::DrawAndSwap' && ts >= after);
  const end = needed(drawn, 'drawing of the frame of a picture').ts + drawn.dur;
  return needed(
    events.find(({ name, ts }) => name === 'Display::FrameDisplayed' && ts >= end),
    'display of the frame of a picture',
  ).ts;
}

/** When the first frame was on screen to which the last release of a key led, by Chromium's own account. */
function firstFrameOfKey(events) {
  const latencies = events.filter(({ name }) => name === 'EventLatency');
  const begun = latencies.findLast(({ ph, args }) => ph === 'b' && args.event_latency?.event_type === 'KEY_RELEASED');
  const isItsEnd = ({ ph, ts, pid, id2 }) =>
    ph === 'e' && ts >= begun.ts && pid === begun.pid && id2.local === begun.id2.local;
  return begun && latencies.find(isItsEnd)?.ts;
}

/**
 * @param events of the trace, in the order of time.
 * @param colorsOf tells how much of a picture (JPEG, base64) is `colored` and how much is `white`.
 * @returns milliseconds after the last release of the key: `blank`, the first frame without the page; `answer`, the first
 * frame to which the key led; `script`, the first script of the new page. And the milliseconds that a `frame` lasts.
 */
export async function read(events, colorsOf) {
  const released = events.filter(({ name, ph }) => name === 'InputLatency::KeyUp' && ph === 'b');
  if (released.length !== 3) throw new Error(`The trace holds ${released.length} releases of a key, not 3.`);
  const key = released[2].ts;
  const since = (time) => (time === undefined ? undefined : (time - key) / 1000);

  const pictures = events
    .filter(({ name, args }) => name === 'Screenshot' && args.snapshot)
    .map(({ args }) => ({ tick: args.expected_display_time, picture: args.snapshot }))
    .sort((a, b) => a.tick - b.tick);
  let before;
  let blank;
  for (const { tick, picture } of pictures) {
    const { colored, white } = await colorsOf(picture);
    if (tick <= key) before = colored;
    else if (colored === 0 && white > 0.99) blank ??= shownAt(events, tick);
    else if (blank !== undefined) throw new Error('The page was to be seen again after the blank frame.');
  }
  if (!(before > 0.5)) throw new Error('The page was not to be seen before the key either.');

  const { args } = needed(
    events.find(({ name }) => name === 'DisplayScheduler::BeginFrame'),
    'frame',
  );
  const script = events.find(({ name, cat }) => name === 'elsewhere' && cat.includes('user_timing'));
  return {
    blank: since(needed(blank, 'blank frame')),
    answer: since(firstFrameOfKey(events)),
    script: since(needed(script, 'script of the new page').ts),
    frame: args.args.interval_us / 1000,
  };
}
