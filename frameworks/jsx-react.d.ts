import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Tags } from '../dist/tags.js';
import type { ElementOf, Listeners, Over, Props } from './props.js';

type Elements = {
  [Tag in keyof Tags]: Over<
    DetailedHTMLProps<HTMLAttributes<ElementOf<Tag>>, ElementOf<Tag>>,
    Props<Tag> & Listeners<Tag> & { class?: string | undefined }
  >;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
