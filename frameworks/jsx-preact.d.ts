import type { HTMLAttributes } from 'preact';
import type { Tags } from '../dist/tags.js';
import type { ElementOf, Listeners, Over, Props } from './props.js';

type Elements = {
  [Tag in keyof Tags]: Over<HTMLAttributes<ElementOf<Tag>>, Props<Tag> & Listeners<Tag>>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
