/**
 * What `npm install` brings, where somebody installs it: a page of their own that draws with the oldest Lit that we take. First the elements
 * alone, then the command line with them. Both come from their tarballs; what they depend on comes from the npm registry, and without it all
 * of this is skipped.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { budgets, bytesIn, weightProblems } from '../../tools/check-weight.js';
import { serve } from '../../tools/serve.js';
import { inRepository, launch } from '../pages/support.js';
import { npm, pack, run } from './install.js';

const made = mkdtempSync(join(tmpdir(), 'alongside-installed-'));
after(() => rmSync(made, { recursive: true, force: true }));

const own = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];
const elements = pack('.', made);
const commandLine = pack('cli', made);

/** A folder with the page, its own Lit, and packages of ours. Returns why that could not be done, if the registry is the reason. */
function install(folder, ...tarballs) {
  cpSync(inRepository('tests/consumers/lit'), folder, { recursive: true });
  return npm(folder, 'ci') ?? npm(folder, 'install', '--no-save', ...tarballs);
}
const page = join(made, 'page');
const tools = join(made, 'build');
const skip = install(page, elements) ?? install(tools, elements, commandLine) ?? false;

/** Every package that is installed in a folder, `{ name, version, path }`, also those inside of others. */
function packagesIn(folder) {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return [];
  return readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    )
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const path = join(modules, name);
      const { version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return [{ name, version, path }, ...packagesIn(path)];
    });
}

const weigh = (folder) => packagesIn(folder).map(({ path }) => bytesIn(path));
const copiesOf = (folder, names) =>
  packagesIn(folder)
    .filter(({ name }) => names.includes(name))
    .map(({ name, version }) => `${name}@${version}`)
    .sort();
/** What Node says of a module in a folder. */
const node = (folder, code) => run(process.execPath, ['--input-type=module', '--eval', code], folder);
const rendering = `
  import { render } from 'alongside-elements/render';
  const { html } = await render('<stage-guide></stage-guide>');
  console.log(html.includes('shadowrootmode') && html.includes('Preparation'));`;

describe('the elements, installed', { skip }, () => {
  it('are within their budget, with all that they bring', () => {
    assert.deepEqual(weightProblems(budgets[0], weigh(page)), []);
  });

  it('leave one copy of Lit, the page’s own', () => {
    const { dependencies } = JSON.parse(readFileSync(join(page, 'package.json'), 'utf8'));
    assert.deepEqual(copiesOf(page, own), own.map((name) => `${name}@${dependencies[name]}`).sort());
  });

  it('have no command line, and say what to install', () => {
    const alongside = run(join(page, 'node_modules/.bin/alongside'), ['check', 'pack.json'], page);
    assert.equal(alongside.status, 1);
    assert.match(alongside.said, /npm install --save-dev alongside-elements-cli@\d/);
    const { ok, said } = node(page, rendering);
    assert.ok(!ok);
    assert.match(
      said,
      /alongside-elements-cli, which is not installed\. .*npm install --save-dev alongside-elements-cli@\d/,
    );
  });

  describe('in the page', () => {
    let browser;
    let site;
    before(async () => {
      const outdir = join(page, 'built');
      // As Lit is while somebody works on a page: it then warns of a second copy.
      const conditions = ['development', 'browser'];
      const options = { bundle: true, splitting: true, format: 'esm', target: 'es2022', conditions, outdir };
      await build({ ...options, entryPoints: [join(page, 'page.js')], nodePaths: [], logLevel: 'error' });
      const body = '<own-greeting name="Ada"></own-greeting><stage-guide>Call 988</stage-guide>';
      const script = '<script type="module" src="page.js"></script>';
      writeFileSync(join(outdir, 'index.html'), `<!doctype html><html lang="en"><body>${body}${script}</body></html>`);
      browser = await launch();
      site = await serve({ root: outdir });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    it('draw with the Lit that the page draws with, and are used', async () => {
      const tab = await browser.newPage();
      const said = [];
      tab.on('pageerror', ({ message }) => said.push(message));
      tab.on('console', (message) => said.push(message.text()));
      await tab.goto(`${site.address}/index.html`);
      await tab.locator('stage-guide #tab-preparation .name').click();
      await tab.locator('stage-guide[stage=preparation]').waitFor();
      const greeting = tab.locator('own-greeting');
      assert.equal(await greeting.evaluate(({ shadowRoot }) => shadowRoot.textContent), 'Hello, Ada');
      const versions = await tab.evaluate(() => globalThis.litHtmlVersions);
      assert.equal(versions.length, 1, versions.join());
      assert.deepEqual(
        said.filter((text) => /multiple|error/i.test(text)),
        [],
      );
    });
  });
});

describe('the command line, installed', { skip }, () => {
  const command = (...args) => run(join(tools, 'node_modules/.bin/alongside-elements-cli'), args, tools);

  it('is within its budget, with the elements and all that both bring', () => {
    assert.deepEqual(weightProblems(budgets[1], weigh(tools)), []);
  });

  it('has one copy of Lit and of the elements', () => {
    assert.equal(copiesOf(tools, own).length, own.length);
    assert.equal(copiesOf(tools, ['alongside-elements']).length, 1);
  });

  it('says its version, and lists its commands', () => {
    const { version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
    assert.equal(command('--version').stdout.trim(), version);
    assert.match(command('--help').stdout, /check[^]*new-pack[^]*render[^]*snapshot/);
  });

  it('writes a pack, checks it, and finds what is wrong with it', () => {
    assert.equal(command('new-pack', 'stages').status, 0);
    const checked = command('check', 'stages.jsonc', '--strict', '--out', 'stages.json');
    assert.equal(checked.status, 0, checked.said);
    writeFileSync(join(tools, 'wrong.json'), '{ "stages": 5 }');
    assert.equal(command('check', 'wrong.json').status, 1);
  });

  it('makes a snapshot', () => {
    cpSync(inRepository('tests/fixtures/cli/ohana'), join(tools, 'data'), { recursive: true });
    const { status, said } = command('snapshot', 'data', '--out', 'services.json', '--timezone', 'America/New_York');
    assert.equal(status, 0, said);
    assert.equal(JSON.parse(readFileSync(join(tools, 'services.json'), 'utf8')).alongside, 'services');
  });

  it('renders a page, as a command and as a function, by the name in either package', () => {
    const file = join(tools, 'public/page.html');
    mkdirSync(dirname(file));
    writeFileSync(file, '<!doctype html><html lang="es"><body><stage-guide></stage-guide></body></html>');
    const { status, said } = command('render', 'public/page.html', '--out', 'public/page.html');
    assert.equal(status, 0, said);
    assert.match(readFileSync(file, 'utf8'), /shadowrootmode[^]*lang="es"|lang="es"[^]*shadowrootmode/);
    for (const name of ['alongside-elements', 'alongside-elements-cli']) {
      const { stdout, said } = node(tools, rendering.replace("'alongside-elements/", `'${name}/`));
      assert.equal(stdout.trim(), 'true', said);
    }
  });
});
