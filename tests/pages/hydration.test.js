/** Pages that a framework renders on a server and takes over in the browser, after the elements in them are drawn. */
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { worksWith } from '../works-with.js';
import { answer, inRealBrowsers, leadsByKeys } from './leave-site.js';
import { pageOf, untilDrawn, writeInto, writtenIn } from './library-pages.js';
import { root } from './support.js';

/** What both frameworks draw, with a function that makes elements. `count` is changed by the button. */
const tree = `(h, count, onclick) => h('div', { id: 'app' },
  h('safety-checklist', { id: 'plan' }, h('p', {}, 'Call ', h('a', { href: 'tel:988' }, '988'))),
  h('resource-card', { 'resource-id': '988' }, h('p', {}, 'Call ', h('a', { href: 'tel:988' }, '988'))),
  h('p', { id: 'count' }, String(count)),
  h('button', { id: 'more', ...onclick }, 'More'))`;

const treeOf = new Function(`return ${tree}`)();

/** Vue takes what stands inside as one list. */
const inVue = `const inVue = (tag, attributes, ...inside) => h(tag, attributes, inside);`;
const vueTree = (tag, attributes, ...inside) => h(tag, attributes, inside);

const clients = {
  react: `import { createElement, useState } from 'react';
    import { hydrateRoot } from 'react-dom/client';
    const tree = ${tree};
    const App = () => { const [count, set] = useState(0); return tree(createElement, count, { onClick: () => set(count + 1) }); };
    window.hydrate = () => hydrateRoot(document.querySelector('main'), createElement(App));`,
  vue: `import { createSSRApp, h, ref } from 'vue';
    const tree = ${tree};
    ${inVue}
    window.hydrate = () => createSSRApp({ setup() { const count = ref(0); return () => tree(inVue, count.value, { onClick: () => count.value++ }); } }).mount('main');`,
};

const servers = {
  react: () => renderReact(treeOf(createElement, 0, {})),
  vue: () => renderVue(createSSRApp({ render: () => treeOf(vueTree, 0, {}) })),
};

/** With the warnings of a build for development: they tell what did not fit. */
async function scriptOf(name) {
  const { outputFiles } = await build({
    stdin: { contents: clients[name], resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
  return outputFiles[0].text;
}

await inRealBrowsers((at, test) => {
  async function takesOver(name) {
    const { site, tab } = at;
    const to = site.elsewhere.address;
    const rendered = `<main>${await servers[name]()}</main>`;
    const script = await scriptOf(name);
    site.pages['/app.js'] = answer(script, { 'content-type': 'text/javascript; charset=utf-8' });
    site.pages['/app'] = pageOf('one', { to, head: '<script defer src="/app.js"></script>' }).replace(
      /<main.*<\/main>/s,
      () => rendered,
    );
    await tab.goto(`${site.address}/start`);
    await tab.goto(`${site.address}/app`);
    await untilDrawn(tab);
    await writeInto(tab, 'now.words', 'typed before');
    await tab.evaluate(() => void (window.first = document.querySelector('safety-checklist')));
    await tab.evaluate('void window.hydrate()');
    await tab.until(() => {
      document.querySelector('#more').click();
      return Number(document.querySelector('#count').textContent) > 2;
    });
    assert.equal(await tab.evaluate(() => document.querySelector('safety-checklist') === window.first), true);
    assert.equal(await writtenIn(tab, 'now.words'), 'typed before');
    assert.equal(await tab.evaluate(() => window.first.querySelector('a[href="tel:988"]').textContent), '988');
    assert.deepEqual(await tab.evaluate('watched.wrong'), []);
    await leadsByKeys(site, tab);
  }

  test(
    worksWith({
      kind: 'page library',
      name: 'React',
      condition: 'it takes over a page that it rendered on a server, after the elements are drawn',
      result: 'nothing is drawn again, what was typed is still there, and the quick-exit button works',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => takesOver('react'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'Vue',
      condition: 'it takes over a page that it rendered on a server, after the elements are drawn',
      result: 'nothing is drawn again, what was typed is still there, and the quick-exit button works',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => takesOver('vue'),
  );
});
