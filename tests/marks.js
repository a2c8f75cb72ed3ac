/* global document */
/**
 * What stands on every field that a person writes in, so that nothing fills it in, completes it or sends what is in it away. A list of its own: the tests
 * would not notice what has gone from that of the sources.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const marks = {
  translate: 'no',
  autocomplete: 'off',
  autocorrect: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  writingsuggestions: 'false',
  'data-gramm': 'false',
  'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false',
  'data-ms-editor': 'false',
  'data-lt-active': 'false',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-form-type': 'other',
  'data-lpignore': 'true',
  'data-protonpass-ignore': 'true',
  'data-openreplay-hidden': '',
  'data-clarity-mask': 'true',
  'data-hj-suppress': '',
  'data-dd-privacy': 'hidden',
  'data-private': '',
  'data-heap-redact-text': 'true',
  'data-recording-disable': '',
};

/**
 * Runs in a page. Looks at every field that somebody can type in, through open shadow roots, whether it is in sight or not.
 *
 * @param {Readonly<Record<string, string>>} marks
 * @returns {{ fields: number, wrong: string[] }} how many there are, and a line for each mark that is not there.
 */
export function lookAtFields(marks) {
  const roots = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  const fields = roots
    .slice(1)
    .flatMap((root) => [...root.querySelectorAll('input, textarea, [contenteditable]')])
    .filter((field) => !/^(checkbox|radio|button|submit)$/.test(field.type));
  const wrong = fields.flatMap((field) => {
    const name = `${field.getRootNode().host.localName} ${field.dataset.at}`;
    const missing = Object.keys(marks).filter((mark) => field.getAttribute(mark) !== marks[mark]);
    if (!field.matches('.rr-block.sentry-block.ph-no-capture.fs-exclude')) missing.push('class');
    return missing.map((mark) => `${name}: ${mark} is ${field.getAttribute(mark)}`);
  });
  return { fields: fields.length, wrong };
}
