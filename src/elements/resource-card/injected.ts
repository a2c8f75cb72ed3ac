import { html, nothing } from 'lit';
import { ContentController } from '../../controllers/content.js';
import { parse } from '../../schema/parse.js';
import { withEnglish } from '../../templates/with-english.js';

/** What the details of a card are made with. They are given that, so that their file brings no second Lit along. */
export const kit = { html, nothing, ContentController, parse, withEnglish };
export type Kit = typeof kit;
