import type { HTMLAttributes, PublicProps } from 'vue';
import type { Tags } from '../dist/tags.js';
import type { CamelListeners, Over, Props } from './props.js';

type Elements = {
  [Tag in keyof Tags]: new () => {
    $props: PublicProps & Over<HTMLAttributes, Props<Tag> & CamelListeners<Tag>>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}

  /** Vue's own types have no `slot`, which what stands inside of an element needs: `<p slot="note">`. */
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
