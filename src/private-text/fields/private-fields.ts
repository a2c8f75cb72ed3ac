import { html as plain, nothing, type TemplateResult } from 'lit';

// Session replay tools that can be asked to leave a control out are asked, each in its own words, on the control itself: rrweb, Sentry,
// PostHog and FullStory (classes), OpenReplay, Clarity, Hotjar, Datadog, LogRocket, Heap, Smartlook (attributes).
const unrecorded =
  'class="rr-block sentry-block ph-no-capture fs-exclude" data-openreplay-hidden data-clarity-mask="true" data-hj-suppress ' +
  'data-dd-privacy="hidden" data-private data-heap-redact-text="true" data-recording-disable';

// Nothing fills in, corrects, completes or submits what is typed here, or sends it away to be checked, to be translated or to be a password. The browser
// itself is asked first, spelling services and text prediction included; then Grammarly, Microsoft Editor and LanguageTool; then
// 1Password, Bitwarden, Dashlane, LastPass and Proton Pass. Other tools say no word that they could be asked with.
const unassisted =
  'translate="no" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" ' +
  'data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-ms-editor="false" data-lt-active="false" ' +
  'data-1p-ignore data-bwignore data-form-type="other" data-lpignore="true" data-protonpass-ignore="true"';

const whole = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** Lit's own, with the lists above in place of `data-part-marks`, `data-words-marks` and `data-field-marks`. Each template is put together once. */
function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<1> {
  let made = whole.get(strings);
  if (!made) {
    const texts = strings.map((text) =>
      text
        .replace('data-field-marks', `${unrecorded} ${unassisted}`)
        .replace('data-words-marks', unrecorded.replace('"', '"words '))
        .replace('data-part-marks', unrecorded),
    );
    made = Object.assign(texts, { raw: texts });
    whole.set(strings, made);
  }
  return plain(made, ...values);
}

/**
 * A field of one line for what a person types in private. `at` comes back as `data-at` of the events' target. What there is to know before
 * typing, `hint`, stands between label and field.
 */
export const privateField = (
  label: string,
  at: string,
  value: string,
  type: 'text' | 'tel' | 'file' | 'search' = 'text',
  hint: unknown = nothing,
): TemplateResult => html`
  <label class="field">
    <span>${label}</span> ${hint}
    <input data-field-marks type=${type} data-at=${at} .value=${value} />
  </label>
`;

/** The same with more than one line. */
export const privateArea = (label: string, at: string, value: string): TemplateResult => html`
  <label class="field">
    <span>${label}</span>
    <textarea data-field-marks rows="2" data-at=${at} .value=${value}></textarea>
  </label>
`;

/** A line between two sides, to say in words where one is. `stops` are what is written to `at`; `chosen` is read out. */
export const privateLine = (
  label: string,
  at: string,
  stops: readonly string[],
  index: number,
  chosen: string,
): TemplateResult => html`
  <label class="field">
    <span>${label}</span>
    <input
      data-field-marks
      type="range"
      max=${stops.length - 1}
      data-at=${at}
      data-do="stay"
      data-of=${stops.join(' ')}
      .value=${`${index}`}
      aria-valuetext=${chosen}
    />
  </label>
`;

/** A part of the page that shows what was typed in private, such as a link that holds a number. */
export const privatePart = (words: unknown, name = ''): TemplateResult => html`
  <div data-part-marks part=${name}>${words}</div>
`;

/**
 * What was typed in private, as text. It is marked itself, for the same reason as a link: see there.
 *
 * @param id Names it, for what is labelled by it.
 */
export const privateText = (text: string, id?: string): TemplateResult =>
  html`<bdi data-part-marks translate="no" id=${id ?? nothing}>${text}</bdi>`;

/** What was typed in private, as a button that turns it into its fields. `at` comes back as `data-at`. */
export const privateWords = (at: string, words: unknown): TemplateResult =>
  html`<button data-words-marks data-do="write" data-at=${at}>${words}</button>`;

/** A letter of what was typed in private, or a drawing in its place. It says nothing that is not said beside it. */
export const privateFace = (inside: unknown, name: string): TemplateResult =>
  html`<span data-part-marks part=${name} translate="no" aria-hidden="true">${inside}</span>`;

/**
 * A link whose address holds what was typed in private. It is marked itself: a recorder that is late does not always know what a link stands in.
 *
 * @param id Its own.
 * @param of The id of who or what it leads to: its name is its words, and then theirs.
 */
export const privateLink = (href: string, words: unknown, id: string, of: string): TemplateResult => html`
  <a data-part-marks href=${href} id=${id} aria-labelledby="${id} ${of}">${words}</a>
`;
