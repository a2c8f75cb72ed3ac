import { valueAt, write } from '../notebook/entries.js';

/** What buttons do, by their `data-do`. Each is given the button's `data-at`, and the button. What takes the button away says what has the focus then, as selectors. */
export type Commands = Readonly<Record<string, (at: string, button: HTMLElement) => unknown>>;

/** What they change: see `FormController`. */
interface Editable<T> {
  readonly value: object;
  edit(change: (value: T) => unknown): void;
}

/** What a control says: whether it is ticked, the stop of a line that it stands at, or its text. */
export const valueOf = ({ type, checked, value, dataset: { of } }: HTMLInputElement): string | boolean =>
  type === 'checkbox' ? checked : (of?.split(' ')[+value] ?? value);

/** The commands that change nothing but the element's part of the notebook. All elements with private text share them. */
export function editingCommands<T extends object>(form: Editable<T>): Commands {
  return {
    stay: (at, control) =>
      valueAt(form.value, at) || form.edit((value) => write(value, at, valueOf(control as HTMLInputElement))),
    // What was chosen already is chosen no more.
    choose: (at, { dataset: { value: chosen = '' } }) =>
      form.edit((value) => write(value, at, valueAt(value, at) === chosen ? '' : chosen)),
  };
}
