import { html } from 'lit';
import { ContentController } from '../../controllers/content.js';
import { heading } from '../../templates/heading.js';
import { withEnglish } from '../../templates/with-english.js';
import { privateArea, privateField } from '../fields/private-fields.js';

/**
 * What the area is made with. The area is given that: a file of its own that brought Lit along would be three times as large, and a second Lit in
 * the page is what strict rules about trusted types do not let in.
 */
export const injected = { html, heading, privateArea, privateField, withEnglish, ContentController };
export type Injected = typeof injected;
