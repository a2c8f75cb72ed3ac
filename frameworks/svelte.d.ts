import type { HTMLAttributes } from 'svelte/elements';
import type { Tags } from '../dist/tags.js';
import type { ElementOf, Listeners, Over, Props } from './props.js';

type Elements = {
  [Tag in keyof Tags]: Over<HTMLAttributes<ElementOf<Tag>>, Props<Tag> & Listeners<Tag>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
