import type { TemplateResult } from 'lit';
import type { keepSection } from '../../content/sections/keep-panel.js';
import type { Vault } from '../vault/vault.js';
import type { Injected } from './injected.js';

/** A word about keeping. */
export type KeepWord = keyof typeof keepSection.english.words;

/** What is drawn from. */
export interface KeepPanelView extends Pick<Vault, 'state' | 'busy' | 'isSaved'> {
  /** Whether this page can keep anything at all. */
  readonly canKeep: boolean;
  /** What the person is to know now. */
  readonly news: KeepWord | '';
  /** The text that could not be copied for the person. */
  readonly text: string;
  readonly say: (word: KeepWord) => string;
  /** The English beside a word that safety can hang on. */
  readonly englishBesideDraft: (word: KeepWord) => string;
}

/** What a person can do with what they typed besides writing it: keep it, carry it, wipe it. All of it is offered, none of it asked for. */
export function keepPanel(
  view: KeepPanelView,
  { html, privateArea, privateField, withEnglish }: Injected,
): TemplateResult {
  const { state, busy, canKeep, isSaved, news, text, say } = view;
  const line = (word: KeepWord) => {
    return html`<p class="muted">${withEnglish(say(word), view.englishBesideDraft(word))}</p>`;
  };
  const button = (does: KeepWord) => html`<button data-keep=${does} ?disabled=${busy}>${say(does)}</button>`;
  const pass = (...words: KeepWord[]) => [
    words.map((word) => privateField(say(word), `pass-${word}`, '')),
    html`<label class="check"><input type="checkbox" class="show" autocomplete="off" />${say('show')}</label>`,
  ];
  const more = (summary: KeepWord, ...inside: unknown[]) =>
    html`<details class="stack">
      <summary>${say(summary)}</summary>
      ${inside}
    </details>`;
  return html`
    ${
      state === 'memory' && canKeep
        ? more(
            'keepOpen',
            ['keepAbout', 'forget', 'limits', 'drops'].map((word) => line(word as KeepWord)),
            pass('new', 'again'),
            button('keep'),
          )
        : ''
    }
    ${canKeep ? '' : line('cannotKeep')}
    ${
      state === 'locked'
        ? html`<details class="stack" open>
            <summary>${say('lockedAbout')}</summary>
            ${pass('pass')} ${button('open')}
          </details>`
        : ''
    }
    ${
      state === 'open'
        ? html`<p>${say('openAbout')} ${say(isSaved ? 'saved' : 'saving')}</p>
            <div class="row">${button('lock')} ${news === 'before' ? button('goOn') : ''}</div>
            ${more('changeOpen', line('forget'), pass('old', 'new', 'again'), button('change'))}`
        : ''
    }
    ${more('fileOpen', line('fileAbout'), line('forget'), pass('new', 'again'), button('file'))}
    ${more(
      'importOpen',
      line('importAbout'),
      privateField(say('choose'), 'file', '', 'file'),
      pass('pass'),
      html`<div class="row">${button('add')} ${button('replace')}</div>`,
    )}
    ${more('copyOpen', line('copyAbout'), button('copy'), text ? privateArea(say('copyHere'), 'text', text) : '')}
    ${state === 'memory' ? '' : more('wipeOpen', line('wipeAbout'), button('wipe'))}
    <p role="status">${busy ? say('busy') : news ? say(news) : ''}</p>
    ${busy ? html`<button data-keep="stop">${say('stop')}</button>` : ''}
  `;
}
