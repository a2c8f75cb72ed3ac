import { html, nothing, type TemplateResult } from 'lit';
import { aspects, type Options, type Voices } from '../../private-text/notebook/options.js';
import type { DeepReadonly } from '../../private-text/notebook/shape.js';
import type { SharedWord } from '../../private-text/form/rows.js';
import { placeWord, type OptionsWord } from './line.js';
import { privateText } from '../../private-text/fields/private-fields.js';

/** The options on paper, under a heading that tells nothing. What is empty is left out; where there are no options, there are lines to write on. `lines` are those of what is attached. */
export function optionsSheet(
  value: DeepReadonly<Options>,
  say: (word: OptionsWord) => string,
  shared: (word: SharedWord) => string,
  lines: (list: string) => readonly string[],
): TemplateResult {
  const labelled = (label: string, text: string) => (text ? html`<p>${label}: ${privateText(text)}</p>` : nothing);
  const voices = (word: OptionsWord, { mine, theirs }: DeepReadonly<Voices>) => [
    labelled(theirs ? `${say(word)} (${say('mine')})` : say(word), mine),
    labelled(`${say(word)} (${say('theirs')})`, theirs),
  ];
  const blank = html`<p>${'\u00a0'}</p>`;
  return html`
    <h1>${shared('sheet')}</h1>
    ${voices('matters', value.matters)} ${voices('known', value.known)}
    ${value.options.map(
      (option, index) => html`
        <h2>${privateText(option.text)}</h2>
        ${aspects.map((word) => voices(word, option[word]))}
        ${lines(`options.${index}.helpers`).map((text) => html`<p>${privateText(text)}</p>`)}
        ${labelled(say('oneSide'), option.one)} ${labelled(say('otherSide'), option.other)}
        ${option.place ? html`<p>${say('place')}: ${say(placeWord(option.place))}</p>` : nothing}
      `,
    )}
    ${value.options.length ? nothing : [html`<h2>${say('options')}</h2>`, blank, blank, blank]}
    ${labelled(say('decided'), value.decision)}
  `;
}
