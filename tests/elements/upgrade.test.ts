/** Divs that stand for elements, as the files for script tags take them up. */
import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { settled, waitUntil, warnings, words } from './support.js';

/** The files themselves, as a page loads them: the package does nothing with divs. */
const load = (file: string) => import(/* @vite-ignore */ `/cdn/${file}`) as Promise<unknown>;

/** Adds markup to the page, and takes it away after the test. */
function add(markup: string): HTMLElement {
  const place = fixtureSync<HTMLElement>(html`<div></div>`);
  place.innerHTML = markup;
  return place;
}

/** Longer than it takes until the page is looked through again. */
const soon = () => aTimeout(250);

async function upgraded(markup: string, tag: string): Promise<HTMLElement> {
  const place = add(markup);
  await waitUntil(() => place.querySelector(tag), `no <${tag}> came`);
  return place.querySelector<HTMLElement>(tag)!;
}

describe('a div that stands for an element', () => {
  it('one file takes up its own, that were there and that come later, and no other', async () => {
    const there = add('<div data-alongside="source-note">Sources</div><div data-alongside="stage-guide">Guide</div>');
    await load('source-note.js');
    await waitUntil(() => there.firstElementChild?.localName !== 'div');
    expect(there.firstElementChild?.localName).to.equal('source-note');
    const later = add('<p><div data-alongside="source-note"></div></p>');
    await soon();
    expect(later.querySelector('source-note')).not.to.equal(null);
    expect(there.lastElementChild?.localName).to.equal('div');
  });

  describe('with all elements', () => {
    before(async () => load('all.js'));

    it('is accessible', async () => {
      const element = await upgraded('<div data-alongside="stage-guide"><p>Guide</p></div>', 'stage-guide');
      await settled(element);
      await expect(element).to.be.accessible();
    });
    it('becomes the element, with its attributes, and with what stood inside as the fallback', async () => {
      const element = await upgraded(
        '<div data-alongside="stage-guide" data-stage="action" data-heading-level="3" data-noticing id="guide" class="wide" lang="en" dir="ltr"><p>Call <a href="tel:988">988</a></p></div>',
        'stage-guide',
      );
      expect(Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))).to.deep.equal({
        stage: 'action',
        'heading-level': '3',
        noticing: '',
        id: 'guide',
        class: 'wide',
        lang: 'en',
        dir: 'ltr',
      });
      expect(element.innerHTML).to.equal('<p>Call <a href="tel:988">988</a></p>');
      await settled(element);
      expect(words(element)).to.contain('Action');
    });
    it('speaks its language', async () => {
      const element = await upgraded('<div data-alongside="stage-guide" lang="es">…</div>', 'stage-guide');
      await waitUntil(() => words(element).includes('Precontemplación'), 'no Spanish');
    });
    it('keeps the nodes that stood inside, with what the page has bound to them', async () => {
      const place = add('<div data-alongside="source-note"><button>Own</button></div>');
      const button = place.querySelector('button')!;
      let pressed = 0;
      button.addEventListener('click', () => pressed++);
      await soon();
      expect(button.parentElement?.localName).to.equal('source-note');
      button.click();
      expect(pressed).to.equal(1);
    });
    it('one inside of another is taken up, too', async () => {
      const place = add(
        '<div data-alongside="stage-guide"><div data-alongside="resource-card" data-resource-id="988"></div></div>',
      );
      await soon();
      expect(place.querySelector('stage-guide > resource-card')?.getAttribute('resource-id')).to.equal('988');
    });
    it('can be the way out, and a private frame', async () => {
      const place = add(
        '<div data-alongside="quick-exit" data-shortcut="none"><a href="https://www.wikipedia.org/" rel="noreferrer">Out</a></div>' +
          '<div data-alongside="private-frame" data-tag="goal-planner">…</div>',
      );
      await soon();
      expect(place.querySelector('quick-exit')?.shadowRoot).not.to.equal(null);
      expect(place.querySelector('private-frame')?.getAttribute('tag')).to.equal('goal-planner');
    });
    for (const name of ['', 'div', 'script', 'no-such-element', 'STAGE-GUIDE', 'stage-guide"]', '__proto__', 'iframe'])
      it(`that names "${name}" stays as it is`, async () => {
        const markup = '<p>Call 988</p>';
        const place = add('<div></div>');
        const div = place.firstElementChild!;
        div.setAttribute('data-alongside', name);
        div.innerHTML = markup;
        await soon();
        expect(place.firstElementChild).to.equal(div);
        expect(div.innerHTML).to.equal(markup);
      });
    it('another tag with the attribute stays as it is', async () => {
      const place = add('<section data-alongside="stage-guide">Guide</section>');
      await soon();
      expect(place.querySelector('stage-guide')).to.equal(null);
    });
    it('gets no attribute that runs code, draws over the page, or brings in a page of others', async () => {
      const element = await upgraded(
        '<div data-alongside="private-frame" data-onclick="window.ran = 1" data-onfocus="window.ran = 1" data-ONMOUSEOVER="window.ran = 1" data-style="position:fixed" data-frame-src="https://example.org/" data-tag="nothing"></div>',
        'private-frame',
      );
      element.click();
      expect(element.getAttributeNames()).to.deep.equal(['tag']);
      expect('ran' in window).to.equal(false);
    });
    for (const [what, tag, attributes] of [
      [
        'sends what is searched for to another server',
        'resource-directory',
        'data-api="https://elsewhere.example/services"',
      ],
      ['does so without a scheme', 'resource-directory', 'data-api="//elsewhere.example/services"'],
      ['does so with backslashes', 'resource-directory', 'data-api="/\\\\elsewhere.example/services"'],
      ['does so in capitals', 'resource-directory', 'DATA-API="HTTPS://elsewhere.example/services"'],
      ['does so behind spaces', 'resource-directory', 'data-api=" &#9;https://elsewhere.example/services"'],
      [
        'does so with the name of this page in front',
        'resource-directory',
        `data-api="${location.origin}.elsewhere.example/"`,
      ],
      [
        'does so with the name of this page as a user',
        'resource-directory',
        'data-api="http://localhost@elsewhere.example/"',
      ],
      ['does so at another port', 'resource-directory', 'data-api="http://localhost:1/services"'],
      ['holds no address at all', 'resource-directory', 'data-api="http://["'],
      ['is written without data-', 'resource-directory', 'api="https://elsewhere.example/services"'],
      ['tells another server that somebody leaves', 'quick-exit', 'data-clear-url="https://elsewhere.example/"'],
      ['tells even this server that somebody leaves', 'quick-exit', 'data-clear-url="/clear"'],
      ['takes a warning away', 'safety-checklist', 'data-in-page'],
      ['takes a warning away, without data-', 'safety-checklist', 'in-page'],
      ['goes through a private frame', 'private-frame', 'data-in-page data-api="https://elsewhere.example/"'],
      [
        'brings a page of others into a frame, without data-',
        'private-frame',
        'frame-src="https://elsewhere.example/"',
      ],
    ] as const)
      it(`gets no attribute that ${what}, and the console says so`, async () => {
        let element: HTMLElement | undefined;
        const told = await warnings(async () => {
          element = await upgraded(`<div data-alongside="${tag}" ${attributes}>988</div>`, tag);
        });
        expect(element!.getAttributeNames()).to.deep.equal([]);
        expect(`${told[0]}`).to.match(new RegExp(`<div data-alongside="${tag}"> cannot set [\\w-]+\\. Use <${tag}>`));
      });
    it('one inside of another is refused the same', async () => {
      const place = add(
        '<div data-alongside="stage-guide"><div data-alongside="resource-directory" data-api="https://elsewhere.example/"></div></div>',
      );
      await warnings(soon);
      expect(place.querySelector('resource-directory')!.getAttributeNames()).to.deep.equal([]);
    });
    it('with a server of others asks nobody, says no word of searching there, and shows the lines to call', async () => {
      const asked: string[] = [];
      const { fetch } = window;
      window.fetch = (to) => {
        asked.push(to instanceof Request ? to.url : `${to}`);
        return Promise.reject(new TypeError());
      };
      let element: HTMLElement | undefined;
      await warnings(async () => {
        element = await upgraded(
          '<div data-alongside="resource-directory" data-api="https://elsewhere.example/services">Call <a href="tel:988">988</a></div>',
          'resource-directory',
        );
        await soon();
      });
      window.fetch = fetch;
      expect(asked).to.deep.equal([]);
      expect(words(element!)).not.to.contain('elsewhere.example');
      expect(element!.shadowRoot!.querySelector('resource-card')).not.to.equal(null);
    });
    for (const address of ['/services', 'services?page=1', `${location.origin}/services`])
      it(`may ask a server of the page's own: ${address.replace(location.origin, '…')}`, async () => {
        const element = await upgraded(
          `<div data-alongside="resource-directory" data-api="${address}"></div>`,
          'resource-directory',
        );
        expect(element.getAttribute('api')).to.equal(address);
      });
    it('may take its services and words from another server, as a link may lead there', async () => {
      const src = 'https://elsewhere.example/services.json';
      let element: HTMLElement | undefined;
      await warnings(async () => {
        element = await upgraded(
          `<div data-alongside="resource-directory" data-src="${src}">988</div>`,
          'resource-directory',
        );
        await soon();
      });
      expect(element!.getAttribute('src')).to.equal(src);
    });
    it('survives attributes that no name can have', async () => {
      const element = await upgraded(
        '<div data-alongside="source-note" data- data--x="1" data-1="2" data-:y="3" data-é="4" data-heading-level="4"></div>',
        'source-note',
      );
      expect(element.getAttributeNames()).to.deep.equal(['heading-level']);
    });
    it('is taken once: one that the page puts back stays a div', async () => {
      const place = add('<div data-alongside="source-note">Sources</div>');
      const div = place.firstElementChild!;
      await soon();
      place.replaceChildren(div);
      await soon();
      expect(place.firstElementChild).to.equal(div);
    });
    it('one that has been taken out again keeps what stands inside', async () => {
      const place = add('<div data-alongside="source-note">Sources</div>');
      const div = place.firstElementChild!;
      div.remove();
      await soon();
      place.append(div);
      expect(place.textContent).to.equal('Sources');
      await waitUntil(() => place.querySelector('source-note'), 'never upgraded');
      expect(place.textContent).to.equal('Sources');
    });
    it('a form whose fields have the names of methods does not keep others from it', async () => {
      const place = add(
        '<form><input name="querySelectorAll"><input name="matches"></form><div data-alongside="source-note"></div>',
      );
      await warnings(soon);
      expect(place.querySelector('source-note')).not.to.equal(null);
    });
    it('a page that puts a new one in the place of each element is not held up', async () => {
      const place = add('');
      const put = () => (place.innerHTML = '<div data-alongside="source-note"></div>');
      let times = 0;
      const observer = new MutationObserver(() => {
        if (place.querySelector('source-note') && times++ < 1000) put();
      });
      observer.observe(place, { childList: true });
      put();
      await aTimeout(450);
      observer.disconnect();
      expect(times).to.be.within(1, 50);
    });
    it('a page without the means stays as it is, and nothing is thrown', async () => {
      const { replaceWith } = Element.prototype;
      const told = await warnings(async () => {
        Element.prototype.replaceWith = () => {
          throw new Error('not here');
        };
        add('<div data-alongside="source-note">Sources</div>');
        await soon();
        Element.prototype.replaceWith = replaceWith;
      });
      expect(told.length).to.equal(1);
      const element = await upgraded('<div data-alongside="source-note"></div>', 'source-note');
      expect(element.shadowRoot).not.to.equal(null);
    });
    it('waits until the page has been read, so that nothing is lost of what stands inside', async () => {
      const frame = add('<iframe></iframe>').querySelector('iframe')!;
      const page = frame.contentDocument!;
      page.open();
      page.write('<!doctype html><div data-alongside="source-note"><p>one</p>');
      (frame.contentWindow as typeof window).eval('import("/cdn/source-note.js")');
      await waitUntil(() => frame.contentWindow!.customElements.get('source-note'), 'never loaded');
      await soon();
      expect(page.querySelector('source-note')).to.equal(null);
      page.write('<p>two</p></div>');
      page.close();
      await waitUntil(() => page.querySelector('source-note'), 'never upgraded');
      expect(page.querySelector('source-note')!.textContent).to.equal('onetwo');
    });
  });
});
