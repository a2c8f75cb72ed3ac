import { rollup } from 'rollup';
import { pathToFileURL } from 'node:url';
const { default: configs } = await import(pathToFileURL('./rollup.config.js'));
const wanted = process.argv.slice(2);
const all = [configs].flat();
const chosen = all.filter((c, i) => (wanted.includes('dist') && i === 0) || [c.output].flat().some((o) => wanted.some((w) => o.file?.endsWith('/' + w))));
for (const c of chosen) { const b = await rollup({ ...c, onwarn() {} }); for (const o of [c.output].flat()) await b.write(o); await b.close(); }
