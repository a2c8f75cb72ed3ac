import type { ContentErrorEvent, PrivateFrame } from 'alongside-elements';
import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import spanish from '../../src/content/es/framing.json' with { type: 'json' };
import { waitUntil, warnings } from './support.js';

import 'alongside-elements/define/private-frame.js';

// The frame itself is tested in whole pages: tests/pages/frame*.test.js. Here its file is not there, or is none of ours.

const slotOf = (element: Element) => element.shadowRoot!.querySelector('slot:not([name])') as HTMLSlotElement;
const frameOf = (element: Element) => element.shadowRoot!.querySelector('iframe');

describe('private-frame', () => {
  it('is accessible while it waits', async () => {
    const element = await fixture(html`<private-frame tag="safety-checklist"><p>Call 988</p></private-frame>`);
    await expect(element).to.be.accessible();
    expect(slotOf(element).hidden).to.equal(false);
  });

  it('says that it is on its way, in a box as high as a part of it, with what stands inside still there to press', async () => {
    const element = await fixture<HTMLElement>(
      html`<private-frame lang="es" tag="safety-checklist" frame-src="/__test/html"
        ><a href="tel:988">988</a></private-frame
      >`,
    );
    await waitUntil(() => element.shadowRoot!.querySelector('[part=waiting] svg + span'), 'it never said so');
    const box = element.shadowRoot!.querySelector<HTMLElement>('[part=waiting]')!;
    expect(box.innerText.trim()).to.equal(spanish.words.waiting);
    expect(box.querySelector('span')!.lang).to.equal('es');
    expect(box.getBoundingClientRect().height).to.be.at.least(256);
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.above(0);
    await expect(element).to.be.accessible();
  });

  it('waits for nothing where nothing can be shown', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    await warnings(async () => {
      setTimeout(() => (parent.innerHTML = '<private-frame tag="constructor">Call 988</private-frame>'));
      await oneEvent(parent, 'content-error');
    });
    expect(parent.firstElementChild!.shadowRoot!.querySelector('[part=waiting]')).to.equal(null);
  });

  it('gives its frame a sandbox without an origin, no referrer, and an address of its own', async () => {
    const element = await fixture(
      html`<private-frame tag="safety-checklist" frame-src="/__test/html"></private-frame>`,
    );
    await waitUntil(() => frameOf(element));
    const frame = frameOf(element)!;
    const allowed = [...frame.sandbox];
    expect(allowed).to.include('allow-scripts');
    for (const never of ['allow-same-origin', 'allow-top-navigation', 'allow-popups', 'allow-forms'])
      expect(allowed).not.to.include(never);
    expect(frame.referrerPolicy).to.equal('no-referrer');
    expect(frame.getAttribute('src')).to.equal(new URL('/__test/html', location.href).href);
    expect(frame.hasAttribute('srcdoc')).to.equal(false);
  });

  it('refuses an address that is none', async () => {
    const parent = await fixture(html`<div></div>`);
    const element = document.createElement('private-frame') as PrivateFrame;
    Object.assign(element, { tag: 'safety-checklist', frameSrc: 'javascript:alert(1)' });
    const told = await warnings(async () => {
      setTimeout(() => parent.append(element));
      const { problems } = (await oneEvent(element, 'content-error')) as Event as ContentErrorEvent;
      expect(problems[0]).to.include({ path: 'frame-src', reason: 'not-link' });
    });
    expect(told.length).to.be.greaterThan(0);
    expect(frameOf(element)).to.equal(null);
  });

  it('tells of an unknown tag once, and shows what stands inside', async () => {
    const told: string[] = [];
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.addEventListener('content-error', ({ problems }) => told.push(problems[0]!.path));
    await warnings(async () => {
      parent.innerHTML = '<private-frame tag="constructor">Call 988</private-frame>';
      await waitUntil(() => told.length);
      const element = parent.firstElementChild!;
      element.setAttribute('tag', '__proto__');
      await waitUntil(() => told.length === 2);
      element.setAttribute('lang', 'es');
      parent.append(element);
      await waitUntil(() => element.isConnected);
    });
    expect(told).to.deep.equal(['tag', 'tag']);
    expect(slotOf(parent.firstElementChild!).hidden).to.equal(false);
    expect(frameOf(parent.firstElementChild!)).to.equal(null);
  });

  it('shows what stands inside where the content fails; a note or a template is nothing to show in its place', async () => {
    const framed = async (inside: string) => {
      const parent = await fixture<HTMLElement>(html`<div></div>`);
      const problems: string[] = [];
      parent.addEventListener('content-error', (event) => problems.push(event.problems[0]!.path));
      await warnings(async () => {
        parent.innerHTML = `<private-frame tag="safety-checklist" frame-src="/__test/html" src="/__test/status/404">${inside}</private-frame>`;
        await waitUntil(() => problems.length);
        await aTimeout(0);
      });
      return !!frameOf(parent.firstElementChild!);
    };
    expect(await framed('<p>Call 988</p>')).to.equal(false);
    expect(await framed('<p slot="">Call 988</p>')).to.equal(false);
    expect(await framed('<p slot="note">Our office.</p>')).to.equal(true);
    expect(await framed('<template><p>Call</p></template>')).to.equal(true);
  });

  it('takes what was set before it was there', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('private-frame') as PrivateFrame;
    const content = { youthTitle: 'Example' };
    for (const [name, value] of Object.entries({ tag: 'safety-checklist', content }))
      Object.defineProperty(element, name, { value, configurable: true, writable: true, enumerable: true });
    parent.append(element);
    expect(element.getAttribute('tag')).to.equal('safety-checklist');
    expect(element.content).to.equal(content);
    expect(Object.hasOwn(element, 'tag')).to.equal(false);
  });

  it('wipes what is kept on the device when the person leaves, whoever has kept it', async () => {
    const kept = async () => (await indexedDB.databases()).some(({ name }) => name === '_ae');
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('_ae', 1);
      opening.onsuccess = () => resolve(opening.result.close());
      opening.onerror = () => reject(opening.error as Error);
    });
    expect(await kept()).to.equal(true);
    const element = await fixture(html`<private-frame tag="safety-checklist"></private-frame>`);
    (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
    await waitUntil(async () => !(await kept()), 'it is still there');
  });

  it('leaves no frame behind when it goes, and forgets without complaint', async () => {
    const element = await fixture(html`<private-frame tag="safety-checklist"></private-frame>`);
    await waitUntil(() => frameOf(element));
    (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
    expect(frameOf(element)).to.equal(null);
    element.remove();
    expect(frameOf(element)).to.equal(null);
  });
});
