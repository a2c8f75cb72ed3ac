import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { Tags } from '../dist/tags.js';
import type { CamelListeners, ElementOf, Over, Props } from './props.js';

/** A component for an element: its properties, its events as `onStageChange`, and what every element of a page takes. */
export type ReactComponent<Tag extends keyof Tags> = ForwardRefExoticComponent<
  Over<HTMLAttributes<ElementOf<Tag>>, Props<Tag> & CamelListeners<Tag>> & RefAttributes<ElementOf<Tag>>
>;
