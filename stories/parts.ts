/** What stories are put together from, and what their play functions do as a person would. */
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';

/** What a page puts inside every element: it is there without JavaScript, and when content cannot be loaded. */
export const fallback = html`<p>Call <a href="tel:18883737888">1-888-373-7888</a> or <a href="tel:988">988</a>.</p>`;

/** A pack as a page writes it inside an element. */
export const pack = (content: unknown): TemplateResult | typeof nothing =>
  content === undefined
    ? nothing
    : html`<script type="application/json">
        ${`\n${JSON.stringify(content, null, 2)}`.replaceAll('\n', '\n        ')}
      </script>`;

/** The agency's own words in an element's `note` slot. */
export const noted = (note = ''): TemplateResult | typeof nothing =>
  note ? html`<p slot="note">${note}</p>` : nothing;

/** A column of one width, as a page's layout gives it. Elements look at the room they have, not at the screen. */
export const column = (width: string, inside: unknown): TemplateResult =>
  html`<div style="max-inline-size: ${width}">${inside}</div>`;

/** A story in a page with a brand: its colors, its font, its corners. In `css`, `.branded` stands around the element. */
export const inBrand =
  (css = '') =>
  (story: () => unknown): TemplateResult => html`
    <style>
      .branded {
        --alongside-color-surface: light-dark(#f7f9ff, #161b2c);
        --alongside-color-quiet: light-dark(#e6ecfb, #232b45);
        --alongside-color-accent: light-dark(#2b2f77, #c5cbff);
        --alongside-radius: 0;
        font-family: Georgia, serif;
      }
      ${css}
    </style>
    <div class="branded">${story()}</div>
  `;

/** Cards of a page that other elements can point to by the id of what holds them. */
export const services = html`
  <div id="services">
    <resource-card resource-id="988" compact>${fallback}</resource-card>
    <resource-card name="Example Youth Center, night line" phone="555-0101" compact>${fallback}</resource-card>
  </div>
`;

/** A day some days ago, as YYYY-MM-DD. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The code of a story as it is shown: without lines that are empty, and without the indent of its file. */
export function tidy(code: string): string {
  const lines = code
    .replaceAll('</p> <', '</p>\n      <')
    .split('\n')
    .filter((line) => line.trim());
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}

/** The inside of the first element of a tag. */
export function insideOf(canvas: HTMLElement, tag: string): ShadowRoot {
  const root = canvas.querySelector(tag)?.shadowRoot;
  if (!root) throw new Error(`There is no <${tag}> here, or it has no inside yet.`);
  return root;
}

/**
 * What a selector finds first; content in another language can be a moment on its way.
 * Selectors, not words, so that a story plays in every language.
 */
export const find = <E extends HTMLElement = HTMLElement>(root: ShadowRoot, selector: string): Promise<E> =>
  waitFor(() => {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`Nothing is there for ${selector}.`);
    return found;
  });

const user = userEvent.setup({ delay: null });

/** Clicks what a selector finds first. */
export async function press(root: ShadowRoot, selector: string): Promise<void> {
  const control = await find(root, selector);
  await expect(control).toBeEnabled();
  await user.click(control);
}

/** Types into the field that a selector finds first, in place of what is there. */
export async function write(root: ShadowRoot, selector: string, text: string): Promise<void> {
  const field = await find(root, selector);
  await user.type(field, text, { initialSelectionStart: 0, initialSelectionEnd: 9999 });
  await expect(field).toHaveValue(text);
}

/** Shows one element on screen as its style sheets have it for print. */
export function asPrinted(root: ShadowRoot): void {
  root.adoptedStyleSheets = root.adoptedStyleSheets.map(({ cssRules }) => {
    const css = [...cssRules].map(({ cssText }) => cssText).join('');
    const copy = new CSSStyleSheet();
    copy.replaceSync(css.replaceAll('@media print', '@media all'));
    return copy;
  });
}
