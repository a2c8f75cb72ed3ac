import type { TemplateResult } from 'lit';
import type { keepSection } from '../../content/sections/keep-panel.js';
import type { Vault } from '../vault/vault.js';
import type { FormWords, Injected } from './injected.js';
import { keepIcons } from './keep-icons.js';
import type { BarParts } from './notebook-bar.js';

/** A word about keeping. */
export type KeepWord = keyof typeof keepSection.english.words;

/** What can be open below the bar, one at a time. Empty: nothing is. */
export type OpenPanel =
  '' | 'keep' | 'open' | 'print' | 'clear' | 'wipe' | 'more' | 'file' | 'import' | 'copy' | 'change';

/** A part of the notebook that can go on paper. */
export interface ListedPart {
  readonly part: string;
  readonly name: string;
  /** It is the part of the element that holds the bar. */
  readonly own: boolean;
}

/** What is drawn from. */
export interface KeepPanelView extends Pick<Vault, 'state' | 'busy' | 'isSaved'> {
  /** The level of the heading of what is open. */
  readonly level: number;
  /** Whether this page can keep anything at all. */
  readonly canKeep: boolean;
  /** Code of the page around could read what is typed, and nobody said that they know. */
  readonly readable: boolean;
  /** What is open. */
  readonly panel: OpenPanel;
  /** What the person is to know now. */
  readonly news: KeepWord | '';
  /** The same in words. */
  readonly said: string;
  /** All was cleared, and can be brought back. */
  readonly canUndo: boolean;
  /** What can go on paper. */
  readonly parts: readonly ListedPart[];
  /** What would be cleared, in words. */
  readonly clears: string;
  /** The text that could not be copied for the person. */
  readonly text: string;
  readonly say: (word: KeepWord) => string;
  /** The English beside a word that safety can hang on. */
  readonly englishBesideDraft: (word: KeepWord) => string;
  readonly shared: FormWords;
}

/** Those that open from “More”. */
const inMore: readonly OpenPanel[] = ['file', 'import', 'copy', 'change'];

/** Where the words of a person are now. */
export function stateOf(view: KeepPanelView, injected: Injected): Pick<BarParts, 'icon' | 'state'> & { way: string } {
  const { state, canKeep, isSaved, say, shared } = view;
  const { lock, lockOpen, info } = keepIcons(injected);
  if (state === 'locked') return { icon: lock(), state: say('lockedAbout'), way: say('pointerLocked') };
  if (state === 'open') return { icon: lockOpen(), state: say(isSaved ? 'saved' : 'saving'), way: say('pointerOpen') };
  return canKeep
    ? { icon: injected.notebookPen(), state: shared.say('here'), way: shared.say('pointer') }
    : { icon: info(), state: say('offHere'), way: say('pointerOff') };
}

/** What a person can do with what they typed besides writing it: keep it, carry it, print it, clear it. All of it is offered, none of it asked for. */
export function keepBar(view: KeepPanelView, injected: Injected): BarParts {
  const { html, withEnglish, printer, eraser } = injected;
  const { state, busy, canKeep, panel, said, say, shared } = view;
  const icons = keepIcons(injected);
  const own = (word: KeepWord) => withEnglish(say(word), view.englishBesideDraft(word));
  const ofAll = (word: 'memory' | 'readable') => withEnglish(shared.say(word), shared.englishBesideDraft(word));
  const opener = (opens: OpenPanel, icon: unknown, words: unknown, kind = 'quiet') => {
    const isOpen = panel === opens || (opens === 'more' && inMore.includes(panel));
    return html`<button
      class=${kind}
      data-opens=${opens}
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="panel"
      ?disabled=${busy}
    >
      ${icon}${words}
    </button>`;
  };
  const abouts = {
    memory: canKeep ? [ofAll('memory')] : [own('cannotKeep'), ' ', ofAll('memory')],
    open: [own('locks')],
    locked: [own('lockedType')],
  };
  const { icon, state: heading } = stateOf(view, injected);
  const isKept = state !== 'memory';
  return {
    icon,
    state: heading,
    name: 'keeping',
    about: [abouts[state], view.readable ? [' ', ofAll('readable')] : ''],
    actions: [
      state === 'memory' && canKeep ? opener('keep', icons.lock(), say('keepOpen'), 'own') : '',
      state === 'open'
        ? html`<button class="own" data-keep="lock" ?disabled=${busy}>${icons.lock()}${say('lock')}</button>`
        : '',
      opener('print', printer(), shared.say('print')),
      isKept ? opener('wipe', eraser(), say('wipeOpen')) : opener('clear', eraser(), say('clearOpen')),
      opener('more', icons.ellipsis(), say('more'), 'quiet soft'),
    ],
    below: html`<div id="panel" class=${panel || said ? 'panel stack' : ''}>
      ${panel ? injected.keyed(panel, inPanel(view, injected, opener)) : ''}
      <p aria-live="polite" aria-atomic="true" class=${said ? 'note' : ''}>${said}</p>
      ${injected.keyed(panel, panelButtons(view, injected))}
    </div>`,
  };
}

type Opener = (opens: OpenPanel, icon: unknown, words: unknown, kind?: string) => TemplateResult;

/** What is open: what it means, and its fields. */
function inPanel(view: KeepPanelView, injected: Injected, opener: Opener): unknown {
  const { html, withEnglish, privateArea, privateField, note } = injected;
  const { say, shared } = view;
  const icons = keepIcons(injected);
  const english = (word: KeepWord) => withEnglish(say(word), view.englishBesideDraft(word));
  const title = (words: string) =>
    html`<div role="heading" class="panel-title" aria-level=${view.level} tabindex="-1">${words}</div>`;
  const line = (word: KeepWord) => html`<p>${english(word)}</p>`;
  const pass = (...words: KeepWord[]) => [
    html`<div class="pair">${words.map((word) => privateField(say(word), `pass-${word}`, ''))}</div>`,
    html`<label class="check"><input type="checkbox" class="show" autocomplete="off" />${say('show')}</label>`,
  ];
  const known = (...words: KeepWord[]) =>
    note(
      icons.info,
      words.map((word, index) => [index ? ' ' : '', english(word)]),
    );
  const which = () =>
    html`<div>
      ${view.parts.map(
        ({ part, name, own }) =>
          html`<label class="check"
            ><input type="checkbox" autocomplete="off" data-part=${part} .checked=${own} />${name}</label
          >`,
      )}
    </div>`;
  const panels: Readonly<Record<Exclude<OpenPanel, ''>, () => unknown>> = {
    keep: () => [
      title(say('keepOpen')),
      line('keepAbout'),
      pass('new', 'again'),
      known('forget', 'limits'),
      html`<p class="small muted">${english('drops')}</p>`,
    ],
    open: () => pass('pass'),
    print: () => [title(shared.say('print')), line('printWhich'), which()],
    clear: () => [title(say('clearTitle')), html`<p>${view.clears}</p>`],
    wipe: () => [title(say('wipeOpen')), line('wipeAbout')],
    more: () =>
      html`<div class="acts">
        ${opener('file', icons.fileLock(), say('fileOpen'))} ${opener('import', icons.folderOpen(), say('importOpen'))}
        ${opener('copy', icons.copy(), say('copyOpen'))}
        ${view.state === 'open' ? opener('change', icons.keyRound(), say('changeOpen')) : ''}
      </div>`,
    file: () => [title(say('fileOpen')), line('fileAbout'), pass('new', 'again'), known('forget')],
    import: () => [
      title(say('importOpen')),
      line('importAbout'),
      privateField(say('choose'), 'file', '', 'file'),
      pass('pass'),
    ],
    copy: () => [
      title(say('copyOpen')),
      line('copyAbout'),
      line('copyWhich'),
      which(),
      view.text ? privateArea(say('copyHere'), 'text', view.text) : '',
    ],
    change: () => [title(say('changeOpen')), pass('old', 'new', 'again'), known('forget')],
  };
  return view.panel && panels[view.panel]();
}

/** What is done at the end of what is open, or with what was said. */
function panelButtons(view: KeepPanelView, injected: Injected): unknown {
  const { html, printer, eraser } = injected;
  const { busy, panel, news, canUndo, say, shared } = view;
  const icons = keepIcons(injected);
  const button = (does: string, icon: unknown, words: string, kind = 'primary') =>
    html`<button class=${kind} data-keep=${does} ?disabled=${busy}>${icon}${words}</button>`;
  const panels: Readonly<Partial<Record<OpenPanel, unknown>>> = {
    keep: button('keep', icons.lock(), say('keep')),
    open: button('open', icons.lockOpen(), say('open')),
    print: button('print', printer(), shared.say('print')),
    clear: button('clear', eraser(), shared.say('clear'), 'calm'),
    wipe: button('wipe', eraser(), say('wipe'), 'calm'),
    file: button('file', icons.fileLock(), say('file')),
    import: [button('add', icons.folderOpen(), say('add')), button('replace', '', say('replace'), '')],
    copy: button('copy', icons.copy(), say('copy')),
    change: button('change', icons.keyRound(), say('change')),
  };
  const cancel = panel && panel !== 'more' && panel !== 'open';
  return html`<div class="acts">
    ${panels[panel]} ${news === 'before' ? button('goOn', '', say('goOn'), '') : ''}
    ${!panel && canUndo ? button('undo', icons.undo2(), shared.say('undo'), 'quiet') : ''}
    ${
      busy
        ? html`<button class="quiet" data-keep="stop">${say('stop')}</button>`
        : cancel
          ? html`<button class="quiet" data-opens="">${say('cancel')}</button>`
          : ''
    }
  </div>`;
}
