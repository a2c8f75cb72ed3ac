/**
 * `npm run new-language vi` begins a translation: a file for each file in English, a draft without a reviewer, in which every text is there in English
 * and begins with `en: `. A translator writes over it. What still begins so is missing: pages show it in English, and `npm run translations` lists it. A file
 * is shown at all once `words.draft` is translated.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, startTranslation } from './start-translation.js';
import { untranslated } from './translations.js';

const [code = ''] = process.argv.slice(2);
if (!/^[a-z]{2,3}$/.test(code) || existsSync(folder(code))) {
  const known =
    existsSync(folder(code)) && code
      ? `src/content/${code}/ is there already.`
      : 'Name it by its code, in two or three letters:';
  console.error(`${known} npm run new-language vi`);
  process.exit(1);
}
mkdirSync(folder(code));
for (const file of readdirSync(folder('en'))) writeFileSync(join(folder(code), file), await startTranslation(file));
console.log(`src/content/${code}/ is there, a draft with every text in English. Write over what begins with "${untranslated}", words.draft first.
Then: npm run languages, npm run translations, npm run build. Only a reviewer sets "status": "reviewed".`);
