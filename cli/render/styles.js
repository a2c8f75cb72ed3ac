import { createHash } from 'node:crypto';

/**
 * What an element looks like before its script is there. Where scripts run it looks as it will, so that nothing moves when it takes over: what needs the script
 * is seen, and what the element would not show waits out of sight. After ten seconds it is taken that no script will come, and all is there to read.
 * A browser that cannot tell whether scripts run (Chrome before 120, Firefox before 113, Safari before 17) shows all of it from the start.
 */
const before = `
slot:not([name]){display:none}
.paper{margin-block-start:0}
.rule{border-block-end:1px solid var(--_line)}
@media not (scripting:enabled){[hidden]{display:none!important}}
@media (scripting:enabled){
:where([hidden]){display:block}
:where(button[hidden],input[hidden]){display:inline-block}
[hidden]{animation:gone 0s 10s forwards}
.stage:not(.open),.paper{animation:away 10s}
}
@media print{
[hidden]{display:none!important}
.stage,.paper{animation:none!important}
}
@keyframes gone{to{display:none;visibility:hidden}}
@keyframes away{from,to{position:absolute;max-block-size:0;padding-block:0;overflow:hidden;visibility:hidden}}
`;

/** With its script, an element in which a person writes prints a sheet of its own in place of itself. */
const onPaper = '@media print{.surface{display:block}}';

/**
 * The styles of an element before its script is there, from those that it has with it.
 *
 * @param {import('alongside-elements/internal/page/static-element.js').StaticElement} facts
 * @param {string} css
 */
export const stylesOf = (facts, css) =>
  `${css}${before.replaceAll('\n', '')}${facts.shows === 'form' ? onPaper : ''}${facts.css ?? ''}`;

/** What a content security policy allows a style element by: `sha256-…`. */
const hashOf = (css) => `sha256-${createHash('sha256').update(css).digest('base64')}`;

/** The hashes of all style elements in a piece of HTML that we wrote: each once, in order. */
export const hashesIn = (html) =>
  [...new Set([...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => hashOf(css)))].sort();
