import { html, type TemplateResult } from 'lit';

// Nothing fills in, corrects or submits what is typed here, or sends it to a spelling service. Session replay tools that can
// be asked to leave a control out are asked, each in its own words, on the control itself: rrweb, Sentry, PostHog and FullStory
// (classes), OpenReplay, Clarity, Hotjar, Datadog, LogRocket, Heap, Smartlook (attributes).

/** A field of one line for what a person types in private. `at` comes back as `data-at` of the events' target. */
export const privateField = (
  label: string,
  at: string,
  value: string,
  type: 'text' | 'tel' | 'file' = 'text',
): TemplateResult => html`
  <label class="field">
    <span>${label}</span>
    <input
      class="rr-block sentry-block ph-no-capture fs-exclude"
      data-openreplay-hidden
      data-clarity-mask="true"
      data-hj-suppress
      data-dd-privacy="hidden"
      data-private
      data-heap-redact-text="true"
      data-recording-disable
      autocomplete="off"
      autocorrect="off"
      autocapitalize="off"
      spellcheck="false"
      type=${type}
      data-at=${at}
      .value=${value}
    />
  </label>
`;

/** The same with more than one line. */
export const privateArea = (label: string, at: string, value: string): TemplateResult => html`
  <label class="field">
    <span>${label}</span>
    <textarea
      class="rr-block sentry-block ph-no-capture fs-exclude"
      data-openreplay-hidden
      data-clarity-mask="true"
      data-hj-suppress
      data-dd-privacy="hidden"
      data-private
      data-heap-redact-text="true"
      data-recording-disable
      autocomplete="off"
      autocorrect="off"
      autocapitalize="off"
      spellcheck="false"
      rows="2"
      data-at=${at}
      .value=${value}
    ></textarea>
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
      class="rr-block sentry-block ph-no-capture fs-exclude"
      data-openreplay-hidden
      data-clarity-mask="true"
      data-hj-suppress
      data-dd-privacy="hidden"
      data-private
      data-heap-redact-text="true"
      data-recording-disable
      autocomplete="off"
      autocorrect="off"
      autocapitalize="off"
      spellcheck="false"
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
  <div
    class="rr-block sentry-block ph-no-capture fs-exclude"
    data-openreplay-hidden
    data-clarity-mask="true"
    data-hj-suppress
    data-dd-privacy="hidden"
    data-private
    data-heap-redact-text="true"
    data-recording-disable
    part=${name}
  >
    ${words}
  </div>
`;
