/** HTML and CSS of the docs, against what was built. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { parseFragment } from 'parse5';
import { checkPack } from '../../../cli/pack/check-pack.js';
import { root } from '../texts.js';
import { codeProblems } from './code.js';
import { elements, knowsAttribute, serviceIds } from './elements.js';

const nodesIn = (node) => [node, ...[...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])].flatMap(nodesIn)];
const attributesOf = (node) => Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]));
const isCall = ({ href }) => /^(tel|sms):\d+$/.test(href ?? '');

/** These say nothing to call for themselves: one is a link away, the other is credits. */
const withoutPhone = ['quick-exit', 'source-note'];

function elementProblems(node, { whole, ids }) {
  const { tagName: tag } = node;
  const given = attributesOf(node);
  const element = elements.get(tag);
  if (!element) return [`<${tag}>: there is no such element`];
  const problems = Object.keys(given)
    .filter((name) => !knowsAttribute(tag, name, given.tag))
    .map((name) => `<${tag}>: there is no attribute ${name}`);
  const inside = nodesIn(node).slice(1);
  if (whole && !withoutPhone.includes(tag) && !inside.some((one) => one.tagName === 'a' && isCall(attributesOf(one))))
    problems.push(`<${tag}>: there is no number to call inside`);
  for (const { slot } of node.childNodes.map(attributesOf))
    if (slot && !element.slots.some(({ name }) => name === slot)) problems.push(`<${tag}>: there is no slot ${slot}`);
  if (given['resource-id'] && !serviceIds.includes(given['resource-id']))
    problems.push(`<${tag}>: there is no service ${given['resource-id']}`);
  for (const id of `${given.plan ?? ''} ${given.resources ?? ''}`.split(' ').filter(Boolean))
    if (!ids.has(id)) problems.push(`<${tag}>: nothing has the id ${id}`);
  return problems;
}

async function scriptProblems(node) {
  const { src, type } = attributesOf(node);
  if (src !== undefined) {
    const file = src.startsWith('/cdn/') && join(root, src);
    return file && existsSync(file) ? [] : [`<script>: there is no file ${src}`];
  }
  const text = node.childNodes.map(({ value }) => value).join('');
  if (type !== 'application/json') return codeProblems(text, 'js');
  const { problems, choices } = await checkPack(Buffer.from(text));
  return choices ? ['<script>: a pack for no element'] : problems.map(({ path, reason }) => `${path}: ${reason}`);
}

/** What is wrong with a piece of HTML. One with a script is whole: it is pasted as it is, and has numbers to call. */
export async function htmlProblems(code) {
  const problems = [];
  const onParseError = ({ code: name, startLine }) => problems.push(`line ${startLine}: ${name}`);
  const nodes = nodesIn(parseFragment(code, { sourceCodeLocationInfo: true, onParseError }));
  const whole = nodes.some(({ tagName }) => tagName === 'script');
  const ids = new Set(nodes.map((node) => attributesOf(node).id).filter(Boolean));
  for (const node of nodes.filter(({ tagName }) => tagName)) {
    const { tagName: tag, sourceCodeLocation: at } = node;
    if (tag.includes('-')) {
      problems.push(...elementProblems(node, { whole, ids }));
      if (!at.endTag) problems.push(`<${tag}> is never closed`);
    }
    if (tag === 'script') problems.push(...(await scriptProblems(node)));
    const { href } = attributesOf(node);
    if (/^(tel|sms):/.test(href ?? '') && !isCall({ href })) problems.push(`${href} has more than digits in it`);
  }
  return problems;
}

const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
const properties = new Set([
  ...[...tokens.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name),
  ...[...elements.values()].flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name)),
]);

/** What is wrong with a style sheet: its form, tags, parts, and custom properties that nothing reads. */
export function cssProblems(code) {
  const problems = [];
  const Selector = (selector) => {
    const { name: tag } = selector.find(({ type, name }) => type === 'type' && name.includes('-')) ?? {};
    if (tag && !elements.has(tag)) problems.push(`there is no element ${tag}`);
    for (const { kind, names } of selector)
      if (kind === 'part')
        for (const name of names)
          if (!elements.get(tag)?.parts.some((part) => part.name === name))
            problems.push(`${tag ?? 'an element'} has no part ${name}`);
  };
  try {
    const { warnings } = transform({ filename: 'block.css', code: Buffer.from(code), visitor: { Selector } });
    problems.push(...warnings.map(({ message }) => message));
  } catch (error) {
    problems.push(error.message);
  }
  for (const [name] of code.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?<![\w-])--[a-z][\w-]*/g))
    if (!properties.has(name)) problems.push(`nothing reads ${name}`);
  return problems;
}
