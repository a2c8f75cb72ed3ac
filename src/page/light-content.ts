import { contentScript } from './own-content.js';

const unseen = `${contentScript},template,[slot]:not([slot=""])`;

/**
 * Whether something stands between an element's tags that people see in place of what the element draws. Content for the element is not seen, nor is a
 * template; and what goes into a named slot, such as a note, is seen only beside what the element draws.
 */
export const hasLightContent = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element ? !node.matches(unseen) : node instanceof Text && node.data.trim(),
  );
