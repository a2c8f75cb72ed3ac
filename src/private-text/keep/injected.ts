import { html } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import type { formSection } from '../../content/sections/private-form.js';
import { ContentController } from '../../controllers/content.js';
import { note } from '../../templates/head.js';
import { eraser, notebookPen, printer } from '../../templates/icons.js';
import { withEnglish } from '../../templates/with-english.js';
import { privateArea, privateField } from '../fields/private-fields.js';
import { holderOf } from '../fields/writers.js';
import { notebookBar, pointerLine } from './notebook-bar.js';
import { plainOf, printOnly } from './paper.js';

/** Typed by hand: the declaration that TypeScript would write names what Lit does not export. */
const redrawnFor: (key: unknown, value: unknown) => DirectiveResult = keyed;

/**
 * What the area is made with. The area is given that: a file of its own that brought Lit along would be three times as large, and a second Lit in
 * the page is what strict rules about trusted types do not let in.
 */
export const injected = {
  keyed: redrawnFor,
  ...{ html, note, withEnglish, privateArea, privateField, ContentController },
  ...{ eraser, notebookPen, printer, notebookBar, pointerLine, holderOf, plainOf, printOnly },
};
export type Injected = typeof injected;

/** The words that all elements with private text share. */
export type FormWords = Pick<
  ContentController<typeof formSection.schema, keyof typeof formSection.english.words>,
  'say' | 'englishBesideDraft' | 'language'
>;
