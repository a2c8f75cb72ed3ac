// Rollup plugin: minifies what stands in css`` and html`` templates. CSS goes through Lightning CSS, so css`` literals hold no
// expressions, and a warning fails the build. In html`` comments go, and white space that holds a line break: beside a tag or an
// expression it goes altogether (a space that is meant stands on one line with what it parts), elsewhere it becomes one space.
import { walk } from 'estree-walker';
import { transform } from 'lightningcss';
import MagicString from 'magic-string';

/** One piece of a template, between two expressions. `inTag`: it starts inside of a tag, after an attribute's value. */
function minify(piece, inTag) {
  const text = piece.replace(/<!--(?!\?)[\s\S]*?-->/g, '');
  return text.replace(/\s*\n\s*/g, (space, at) => {
    const before = text[at - 1];
    const after = text[at + space.length];
    const tag = at === 0 ? inTag : /<[^>]*$/.test(text.slice(0, at)) || (inTag && !text.slice(0, at).includes('>'));
    if (tag) return after === '>' || after === '/' ? '' : ' ';
    return !before || !after || before === '>' || after === '<' ? '' : ' ';
  });
}

export function litTemplates() {
  return {
    name: 'lit-templates',
    transform(code, id) {
      if (!/\b(?:css|html|svg)`/.test(code) || id.includes('node_modules')) return null;
      const edited = new MagicString(code);
      const isText = /\bcss = String\.raw;/.test(code);
      walk(this.parse(code), {
        enter: (node) => {
          if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return;
          const { quasis } = node.quasi;
          if (node.tag.name === 'css') {
            if (quasis.length > 1) this.error(`${id}: css\`\` holds an expression`);
            const [{ start, end, value }] = quasis;
            const { code: css, warnings } = transform({
              filename: id,
              code: Buffer.from(value.cooked),
              minify: true,
            });
            if (warnings.length) this.error(`${id}: ${warnings[0].message}`);
            // A style sheet of its own is a plain text.
            if (isText) edited.overwrite(node.start, node.end, JSON.stringify(css.toString()));
            else edited.overwrite(start, end, css.toString().replace(/[\\`]|\$\{/g, '\\$&'));
          } else if (['html', 'svg'].includes(node.tag.name)) {
            let inTag = false;
            for (const { start, end } of quasis) {
              const raw = code.slice(start, end);
              const small = minify(raw, inTag);
              if (small !== raw) edited.overwrite(start, end, small);
              inTag = /<[^>]*$/.test(raw) || (inTag && !raw.includes('>'));
            }
          }
        },
      });
      return edited.hasChanged() ? { code: edited.toString(), map: edited.generateMap({ hires: true }) } : null;
    },
  };
}
