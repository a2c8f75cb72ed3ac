// Rollup plugin: minifies what stands in css`` and html`` templates. CSS goes through Lightning CSS, so css`` literals hold no
// expressions; in html`` comments go and white space that holds a line break becomes one space. A warning fails the build.
import { walk } from 'estree-walker';
import { transform } from 'lightningcss';
import MagicString from 'magic-string';

export function litTemplates() {
  return {
    name: 'lit-templates',
    transform(code, id) {
      if (!/\b(?:css|html|svg)`/.test(code) || id.includes('node_modules')) return null;
      const edited = new MagicString(code);
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
            edited.overwrite(start, end, css.toString().replace(/[\\`]|\$\{/g, '\\$&'));
          } else if (['html', 'svg'].includes(node.tag.name)) {
            for (const { start, end } of quasis) {
              const raw = code.slice(start, end);
              const small = raw.replace(/<!--(?!\?)[\s\S]*?-->/g, '').replace(/\s*\n\s*/g, ' ');
              if (small !== raw) edited.overwrite(start, end, small);
            }
          }
        },
      });
      return edited.hasChanged() ? { code: edited.toString(), map: edited.generateMap({ hires: true }) } : null;
    },
  };
}
