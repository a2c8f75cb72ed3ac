/**
 * Within the desktop of session.sh: opens the page of each flow, presses keys as a person would, and writes down what Orca says after
 * each. `$HOME/hear.json` says what to do (see hear.js). Uses Node's own modules only, since it runs in a folder of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flows, hear } from './flows.js';

const { HOME: home, HEAR_EAR: earFile } = process.env;
const task = JSON.parse(readFileSync(join(home, 'hear.json'), 'utf8'));
const uid = process.getuid();

const sleep = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

let read = 0;
/** What was said since this was last asked: `{ text, lang }`. */
function heard() {
  const all = readFileSync(earFile, 'utf8');
  const end = all.lastIndexOf('\n') + 1;
  const lines = all.slice(read, end);
  read = end;
  return lines.split('\n').filter(Boolean).map(JSON.parse);
}

/** What the browser, Orca and the accessibility bus have used of the processor so far, and whether one of them is at work now. */
function work() {
  let ticks = 0;
  let busy = false;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && +name !== process.pid)) {
    try {
      if (statSync(`/proc/${id}`).uid !== uid) continue;
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1).split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
      busy ||= fields[0] === 'R';
    } catch {
      // It has ended meanwhile.
    }
  }
  return { ticks, busy };
}

/**
 * What is said until nothing more comes and nobody is at work on more, however busy the machine is. Times in seconds.
 *
 * @param options.until waits for these words, too.
 */
function listen({ quiet = 0.4, least = 0.5, most = 12, until } = {}) {
  const start = Date.now();
  let last = start;
  let { ticks } = work();
  const all = [];
  for (;;) {
    const news = heard();
    const now = work();
    if (news.length > 0 || now.busy || now.ticks - ticks > 1) last = Date.now();
    ticks = now.ticks;
    all.push(...news);
    const since = (time) => (Date.now() - time) / 1000;
    const isThere = !until || all.some(({ text }) => text.includes(until));
    if ((isThere && since(start) >= least && since(last) >= quiet) || since(start) > most) return all;
    sleep(100);
  }
}

/** The lines of a transcript. What is in another language than the page says which. */
const linesOf = (said, lang) =>
  said
    .map((one) => ({ ...one, text: one.text.split(/\s+/).join(' ').replaceAll(task.host, '').trim() }))
    .filter(({ text }) => text)
    .map((one) => `    ${one.text}${one.lang && !one.lang.startsWith(lang) ? `  [${one.lang}]` : ''}`);

const xdotool = (...args) => spawnSync('xdotool', args);

class Page {
  #lines = [];
  #lang;
  #hasKeys = false;
  #browser;

  constructor(name, lang, title) {
    this.#lang = lang;
    const profile = join(home, `profile-${lang}-${name}`);
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(join(profile, 'Default'), { recursive: true });
    for (const [file, text] of Object.entries(task.profile)) writeFileSync(join(profile, file), text);
    const args = task.args.map((one) => one.replace('{profile}', profile));
    heard();
    this.#browser = spawn(task.path, [...args, `${task.address}/heard/${lang}/${name}.html`], {
      stdio: 'ignore',
      detached: true,
    });
    // When the name of the window and the first counts come differs each time: no part of the transcript.
    this.#mode(listen({ quiet: 1.5, least: 3, most: 60, until: `Finished loading ${title}` }));
  }

  get text() {
    return `${this.#lines.join('\n')}\n`;
  }

  #mode(said) {
    for (const { text } of said) if (/^(Focus|Browse) mode$/.test(text)) this.#hasKeys = text === 'Focus mode';
  }

  #take(label, said) {
    this.#mode(said);
    const lines = linesOf(said, this.#lang);
    this.#lines.push(`> ${label}`, ...(lines.length > 0 ? lines : ['    (silence)']), '');
    return said;
  }

  /** Presses a key and listens. Names are those of X. `label` is what the transcript calls it. */
  keys(name, { label = name, ...options } = {}) {
    heard();
    xdotool(...(name.includes('+') ? ['key'] : ['key', '--clearmodifiers']), name);
    return this.#take(label, listen(options));
  }

  each(...names) {
    for (const name of names) this.keys(name);
  }

  wait(label, options) {
    heard();
    this.#take(`(${label})`, listen(options));
  }

  type(text) {
    heard();
    xdotool('type', '--delay', '60', text);
    this.#take(`types “${text}”`, listen({ least: 2 }));
  }

  /** Orca reads all there is. */
  sayAll() {
    this.keys('KP_Add', { label: 'all of it, read aloud', quiet: 1, most: 60 });
  }

  /** Orca takes keys again, where a field has them. */
  browse() {
    if (this.#hasKeys) this.keys('Insert+a', { label: 'Insert+a (browse mode)' });
  }

  top() {
    this.browse();
    this.keys('ctrl+Home');
  }

  /** Presses a key until these words are heard. */
  until(key, text, { most = 40 } = {}) {
    for (let presses = 0; presses < most; presses++)
      if (this.keys(key).some((said) => said.text.includes(text))) return true;
    this.#lines.push(`(never heard: ${text})`, '');
    return false;
  }

  close() {
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      try {
        process.kill(-this.#browser.pid, signal);
      } catch {
        break;
      }
      sleep(1500);
    }
    heard();
  }
}

// Orca says so when it is there.
if (!listen({ quiet: 1, most: 40, until: 'Screen reader on' }).some(({ text }) => text.includes('Screen reader on'))) {
  console.error('Orca did not start.');
  process.exit(1);
}
for (const { name, lang, title, say } of task.pages) {
  const started = Date.now();
  const page = new Page(name, lang, title);
  try {
    hear(page, flows[name], say);
  } finally {
    page.close();
    mkdirSync(join(home, 'heard', lang), { recursive: true });
    writeFileSync(join(home, 'heard', lang, `${name}.txt`), page.text);
  }
  console.log(`${lang} ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}
