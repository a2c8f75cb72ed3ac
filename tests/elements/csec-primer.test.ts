import 'alongside-elements/define/csec-primer.js';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { CsecPrimer, type ContentErrorEvent } from 'alongside-elements';
import english from '../../src/content/en/primer.json' with { type: 'json' };
import { find, settled, showsFallback, waitUntil, warnings, words } from './support.js';

const { sections } = english.content;
const ids = sections.map(({ id }) => id);
const primer = async (template = html`<csec-primer></csec-primer>`) => {
  const element = await fixture<CsecPrimer>(template);
  await settled(element);
  return element;
};
const all = (element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const shown = (element: Element) => all(element, 'section').map(({ id }) => id.replace('section-', ''));
/** What can be read of a part, with what stands in a line of its own apart. */
const text = (element: Element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
const link = (element: Element, section: string) => find<HTMLAnchorElement>(element, `nav a[href$="-${section}"]`);

/** What a primer tells of itself, and the primer. */
async function told(markup: string) {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const fired = oneEvent(holder, 'content-error') as Promise<ContentErrorEvent>;
  holder.innerHTML = markup;
  const { problems } = await fired;
  return { problems, element: holder.firstElementChild as CsecPrimer };
}

/** Every text of a value that is a sentence or a name of the content. */
/** What there is to read, without what is noted for reviewers. */
const textsIn = (value: unknown, key = ''): string[] =>
  typeof value === 'string'
    ? ['text', 'name', 'source', 'place', 'dated'].includes(key)
      ? [value]
      : []
    : value && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, inside]) =>
          name === 'review' ? [] : textsIn(inside, Array.isArray(value) ? key : name),
        )
      : [];

describe('csec-primer', () => {
  describe('is accessible', () => {
    it('with all sections', async () => expect(await primer()).to.be.accessible());
    it('with one section', async () =>
      expect(await primer(html`<csec-primer section="law"></csec-primer>`)).to.be.accessible());
    it('with an agency’s own material', async () => {
      const element = await primer();
      element.content = own;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
    it('to assistive technology as a title, links, and a heading for each section', async function () {
      await primer();
      if (!/Chrome|Firefox/.test(navigator.userAgent)) return this.skip();
      const tree = await executeServerCommand<string, undefined>('aria-snapshot', undefined);
      expect(tree).to.contain('heading "Commercial sexual exploitation of children (CSEC)" [level=2]');
      expect(tree).to.match(/navigation "In this primer":\s+- group:/);
      for (const { name } of sections) expect(tree).to.contain(`heading "${name}" [level=3]`);
      expect(tree).to.match(/figure "Trafficking & CSEC"/);
      expect(tree).to.contain('heading "SB 1322" [level=4]');
      // Six regions would be six landmarks too many.
      expect(tree).not.to.contain('region');
    });
  });

  describe('says what the sources say', () => {
    it('every sentence and every name is readable', async () => {
      const element = await primer();
      const found = textsIn(sections);
      expect(found.length).to.be.above(40);
      for (const said of found) expect(words(element)).to.contain(said);
      for (const section of all(element, 'section *'))
        expect(section.checkVisibility(), section.outerHTML).to.equal(true);
    });
    it('two definitions stand side by side, each named with its source, and below each other where it is narrow', async () => {
      const holder = await fixture<HTMLElement>(html`<div style="width: 50rem"><csec-primer></csec-primer></div>`);
      const element = holder.firstElementChild!;
      await settled(element);
      const boxes = all(element, '[part=definition]');
      expect(boxes.map((box) => text(box.querySelector('cite')!))).to.deep.equal([
        'Trafficking & CSEC',
        'CSEC: Meeting Victims Where They Are',
      ]);
      expect(text(boxes[0]!)).to.contain('force, tricks or coercion');
      expect(text(boxes[1]!)).to.contain('who have no trafficker');
      const [one, two] = boxes.map((box) => box.getBoundingClientRect());
      expect([one!.top === two!.top, one!.right < two!.left]).to.deep.equal([true, true]);
      holder.style.width = '20rem';
      const [above, below] = boxes.map((box) => box.getBoundingClientRect());
      expect([above!.bottom < below!.top, above!.left === below!.left]).to.deep.equal([true, true]);
    });
    it('the law stands with its place and its date, after a line that says where it does not hold', async () => {
      const element = await primer(html`<csec-primer section="law"></csec-primer>`);
      const law = find(element, '[part=law]');
      expect(text(law.querySelector('[role=heading]')!)).to.equal('SB 1322');
      expect(text(law)).to.match(/^SB 1322 California January 2017 Our source says: in California, /);
      const caution = find(element, 'section p');
      expect(text(caution)).to.match(/applies only in the place named with it/);
      expect(caution.compareDocumentPosition(law)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    });
    it('the line about places stands with laws only', async () => {
      const element = await primer(html`<csec-primer sections="what who"></csec-primer>`);
      expect(words(element)).not.to.contain('applies only in the place');
    });
    it('that line stands in English, too, while its translation is a draft', async () => {
      const element = await primer(html`<csec-primer lang="es" section="law"></csec-primer>`);
      expect(words(element)).to.contain('Cada ley se aplica solo en el lugar');
      expect(text(find(element, 'section [lang=en]'))).to.equal(english.words.placeOnly);
    });
    it('what a law says stands in English, too, while its translation is a draft; what a pack says in its place does not', async () => {
      const [law] = english.content.sections.flatMap(({ laws = [] }) => laws);
      const [said] = law!.says;
      const element = await primer(html`<csec-primer lang="es" section="law"></csec-primer>`);
      expect(text(find(element, '[part=law] [lang=en]'))).to.equal(said!.text);
      const says = [{ id: said!.id, text: 'Otra frase.' }];
      const content = { sections: [{ id: 'law', laws: [{ id: law!.id, says }] }] };
      const own = await primer(html`<csec-primer lang="es" section="law" .content=${content}></csec-primer>`);
      await waitUntil(() => words(own).includes('Otra frase.'));
      expect(own.shadowRoot!.querySelector('[part=law] p [lang=en]')).to.equal(null);
    });
    it('is followed when the language changes, and back', async () => {
      const page = await fixture(html`<div lang="en"><csec-primer></csec-primer></div>`);
      const element = page.firstElementChild!;
      const says = (said: string) => waitUntil(() => words(element).includes(said), `it never said "${said}"`);
      await says('What is exchanged');
      page.setAttribute('lang', 'es');
      await says('Qué se da a cambio');
      await says('Esta traducción es un borrador');
      // The titles of the documents are English in every language, and marked so.
      expect(find(element, 'cite').lang).to.equal('en');
      page.setAttribute('lang', 'en');
      await says('What is exchanged');
    });
  });

  describe('shows the sections that the page asks for', () => {
    it('all six, in their order, where it asks for none', async () => {
      expect(shown(await primer())).to.deep.equal(['what', 'exchange', 'forms', 'who', 'experience', 'law']);
    });
    for (const id of ids)
      it(`only ${id}, with its name as the title`, async () => {
        const element = await primer(html`<csec-primer section=${id}></csec-primer>`);
        expect(shown(element)).to.deep.equal([id]);
        const title = find(element, '[part=title]');
        expect([text(title), title.getAttribute('aria-level')]).to.deep.equal([
          sections.find((one) => one.id === id)?.name,
          '2',
        ]);
        expect(element.shadowRoot?.querySelector('nav')).to.equal(null);
      });
    it('several, in the order in which they are named', async () => {
      const element = await primer(html`<csec-primer sections="law what"></csec-primer>`);
      expect(shown(element)).to.deep.equal(['law', 'what']);
      expect(all(element, 'nav a').map((one) => one.textContent)).to.deep.equal(['The law, by place', 'What CSEC is']);
    });
    it('each once, with commas or line breaks between', async () => {
      expect(
        shown(
          await primer(
            html`<csec-primer
              sections="who, forms,who
 law"
            ></csec-primer>`,
          ),
        ),
      ).to.deep.equal(['who', 'forms', 'law']);
    });
    it('the one before the several, and the several again when it goes', async () => {
      const element = await primer(html`<csec-primer section="law" sections="what who"></csec-primer>`);
      expect(shown(element)).to.deep.equal(['law']);
      element.removeAttribute('section');
      await element.updateComplete;
      expect(shown(element)).to.deep.equal(['what', 'who']);
      element.removeAttribute('sections');
      await element.updateComplete;
      expect(shown(element)).to.deep.equal(ids);
    });
    it('the known among unknown ones, and tells of those', async () => {
      await warnings(async () => {
        const { problems, element } = await told('<csec-primer sections="forms rules law lore"></csec-primer>');
        expect(problems).to.deep.equal([
          { path: 'sections', reason: 'unknown-id', detail: 'rules' },
          { path: 'sections', reason: 'unknown-id', detail: 'lore' },
        ]);
        expect(shown(element)).to.deep.equal(['forms', 'law']);
      });
    });
    it('everything, never nothing, where none is known', async () => {
      const said = await warnings(async () => {
        const { problems, element } = await told('<csec-primer section="Law"></csec-primer>');
        expect(problems).to.deep.equal([{ path: 'section', reason: 'unknown-id', detail: 'Law' }]);
        expect(shown(element)).to.deep.equal(ids);
        element.headingLevel = 3;
        await element.updateComplete;
      });
      expect(said.length).to.equal(1);
    });
  });

  describe('can be linked to, section by section', () => {
    const { href, pathname } = location;
    const tall = html`<div style="height: 300vh"></div>`;
    beforeEach(() => scrollTo(0, 0));
    afterEach(() => history.replaceState(null, '', href));

    /** Whether a section is at the top of the window and reading goes on from its name. */
    const isAt = (element: Element, section: string) => {
      const place = find(element, `#section-${section}`);
      const name = place.querySelector(':scope > [role=heading]');
      // The only section has its name above it, as the title.
      const { top } = (name ? place : element).getBoundingClientRect();
      return Math.abs(top) < 3 && element.shadowRoot?.activeElement === (name ?? find(element, '.title'));
    };
    const arrives = (element: Element, section: string) =>
      waitUntil(() => isAt(element, section), `it never got to ${section}`);
    const page = async (template = html`<csec-primer></csec-primer>`) => {
      const holder = await fixture<HTMLElement>(html`<div>${tall}${template}${tall}</div>`);
      const element = holder.querySelector<CsecPrimer>('csec-primer')!;
      await settled(element);
      return element;
    };

    it('from its own list', async () => {
      const element = await page();
      for (const section of ['law', 'who']) {
        link(element, section).click();
        await arrives(element, section);
        expect(location.hash).to.equal(`#csec-primer-${section}`);
      }
    });
    it('from its own list on a page with a base address', async () => {
      const base = Object.assign(document.createElement('base'), { href: '/elsewhere/' });
      document.head.append(base);
      try {
        const element = await page();
        link(element, 'forms').click();
        await arrives(element, 'forms');
        expect([location.pathname, location.hash]).to.deep.equal([pathname, '#csec-primer-forms']);
      } finally {
        base.remove();
      }
    });
    it('with a ring around its name, not around the column that the name stands in', async () => {
      const holder = await fixture<HTMLElement>(html`<div style="width: 60rem"><csec-primer></csec-primer></div>`);
      const element = holder.firstElementChild!;
      await settled(element);
      const [ring, column] = [find(element, '#section-who [role=heading]'), find(element, '#section-who')];
      expect(ring.offsetHeight).to.be.below(column.offsetHeight / 2);
    });
    it('from the page around, and a second time', async () => {
      const element = await page(
        html`<a href="#csec-primer-law">The law</a><csec-primer without-contents></csec-primer>`,
      );
      const outside = element.parentElement!.querySelector('a')!;
      for (const time of [1, 2]) {
        scrollTo(0, 0);
        outside.click();
        await arrives(element, 'law');
        expect(time).to.be.below(3);
      }
    });
    it('from another page, once it is there', async () => {
      history.replaceState(null, '', '#csec-primer-who');
      await arrives(await page(), 'who');
    });
    it('from another page, in another language, once that is there', async () => {
      history.replaceState(null, '', '#csec-primer-who');
      await arrives(await page(html`<csec-primer lang="es"></csec-primer>`), 'who');
    });
    it('by its own id, also one that addresses write another way', async () => {
      const element = await page(html`<csec-primer id="über uns"></csec-primer>`);
      link(element, 'experience').click();
      await arrives(element, 'experience');
      location.hash = '#über uns-law';
      await arrives(element, 'law');
    });
    it('in the first of several elements that have the section', async () => {
      const template = html`<csec-primer sections="what who"></csec-primer>${tall}`;
      const first = await page(
        html`${template}<csec-primer section="law"></csec-primer>${tall}<csec-primer></csec-primer>`,
      );
      const [, second, third] = [...first.parentElement!.querySelectorAll('csec-primer')];
      await settled(third!);
      link(third!, 'law').click();
      await arrives(second!, 'law');
      link(third!, 'what').click();
      await arrives(first, 'what');
      link(third!, 'forms').click();
      await arrives(third!, 'forms');
    });
    it('inside the shadow root of something else', async () => {
      const host = await fixture<HTMLElement>(html`<div></div>`);
      host.attachShadow({ mode: 'open' }).innerHTML = '<csec-primer></csec-primer>';
      const element = host.shadowRoot!.querySelector('csec-primer')!;
      await settled(element);
      location.hash = '#csec-primer-forms';
      await waitUntil(() => element.shadowRoot?.activeElement?.textContent === 'Forms it can take');
    });
    it('and stays where it is for every other address', async () => {
      const element = await page(html`<csec-primer sections="what law"></csec-primer>`);
      const changed = () => oneEvent(window, 'hashchange');
      for (const hash of ['#who', '#csec-primer-', '#csec-primer-who', '#other-law', '#%', '#section-law']) {
        const done = changed();
        location.hash = hash;
        await done;
        expect([scrollY, element.shadowRoot?.activeElement], hash).to.deep.equal([0, null]);
      }
    });
    it('and does not go there again by itself', async () => {
      const element = await page();
      location.hash = '#csec-primer-who';
      await arrives(element, 'who');
      (document.activeElement as HTMLElement).blur();
      scrollTo(0, 0);
      element.headingLevel = 3;
      await element.updateComplete;
      element.parentElement!.append(element);
      await settled(element);
      expect([scrollY, element.shadowRoot?.activeElement]).to.deep.equal([0, null]);
    });
    it('and listens no longer once it is taken away, but again when it is back', async () => {
      const element = await page();
      const parent = element.parentElement!;
      const heard: string[] = [];
      element.handleEvent = ({ type }: Event) => void heard.push(type);
      const happen = async (hash: string) => {
        const done = oneEvent(window, 'hashchange');
        location.hash = hash;
        await done;
        parent.click();
        return heard.splice(0);
      };
      element.remove();
      expect(await happen('#one')).to.deep.equal([]);
      parent.append(element);
      expect(await happen('#two')).to.deep.equal(['hashchange', 'click']);
    });
    it('with the keyboard only, and Tab goes on from there', async () => {
      const element = await page(
        html`<csec-primer sections="what law"></csec-primer><button id="after">After</button>`,
      );
      find(element, 'nav summary').focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot?.activeElement).to.equal(link(element, 'what'));
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot?.activeElement).to.equal(link(element, 'law'));
      await sendKeys({ press: 'Enter' });
      await arrives(element, 'law');
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement?.id).to.equal('after');
    });
    const current = (element: Element) => all(element, 'nav [aria-current]').map((one) => one.getAttribute('href'));
    it('and its list says which section is in view, as the page is scrolled', async () => {
      const element = await page();
      expect(current(element)).to.deep.equal(['#csec-primer-what']);
      for (const section of ['who', 'law', 'exchange', 'what']) {
        find(element, `#section-${section}`).scrollIntoView();
        const wanted = `#csec-primer-${section}`;
        await waitUntil(() => `${current(element)}` === wanted, `it never said ${wanted}`);
      }
    });
    it('and its list goes on saying so in another place of the page, and with other sections', async () => {
      const element = await page();
      element.parentElement!.append(element);
      element.sections = 'law forms what';
      await element.updateComplete;
      element.parentElement!.append(Object.assign(document.createElement('div'), { style: 'height: 300vh' }));
      find(element, '#section-forms').scrollIntoView();
      await waitUntil(() => `${current(element)}` === '#csec-primer-forms', 'it never said so');
    });
    const inRoom = async (width: string) => {
      const holder = await fixture<HTMLElement>(html`<div><csec-primer></csec-primer></div>`);
      holder.style.width = width;
      await settled(holder.firstElementChild!);
      return holder.firstElementChild!;
    };
    it('from a list that is folded where it is narrow', async () => {
      const element = await inRoom('20rem');
      const links = all(element, 'nav a');
      const seen = () => links.filter((one) => one.checkVisibility()).length;
      expect(seen()).to.equal(0);
      find(element, 'nav summary').click();
      expect(seen()).to.equal(6);
      for (const one of links) expect(one.getBoundingClientRect().height).to.be.at.least(44);
      find(element, 'nav summary').click();
      expect(seen()).to.equal(0);
    });
    it('from a list that stands at the side, in sight, where there is room', async function () {
      // Where a browser cannot open a folded list by its style, the list stays folded above: see the test before.
      if (!CSS.supports('selector(::details-content)')) return this.skip();
      const element = await inRoom('70rem');
      const links = all(element, 'nav a');
      const [list, first] = [find(element, 'nav'), find(element, 'section')].map((one) => one.getBoundingClientRect());
      expect(links.filter((one) => one.checkVisibility()).length).to.equal(6);
      expect([list!.right < first!.left, find(element, 'nav summary').checkVisibility()]).to.deep.equal([true, false]);
      links[0]!.focus();
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(links[1]);
    });
    it('without a word to the page but the address', async () => {
      const element = await page();
      const events: string[] = [];
      const dispatch = element.dispatchEvent.bind(element);
      element.dispatchEvent = (event) => (events.push(event.type), dispatch(event));
      link(element, 'law').click();
      await arrives(element, 'law');
      expect(events).to.deep.equal([]);
    });
  });

  const own = {
    sections: ids.map((id) => ({
      id,
      ...(id === 'forms' && { ownPoints: ['A form that we have met.'] }),
      ...(id === 'experience' && { ownPoints: ['A sign of our own.'], ownNotes: ['What we have learned.'] }),
      ...(id === 'law' && {
        ownLaws: [{ id: 'act', place: 'Our State', name: 'Our Act', dated: 'March 2020', says: ['What it says.'] }],
        ownNotes: ['Our clinic is open on Tuesdays.'],
      }),
    })),
  };

  describe('an agency’s own material', () => {
    it('is empty by default', async () => {
      const element = await primer();
      expect(words(element)).not.to.contain(english.words.own);
      expect(all(element, '.own').length).to.equal(0);
    });
    it('stands in its sections, apart from what the sources say', async () => {
      const element = await primer();
      element.content = own;
      await element.updateComplete;
      const apart = (id: string) => text(find(element, `#section-${id} .own`));
      expect(apart('forms')).to.equal('Added by our team A form that we have met.');
      expect(apart('experience')).to.equal('Added by our team A sign of our own. What we have learned.');
      expect(apart('law')).to.match(/Our Act Our State March 2020 What it says\. Our clinic is open on Tuesdays\.$/);
      expect(all(element, '.own').length).to.equal(3);
      // Ours is still there.
      expect(words(element)).to.contain('in California, a child');
    });
    it('a law of its own stands with the line about places, also where it is the only one', async () => {
      const element = await primer();
      const { ownLaws } = own.sections.at(-1)!;
      element.content = { sections: [{ id: 'here', name: 'Here', ownLaws }] };
      await element.updateComplete;
      expect(words(element)).to.contain('applies only in the place');
      expect(words(element)).not.to.contain('California');
    });
    it('a law without a place or a date is left out, and told', async () => {
      await warnings(async () => {
        const element = await primer();
        const fired = oneEvent(element, 'content-error') as Promise<ContentErrorEvent>;
        const law = { id: 'act', name: 'Our Act', says: ['What it says.'] };
        element.content = { sections: [{ id: 'law', ownLaws: [law, { ...law, id: 'b', place: 'Our State' }] }] };
        const { problems } = await fired;
        expect(problems.map(({ path, reason }) => `${path} ${reason}`)).to.deep.equal([
          '$.sections[0].ownLaws[0].place missing',
          '$.sections[0].ownLaws[0].dated missing',
          '$.sections[0].ownLaws[1].dated missing',
        ]);
        expect(words(element)).not.to.contain('Our Act');
      });
    });
    it('a section of its own can be shown, alone or with ours', async () => {
      const content = { sections: [{ id: 'law' }, { id: 'here', name: 'Where we are', text: ['Our own words.'] }] };
      const element = await primer(html`<csec-primer sections="here law" .content=${content}></csec-primer>`);
      expect(shown(element)).to.deep.equal(['here', 'law']);
      element.section = 'here';
      await element.updateComplete;
      expect(text(find(element, '.surface'))).to.equal('Where we are Our own words.');
    });
    it('with no section at all leaves the title', async () => {
      const element = await primer(html`<csec-primer .content=${{ title: 'Ours', sections: [] }}></csec-primer>`);
      expect(text(find(element, '.surface'))).to.equal('Ours');
    });
    it('that is hostile is text, or is left out and told', async () => {
      await warnings(async () => {
        const element = await primer();
        const fired = oneEvent(element, 'content-error') as Promise<ContentErrorEvent>;
        element.content = {
          sections: [
            { id: 'what', name: 'A < b \u202Ereversed', ownNotes: ['<img src=x onerror=alert(1)>', { _$litType$: 1 }] },
            { id: 'x" onclick="alert(1)', name: 'Id' },
            { id: 'who', ownPoints: 'no list', points: [7] },
            ...JSON.parse('[{ "id": "law", "__proto__": { "name": "x" }, "constructor": 1 }]'),
          ],
        };
        const { problems } = await fired;
        expect(problems.map(({ path, reason }) => `${path} ${reason}`)).to.deep.equal([
          '$.sections[0].ownNotes[0].text markup',
          '$.sections[0].ownNotes[1].text missing',
          '$.sections[0].ownNotes[1]._$litType$ unknown',
          '$.sections[1].id not-id',
          '$.sections[2].points[0] type',
          '$.sections[2].ownPoints type',
          '$.sections[3].__proto__ unknown',
          '$.sections[3].constructor unknown',
        ]);
        expect(shown(element)).to.deep.equal(['what', 'who', 'law']);
        expect(words(element)).to.contain('A < b reversed');
        expect(element.shadowRoot?.querySelector('img, [onclick]')).to.equal(null);
        expect(words(element)).to.contain('homeless youth');
      });
    });
    it('that cannot be had leaves the light DOM on screen', async () => {
      await warnings(async () => {
        const { problems, element } = await told(
          '<csec-primer src="/__test/status/404"><a href="tel:988">988</a></csec-primer>',
        );
        expect(problems[0]?.reason).to.equal('status');
        expect(showsFallback(element)).to.equal(true);
        expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
      });
    });
  });

  it('can be read without JavaScript, once it is rendered on a server', async () => {
    const element = await primer();
    const css = CsecPrimer.elementStyles.map((sheet) => ('cssText' in sheet ? sheet.cssText : '')).join('');
    const frame = await fixture<HTMLIFrameElement>(html`<iframe sandbox="allow-same-origin"></iframe>`);
    const loaded = oneEvent(frame, 'load');
    frame.srcdoc = `<csec-primer><template shadowrootmode="open"><style>${css}</style>${element.shadowRoot?.innerHTML}</template></csec-primer>`;
    await loaded;
    const rendered = frame.contentDocument!.querySelector('csec-primer')!;
    expect(all(rendered, 'section').filter((section) => section.checkVisibility()).length).to.equal(6);
  });

  it('connects, disconnects and connects again', async () => {
    const element = await primer(html`<csec-primer sections="forms law"></csec-primer>`);
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    await settled(element);
    expect(shown(element)).to.deep.equal(['forms', 'law']);
    const copy = await fixture<CsecPrimer>(element.cloneNode(true) as CsecPrimer);
    expect(shown(copy)).to.deep.equal(['forms', 'law']);
  });

  it('headings follow the level that the page needs', async () => {
    const element = await primer(html`<csec-primer heading-level="3"></csec-primer>`);
    element.content = own;
    await element.updateComplete;
    const levels = (selector: string) => [
      ...new Set(all(element, selector).map((one) => one.getAttribute('aria-level'))),
    ];
    expect(levels('[part=title]')).to.deep.equal(['3']);
    expect(levels('section > [role=heading]')).to.deep.equal(['4']);
    expect(levels('.own > [role=heading]')).to.deep.equal(['5']);
    expect(levels('.own [part=law] [role=heading]')).to.deep.equal(['6']);
    element.section = 'law';
    await element.updateComplete;
    expect(levels('[part=title]')).to.deep.equal(['3']);
    expect(levels('section > [role=heading]')).to.deep.equal([]);
    expect(levels('.own > [role=heading]')).to.deep.equal(['4']);
    expect(levels('.own [part=law] [role=heading]')).to.deep.equal(['5']);
  });
});
