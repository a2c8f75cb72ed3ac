import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { button, emptyNotebook, find, settled, type, waitUntil } from './support.js';

/** Puts an element with private text on the page, with nothing in the notebook. */
export async function writing<E extends LitElement>(template: TemplateResult): Promise<E> {
  const element = await fixture<E>(template);
  emptyNotebook(element);
  await settled(element);
  await waitUntil(() => element.shadowRoot?.querySelector('.keeping'), 'what can be kept never came');
  return element;
}

/** The field for a path in the notebook. */
export const field = (element: Element, at: string): HTMLInputElement =>
  find<HTMLInputElement>(element, `[data-at="${at}"]:is(input, textarea)`);

/** Shows the fields of the entry that a path is in, if it is in one whose words are shown. */
export async function open(element: LitElement, at: string): Promise<void> {
  const entry = at.slice(0, at.lastIndexOf('.'));
  const words = element.shadowRoot?.querySelector<HTMLElement>(`[data-do=write][data-at="${entry}"]`);
  if (!words || element.shadowRoot?.querySelector(`[data-at="${at}"]:is(input, textarea)`)) return;
  words.click();
  await element.updateComplete;
  await aTimeout(0);
}

/** Goes back from fields to words. */
export async function done(element: LitElement): Promise<void> {
  element.shadowRoot?.querySelector<HTMLElement>('[data-do=wrote]')?.click();
  await element.updateComplete;
  await aTimeout(0);
}

/** Chooses from the menu of an entry, as a person does: it is opened first. */
export async function choose(element: LitElement, at: string, does: string): Promise<void> {
  const menu = find(element, `.menu[data-at="${at}"]`);
  if (!menu.checkVisibility()) find(element, `.opens[data-at="${at}"]`).click();
  await element.updateComplete;
  const item = find<HTMLButtonElement>(element, `.menu [data-do=${does}][data-at="${at}"]`);
  item.focus();
  item.click();
  await element.updateComplete;
  await aTimeout(0);
}

/** Takes the first idea that is offered. */
export async function take(element: LitElement): Promise<void> {
  find(element, '[data-do=take]').click();
  await element.updateComplete;
  await aTimeout(0);
}

/** Presses the button with these words, and waits until what follows is done. */
export async function press(element: LitElement, label: string, index = 0): Promise<void> {
  button(element, label, index).click();
  await element.updateComplete;
  await aTimeout(0);
}

/** Clears all that is written, as a person does: in the bar of the notebook, which says first what that means. */
export async function clearAll(element: LitElement): Promise<void> {
  await press(element, 'Clear');
  await press(element, 'Clear everything');
}

/** Opens what a button of the bar stands in, such as `copy`, and gives that button. */
export async function keepButton(element: LitElement, does: string): Promise<HTMLButtonElement> {
  const panel = { add: 'import', replace: 'import' }[does] ?? does;
  const look = (selector: string) => element.shadowRoot?.querySelector<HTMLButtonElement>(`.keeping ${selector}`);
  if (!look(`[data-keep=${does}]`)) {
    for (let tries = 0; tries < 2 && !look(`[data-opens=${panel}]`); tries++) look('[data-opens=more]')?.click();
    look(`[data-opens=${panel}]`)?.click();
    await element.updateComplete;
  }
  return find<HTMLButtonElement>(element, `.keeping [data-keep=${does}]`);
}

/** Types into the field for a path, as a person does who presses the words first. */
export async function write(element: LitElement, at: string, text: string): Promise<void> {
  await open(element, at);
  type(field(element, at), text);
  await element.updateComplete;
}

/** Ticks the box for a path, or takes its tick away. */
export async function tick(element: LitElement, at: string): Promise<void> {
  field(element, at).click();
  await element.updateComplete;
}

/** Adds to a list with the field beside its button. */
export async function addTo(element: LitElement, list: string, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const add = find(element, `[data-do=add][data-at="${list}"]`);
    type(add.closest('.row')!.querySelector('input')!, text);
    add.click();
    await element.updateComplete;
    await aTimeout(0);
  }
}

/** The texts of the entries of a list, in their order: words, or the fields that are shown in their place. */
export const texts = (element: Element, list: string, first = 'text'): string[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.entry') ?? [])]
    .filter(({ dataset }) => new RegExp(`^${list.replaceAll('.', '\\.')}\\.\\d+$`).test(dataset['at'] ?? ''))
    .map((entry) => {
      const { at } = entry.dataset;
      const written = entry.querySelector<HTMLInputElement>(`:is(input, textarea)[data-at="${at}.${first}"]`);
      return written ? written.value : (entry.querySelector(`bdi[id="words-${at}"]`)?.textContent ?? '');
    });

/** What is small below the words of an entry. */
export const small = (element: Element, at: string): string =>
  find(element, `[data-do=write][data-at="${at}"]`).querySelector('small')?.textContent.trim() ?? '';

/** What was said last. */
export const spoken = '.done [aria-live], .surface > [aria-live]';
export const said = (element: Element): string => find(element, spoken).textContent.trim();

/** What has the focus: what it does, and where. */
export function focused(element: Element): string {
  const active = element.shadowRoot?.activeElement as HTMLElement | null;
  return `${active?.dataset['do'] ?? active?.dataset['keep'] ?? ''} ${active?.dataset['at'] ?? ''}`.trim();
}

/** What the sheet says while it is printed, line by line. */
export function paper(element: Element): string[] {
  dispatchEvent(new Event('beforeprint'));
  const lines = [...find(element, '[part=sheet]').querySelectorAll('h1, h2, p')].map(
    ({ textContent }) => textContent?.trim() ?? '',
  );
  dispatchEvent(new Event('afterprint'));
  return lines;
}

/** Everything that is typed or chosen in an element, as far as it is shown: in fields, and as words. */
export const typed = (element: Element): string =>
  [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>(':is(input, textarea):not(.keeping *)') ?? [])]
    .map(({ type, value, checked }) => (type === 'checkbox' ? (checked ? '✓' : '') : type === 'range' ? '' : value))
    .concat([...(element.shadowRoot?.querySelectorAll('.words bdi') ?? [])].map(({ textContent }) => textContent))
    .concat([...(element.shadowRoot?.querySelectorAll('[aria-pressed=true]') ?? [])].map(() => '✓'))
    .join('');

const markers = [
  'openreplay-hidden',
  'clarity-mask',
  'hj-suppress',
  'dd-privacy',
  'private',
  'heap-redact-text',
].concat(['recording-disable']);

/** Checks that nothing fills in, corrects, submits or records what is typed. */
function expectPrivate(element: Element): void {
  const controls = [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('input, textarea, select') ?? [])];
  expect(controls.length).to.be.above(3);
  for (const control of controls) {
    const at = control.dataset['at'];
    expect(control.getAttribute('autocomplete'), at).to.equal('off');
    expect(control.hasAttribute('name'), at).to.equal(false);
    if (control.type === 'checkbox') continue;
    for (const name of ['spellcheck', 'autocorrect', 'autocapitalize'])
      expect(control.getAttribute(name), `${at} ${name}`).to.match(/^(false|off)$/);
    expect(control.matches('.rr-block.sentry-block.ph-no-capture.fs-exclude'), at).to.equal(true);
    for (const name of markers) expect(control.hasAttribute(`data-${name}`), `${at} ${name}`).to.equal(true);
  }
}

/** Lets go of everything, as when the person leaves the site. */
async function leave(element: LitElement): Promise<void> {
  (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
  await element.updateComplete;
}

/** Checks what every element with private text keeps to. `fill` writes something into it that holds `MARKER` and nothing else. */
export function keepsToItself(make: () => Promise<LitElement>, fill: (element: LitElement) => Promise<void>): void {
  it('nothing fills in, corrects, submits or records what is typed', async () => {
    const element = await make();
    await fill(element);
    expectPrivate(element);
  });
  it('what shows it beside the fields is marked itself, and not only what it stands in', async () => {
    const element = await make();
    await fill(element);
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    const texts = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
    const holders: Element[] = [];
    while (texts.nextNode())
      if (texts.currentNode.nodeValue?.includes('MARKER')) holders.push(texts.currentNode.parentElement!);
    const shown = holders.filter((holder) => !holder.matches('textarea'));
    expect(shown.length).to.be.above(0);
    for (const holder of shown) {
      expect(holder.matches('.rr-block.sentry-block.ph-no-capture.fs-exclude'), holder.outerHTML).to.equal(true);
      for (const name of markers) expect(holder.hasAttribute(`data-${name}`), name).to.equal(true);
    }
    dispatchEvent(new Event('afterprint'));
  });
  it('what is typed is in no attribute and fires no event of ours', async () => {
    const element = await make();
    const fired: string[] = [];
    const dispatch = element.dispatchEvent.bind(element);
    element.dispatchEvent = (event) => (fired.push(event.type), dispatch(event));
    await fill(element);
    expect(typed(element)).to.contain('MARKER');
    expect(fired).to.deep.equal([]);
    const attributes = [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((one) => [
      ...one.attributes,
    ]);
    for (const { name, value } of attributes) expect(value, name).not.to.contain('MARKER');
  });
  it('what is cleared is gone from the screen, and can be brought back for some seconds', async () => {
    const element = await make();
    await fill(element);
    const before = typed(element);
    await clearAll(element);
    expect(typed(element)).to.equal('');
    expect(focused(element)).to.equal('undo');
    await press(element, 'Undo');
    expect(typed(element)).to.equal(before);
  });
  it('nothing of it stays when the person leaves, also what is half typed', async () => {
    const element = await make();
    await fill(element);
    for (const own of element.shadowRoot?.querySelectorAll<HTMLInputElement>('[data-at=own]') ?? [])
      own.value = 'MARKER';
    await leave(element);
    expect(typed(element)).to.equal('');
    expect(element.shadowRoot?.textContent).not.to.contain('MARKER');
    expect(button(element, 'Undo').disabled).to.equal(true);
    expect(paper(element).join()).not.to.contain('MARKER');
  });
  it('two on a page hold the same, and one that is moved keeps it', async () => {
    const one = await make();
    await fill(one);
    const other = document.createElement(one.localName) as LitElement;
    one.after(other);
    await settled(other);
    const papers = [one, other].map((element) => paper(element).join());
    expect(papers[0]).to.contain('MARKER');
    expect(papers[1]).to.equal(papers[0]);
    const place = await fixture(html`<div></div>`);
    place.append(one);
    await settled(one);
    expect(typed(one)).to.contain('MARKER');
    other.remove();
  });
  it('markup that is typed is text, on screen and on paper', async () => {
    const element = await make();
    await fill(element);
    const area = [...(element.shadowRoot?.querySelectorAll('textarea') ?? [])].find(({ value }) =>
      value.includes('MARKER'),
    );
    const hostile = '</textarea><img src=x onerror=alert(1)>{{MARKER}}${MARKER}';
    type(area!, hostile);
    await element.updateComplete;
    expect(area!.value).to.equal(hostile);
    expect(paper(element).join('\n')).to.contain(hostile);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
  it('is nothing to be scored, counted or ever late', async () => {
    const element = await make();
    await fill(element);
    expect(element.shadowRoot?.textContent).not.to.match(
      /%|\d of \d|score|incomplete|overdue|streak|late\b|must|should|need to/i,
    );
    expect(element.shadowRoot?.querySelector('progress, meter, [required], [aria-required]')).to.equal(null);
  });
}
