import { newId } from './entries.js';
import type { Part } from './notebook.js';

/** One thing in the plan, in the person's own words. */
export interface Item {
  id: string;
  text: string;
  note: string;
  /** The person marked it as in place. */
  inPlace: boolean;
  /** The `id` of the starter idea that it was taken from. Empty: their own. */
  idea: string;
}

/** Somebody in the phone tree. Every field can stay empty. */
export interface Person {
  id: string;
  name: string;
  number: string;
  note: string;
}

/** A safety plan, as it can be edited. */
export interface Plan {
  items: Item[];
  people: Person[];
  ride: { who: string; where: string };
  /** Ids of starter ideas that the person set aside. */
  notForMe: string[];
}

/** The lists of a plan whose entries can be moved, changed and taken out. */
export type ListName = 'items' | 'people';

/** The safety plan's part of the notebook. */
export const planPart: Part<Plan> = {
  name: 'plan',
  shape: {
    items: [{ id: '', text: '', note: '', inPlace: false, idea: '' }],
    people: [{ id: '', name: '', number: '', note: '' }],
    ride: { who: '', where: '' },
    notForMe: [''],
  },
};

/** Adds an entry at the end of the plan. */
export const addItem = (plan: Plan, text: string, idea = ''): unknown =>
  plan.items.push({ id: newId(), text, note: '', inPlace: false, idea });

/** Adds somebody to the phone tree, with nothing known of them yet. */
export const addPerson = (plan: Plan): unknown => plan.people.push({ id: newId(), name: '', number: '', note: '' });
