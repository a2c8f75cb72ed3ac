/**
 * `npm run hear`: what a screen reader says of each element, in English and Spanish, while it is read and used by keys. Orca listens, on
 * Debian, as root: a user is made for it, since there is one Orca for each user. Transcripts go to tests/heard/, where a change of
 * wording shows as a change of what is heard. Orca, a screen without a monitor and what they need are installed first (about 170 MB).
 *
 * `npm run hear -- stage-guide keeping` hears these flows only, and `--lang=es` one language. `--browser=firefox` asks another browser
 * than Chromium, and `--to=FOLDER` writes elsewhere.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { aptInstall, isDebianRoot } from '../apt.js';
import { firefoxAlone } from '../browser-settings.js';
import { findBrowser } from '../browsers.js';
import { buildIfStale } from '../build-if-stale.js';
import { serve } from '../serve.js';
import { flows } from './flows.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const packages = ['orca', 'openbox', 'xdotool', 'xvfb', 'dbus-daemon', 'at-spi2-core'];
const user = 'alongside-hearer';
const languages = { en: { title: 'A page', after: 'After' }, es: { title: 'Una página', after: 'Después' } };

/** What makes a Firefox quiet that a person would see: what opens beside the page would be heard. */
const firefoxQuiet = {
  ...firefoxAlone,
  'accessibility.force_disabled': -1,
  'browser.shell.checkDefaultBrowser': false,
  'browser.translations.enable': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'general.smoothScroll': false,
  'security.sandbox.warn_unprivileged_namespaces': false,
  'termsofuse.bypassNotification': true,
  'ui.caretBlinkTime': 0,
  'ui.prefersReducedMotion': 1,
};

/** How each browser is started: arguments, in which `{profile}` stands for a folder, and files of that folder. */
const browsers = {
  chromium: {
    args: [
      '--no-sandbox',
      '--test-type',
      '--no-first-run',
      '--force-renderer-accessibility',
      '--user-data-dir={profile}',
    ]
      .concat(['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu'])
      .concat(['--password-store=basic', '--disable-features=Translate,MediaRouter'])
      .concat(['--force-prefers-reduced-motion', '--window-size=1200,950']),
    profile: { 'Default/Preferences': JSON.stringify({ translate: { enabled: false } }) },
  },
  firefox: {
    args: ['--no-remote', '--profile', '{profile}'],
    profile: {
      'user.js': Object.entries(firefoxQuiet)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    },
  },
};

/** All words of a language by section, as the flows ask for them. */
function wordsOf(lang) {
  const folder = join(root, 'src/content', lang);
  const sections = readdirSync(folder).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ]);
  return { ...Object.fromEntries(sections), after: languages[lang].after };
}

const pageOf = (lang, { head = '', markup }) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${languages[lang].title}</title>${head}
<script type="module" src="/cdn/all.js"></script></head>
<body><h1>${languages[lang].title}</h1>${markup}<p><a href="#after">${languages[lang].after}</a></p></body></html>`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'string', default: 'chromium' }, lang: { type: 'string' }, to: { type: 'string' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(flows);
  const unknown = names.find((name) => !flows[name]);
  if (unknown) throw new Error(`There is no flow “${unknown}”. There are: ${Object.keys(flows).join(', ')}.`);
  if (!browsers[values.browser]) throw new Error(`Orca is heard in ${Object.keys(browsers).join(' or ')}.`);
  if (!isDebianRoot()) throw new Error('A screen reader can be heard on Debian only, and by root.');
  if (spawnSync('which', ['orca', 'xdotool', 'openbox', 'Xvfb']).status !== 0) aptInstall(packages);
  const browser = await findBrowser(values.browser);
  if (!browser) throw new Error(`This machine has no ${values.browser}. npm run setup ${values.browser} gets one.`);
  if (!buildIfStale()) return 1;

  const langs = Object.keys(languages).filter((lang) => !values.lang || lang === values.lang);
  const made = mkdtempSync(join(tmpdir(), 'alongside-heard-'));
  const home = mkdtempSync(join(tmpdir(), 'alongside-hear-'));
  for (const lang of langs) {
    mkdirSync(join(made, lang));
    for (const name of names) writeFileSync(join(made, lang, `${name}.html`), pageOf(lang, flows[name]));
  }
  const site = await serve({
    root: made,
    folders: { '/heard/': made, '/cdn/': join(root, 'cdn'), '/demo/': join(root, 'demo') },
  });
  try {
    if (spawnSync('id', [user]).status !== 0) spawnSync('useradd', ['--create-home', user]);
    spawnSync('mkdir', ['-p', '-m', '1777', '/tmp/.X11-unix']);
    for (const file of readdirSync(here)) cpSync(join(here, file), join(home, file));
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(home, 'hear.json'),
      JSON.stringify({
        address: site.address,
        host: new URL(site.address).host,
        path: browser.path,
        ...browsers[values.browser],
        pages: langs.flatMap((lang) =>
          names.map((name) => ({ name, lang, title: languages[lang].title, say: wordsOf(lang) })),
        ),
      }),
    );
    spawnSync('chown', ['-R', user, home]);
    const env = { PATH: process.env.PATH, HOME: home, USER: user, HEAR_NODE: process.execPath };
    // The site answers meanwhile.
    const desktop = ['-u', user, '--preserve-environment', '--', 'dbus-run-session', '--', join(home, 'session.sh')];
    const [status] = await once(spawn('runuser', desktop, { env, cwd: home, stdio: 'inherit' }), 'exit');
    for (const lang of langs)
      cpSync(join(home, 'heard', lang), resolve(values.to ?? join(root, 'tests/heard'), lang), { recursive: true });
    return status;
  } finally {
    await site.close();
    for (const folder of [made, home]) rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
