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
}
