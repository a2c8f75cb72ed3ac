/** Pages without JavaScript, or before it: `alongside render`. */
const render = (title) => ({ file: 'tests/node/render.test.js', test: title });
const page = (title, ...loads) => ({ file: 'tests/pages/render.test.js', test: title, loads });

export const mutants = [
  {
    name: 'a page without JavaScript has fields that forget nothing when somebody leaves',
    file: 'cli/render/static-markup.js',
    find: 'for (const node of surface.childNodes) if (node.tagName && !isSlot(node)) mark(node);',
    replace: '',
    killedBy: render('has nothing that does nothing without a script: safety-checklist'),
  },
  {
    name: 'the plan that is printed without JavaScript has no lines to write on',
    file: 'cli/render/print-form.js',
    find: "else replace(label, element('p', '', textOf(label).trim()), blank(), blank());",
    replace: 'else takeOut(label);',
    killedBy: render('is ideas, questions and lines to write on, where a person would type'),
  },
  {
    name: 'a way out without a link of its own leads nowhere without a script',
    file: 'cli/render/render.js',
    find: "  if (link) return '';\n",
    replace: "  if (!link) return '';\n",
    killedBy: render('a way out without one gets a link, in the language of the page'),
  },
  {
    name: 'a private frame is rendered into the page, where its scripts can read it',
    file: 'src/elements/private-frame/static.ts',
    find: "  shows: 'light',\n",
    replace: '',
    killedBy: render('is a private frame: what stands inside is shown'),
  },
  {
    name: 'an attribute of a page becomes markup when it is rendered',
    file: 'cli/render/render.js',
    find: "    .replaceAll('&', '&amp;')\n    .replaceAll('\"', '&quot;');",
    replace: ';',
    killedBy: render('a way out without one gets a link, in the language of the page'),
  },
  {
    name: 'a page tells the command to read files outside of its folder',
    file: 'cli/render/own-content.js',
    find: '  if (!file.startsWith(home.endsWith(sep) ? home : home + sep)) throw new Error("it is outside the page\'s folder");\n',
    replace: '',
    killedBy: render('that cannot be had is told, and what stands between the tags stays'),
  },
  {
    name: 'pressing what is not there yet does nothing, before the script has come',
    file: 'cli/render/static-markup.js',
    find: "  setAttribute(node, 'inert');\n".replace(/^ {2}/, '    '),
    replace: '',
    killedBy: page('lets nothing be used before, and all of it after'),
  },
  {
    name: 'when the script comes, the focus is lost',
    file: 'src/controllers/content.ts',
    find: '      ?.focus({ preventScroll: true });\n',
    replace: '      ?.toString();\n',
    killedBy: page('keeps the focus on the link that has it', 'all.js'),
  },
  {
    name: 'everything stands twice in the page once the script has come',
    file: 'src/controllers/content.ts',
    find: '    for (const node of this.#prerendered) node.remove();\n',
    replace: '',
    killedBy: page('lets nothing be used before, and all of it after', 'all.js'),
  },
  {
    name: 'where no script comes, half of the words stay hidden for ever',
    file: 'cli/render/styles.js',
    find: '.stage:not(.open),.paper{animation:away 10s}',
    replace: '.stage:not(.open),.paper{animation:away 10s forwards}',
    killedBy: page('shows all there is to read when no script has come for a while'),
  },
];
