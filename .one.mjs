import { rollup } from 'rollup';
import cfg from '/work/main/rollup.config.js';
import { brotliCompressSync } from 'node:zlib';
const want = process.argv[2];
for (const c of cfg.filter(c => !want || c.output.file === `cdn/${want}.js`)) {
  if (!c.output.file || c.output.file.split('/').length>2) continue;
  const b = await rollup({...c, onwarn(){}}); const { output } = await b.generate(c.output);
  console.log(c.output.file, output[0].code.length, brotliCompressSync(output[0].code).length);
  if (want) for (const [k,v] of Object.entries(output[0].modules)) if (!k.includes('node_modules')) console.log('  ', k.replace('/work/main/',''), v.renderedLength, brotliCompressSync(v.code??'').length);
}
