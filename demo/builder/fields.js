// Makes the fields that depend on what the library has: elements, languages, attributes, colors, sites.
import { colorNames, schemes } from './look.js';
import { hosts } from './hosts.js';
import { toNode, element } from './markup.js';
import { isAddress } from './snippet.js';

/** Elements that have a place of their own in the builder, not one in the list. */
const apart = ['quick-exit', 'private-frame'];
/** Attributes that have a field of their own, or none. */
const ownFields = ['src', 'in-page'];

const colorWords = {
  text: 'Text',
  surface: 'Surface',
  accent: 'Links and buttons',
  quiet: 'Quiet surface',
};

const put = (parent, ...nodes) => parent.append(...nodes.map((node) => toNode(node, document)));

/** Elements to choose among. */
export function addWidgets(parent, { elements }) {
  const tags = Object.keys(elements).filter((tag) => !apart.includes(tag));
  tags.forEach((tag, at) =>
    put(
      parent,
      element(
        'label',
        { class: 'choice' },
        element('input', { type: 'radio', name: 'tag', value: tag, checked: at === 0 }),
        element('span', {}, element('b', {}, tag), ' ', elements[tag].words),
      ),
    ),
  );
}

export function addLanguages(select, { languages }) {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  for (const [language, { draft }] of Object.entries(languages)) {
    const words = `${names.of(language)}${draft ? ' (a draft that nobody has reviewed)' : ''}`;
    put(select, element('option', { value: language }, words));
  }
}

export function addHosts(select) {
  for (const { id, name } of hosts) put(select, element('option', { value: id }, name));
}

/** Fields for the attributes of an element, with what it starts with. */
export function addAttributes(parent, { elements }, tag) {
  parent.replaceChildren();
  for (const { name, type, description } of elements[tag].attributes) {
    if (ownFields.includes(name)) continue;
    const id = `attribute-${name}`;
    const value = elements[tag].start[name];
    const note = element('span', { class: 'note', id: `${id}-note` }, description.replaceAll('`', ''));
    const about = { id, 'data-attribute': name, 'aria-describedby': `${id}-note ${id}-problem` };
    if (type === 'boolean') {
      const box = element('input', { ...about, type: 'checkbox', checked: !!value });
      put(parent, element('div', { class: 'field' }, element('label', { class: 'check' }, box, ` ${name}`), note));
    } else {
      const mode = type === 'number' ? 'numeric' : isAddress(name) ? 'url' : '';
      const input = element('input', { ...about, inputmode: mode, spellcheck: 'false', value });
      put(
        parent,
        element('div', { class: 'field', 'data-for': name }, element('label', { for: id }, name), input, note),
      );
    }
  }
}

/** Two groups of colors, each with room for what they are like to read. A color is typed, or picked beside. */
export function addColors(parent, { look }) {
  schemes.forEach((scheme, at) => {
    const fields = colorNames.map((name) => {
      const id = `${scheme}-${name}`;
      const value = look[`color-${name}`][at];
      const what = `${colorWords[name]}, ${scheme}`;
      return element(
        'div',
        { class: 'field', 'data-for': id },
        element('label', { for: id }, what),
        element(
          'span',
          { class: 'pair' },
          element('input', { id, value, spellcheck: 'false', 'aria-describedby': `${id}-problem` }),
          element('input', { type: 'color', value, 'data-picks': id, 'aria-label': `${what}: pick` }),
        ),
      );
    });
    put(
      parent,
      element(
        'fieldset',
        {},
        element('legend', {}, scheme === 'light' ? 'Light' : 'Dark'),
        ...fields,
        element('p', { id: `${scheme}-summary`, role: 'status' }),
        element('ul', { class: 'readings', id: `${scheme}-readings` }),
      ),
    );
  });
}

/** Says under each field what is wrong with it, and under no other. */
export function showProblems(form, problems) {
  for (const field of form.querySelectorAll('[data-for]')) {
    const input = field.querySelector('input');
    const words = problems.find((problem) => problem.field === field.dataset.for)?.words ?? '';
    let place = field.querySelector('.problem');
    if (!place) {
      put(field, element('span', { class: 'problem', id: `${input.id}-problem` }));
      place = field.lastElementChild;
    }
    if (place.textContent !== words) place.textContent = words;
    input.setAttribute('aria-invalid', `${words !== ''}`);
  }
}
