/** What the template checkers of Vue and Svelte read. Nothing of it runs. */
import type {} from 'alongside-elements/svelte';
import type {} from 'alongside-elements/vue';
import type { StageChangeEvent } from 'alongside-elements';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';

type Vue = InstanceType<GlobalComponents['stage-guide']>['$props'];
type Svelte = SvelteHTMLElements['stage-guide'];

export const vue: Vue = {
  stage: 'action',
  noticing: true,
  content: { title: 'Stages' },
  'heading-level': 3,
  class: 'wide',
  onStageChange: (event: StageChangeEvent) => event.stage,
};
export const svelte: Svelte = {
  stage: 'action',
  noticing: true,
  content: { title: 'Stages' },
  headingLevel: 3,
  class: 'wide',
  'onstage-change': (event) => event.stage,
};

// @ts-expect-error A level is a number.
export const vueWrong: Vue = { headingLevel: 'three' };
// @ts-expect-error A level is a number.
export const svelteWrong: Svelte = { headingLevel: 'three' };
// @ts-expect-error The event has no such field.
export const listenerWrong: Svelte = { 'onstage-change': (event) => event.nothing };
