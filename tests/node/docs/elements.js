/** What the built manifest knows of the elements, for the checks of the docs. */
import { readElements } from '../../../tools/elements.js';
import { contentFile, root } from '../texts.js';

const list = await readElements(root);

/** By tag: what readElements gives. */
export const elements = new Map(list.map((element) => [element.tag, element]));

/** By the name of its class, which is that of its React component, too. */
export const classes = new Map(list.map((element) => [element.class, element]));

const globals = /^(id|class|style|slot|hidden|lang|dir|title|inert|role|data-[\w-]+|aria-[a-z]+)$/;
const framed = ['goal-planner', 'options-explorer', 'practice-check', 'safety-checklist'];

/** Whether an element knows an attribute. `of`: the tag that a private frame shows. */
export function knowsAttribute(tag, name, of) {
  const has = (one) => elements.get(one)?.attributes.some((attribute) => attribute.name === name);
  return globals.test(name) || has(tag) || (tag === 'private-frame' && framed.includes(of) && has(of));
}

const pascal = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** Whether a template of a framework can set or hear something by this name, with the marks of the framework around it. */
export function knowsBinding({ tag, attributes, properties, events }, binding) {
  const name = binding.replace(/^[:@[(]+(attr\.)?|[\])]+$/g, '');
  const hears = events.flatMap((event) => [event.name, `on${event.name}`, `on${pascal(event.name)}`]);
  const names = [...attributes, ...properties].map((one) => one.name);
  return ['key', 'ref'].includes(name) || knowsAttribute(tag, name) || [...names, ...hears].includes(name);
}

/** The ids of the services that come with the library. */
export const serviceIds = contentFile('resources').content.resources.map(({ id }) => id);
