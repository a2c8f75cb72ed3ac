/**
 * Rollup plugin: a finished file looks at itself before it starts anything. Some minifiers do not know template literals, or change what stands
 * in them: they take out spaces, line breaks, or what looks like a comment. The elements are drawn from such templates. With a space gone a
 * binding falls apart without an error, and a card is drawn that has no phone number. So a template with everything in it that such tools are
 * known to change is counted first. If the count is wrong, nothing is started, what stands inside the elements stays on screen, and the
 * console says why.
 *
 * The count is a number, since a text to compare with could be changed in the same way. The template has a tag, as Lit's have, so that no
 * minifier that is right makes a plain text of it. It is put in last: our own minifier never sees it.
 */
import MagicString from 'magic-string';

/**
 * Spaces at both ends, in runs, between expressions, before names with a dot, around tags, signs, and braces; line breaks and tabs; what looks like
 * a comment in JavaScript, CSS, or HTML, each with a line of its own, so that no more than that line is lost where it is taken for one. And
 * a template inside, which some tools take for code between two others.
 */
const kinds =
  ' <a  a="a  a" .a=${0} ?a=${0}>  <a> ${0} ${0} - ${0} </a>\n\n\t<!-- a -->\n /* a */ a > a + a , .a { a : a( a + a ) ; } [ a = a | a ] ! a & a ? a * a\n// a\n ';
const nested = ' ${0}  <a .a=${0}> </a> ; a\n ';

/** How a tag of a template counts: over the pieces as they come, and on from the count of the template inside. */
const count = (pieces, before = 0) => {
  const text = pieces.join('|');
  let sum = before;
  for (let at = 0; at < text.length;) sum = (sum * 31 + text.charCodeAt(at++)) | 0;
  return sum;
};
const piecesOf = (template) => template.split('${0}');
const right = count(piecesOf('${0}' + kinds), count(piecesOf(nested)));

const words = (file) =>
  `alongside-elements: a minifier broke the templates in ${file}, so nothing was started. Leave this file out of minifying.`;

/**
 * @param file the name of the file, for the console.
 * @param options.says `false`: whoever loads the file says it, or another file does.
 */
export const canary = (file, { says = true } = {}) => ({
  name: 'canary',
  renderChunk(code) {
    if (!code.includes('`')) return null;
    const template = `T\`\${T\`${nested}\`}${kinds}\``;
    const fail = `throw ${says ? 'console.warn(e),' : ''}e`;
    const check =
      `{const T=(t,n=0)=>{let s=t.join("|"),i=0;for(;i<s.length;)n=n*31+s.charCodeAt(i++)|0;return n};` +
      `if(${template}!=${right}){let e=Error(${JSON.stringify(words(file))});${fail}}}`;
    const edited = new MagicString(code);
    // What begins with a directive keeps it first.
    edited.appendLeft(/^"use strict";/.exec(code)?.[0].length ?? 0, check);
    return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
  },
});
