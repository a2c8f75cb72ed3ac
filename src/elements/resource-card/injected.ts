import { html, nothing } from 'lit';
import { ContentController } from '../../controllers/content.js';
import { intl } from '../../i18n/intl.js';
import { eachMinute } from '../../page/each-minute.js';
import { parse } from '../../schema/parse.js';
import { badge } from '../../templates/badge.js';
import { disclosure } from '../../templates/disclosure.js';
import { note } from '../../templates/head.js';
import { circle, circleDashed, circleMinus, info, tag } from '../../templates/icons.js';
import { withEnglish } from '../../templates/with-english.js';

/**
 * What the details of a card are made with. They are given it, so that their file brings along no second copy of Lit, nor of
 * what is kept in memory.
 */
export const injected = {
  html,
  nothing,
  ContentController,
  eachMinute,
  intl,
  parse,
  withEnglish,
  badge,
  note,
  disclosure,
  icons: { circle, circleDashed, circleMinus, info, tag },
};
export type Injected = typeof injected;
