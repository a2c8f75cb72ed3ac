// The page of the builder: reads what was chosen, and shows the preview, the snippet and what to know about it.
import { readings } from './contrast.js';
import { addAttributes, addColors, addHosts, addLanguages, addWidgets, showProblems } from './fields.js';
import { hosts } from './hosts.js';
import { colorNames, colorsOf, schemes } from './look.js';
import { element, toNode } from './markup.js';
import { notesFor, whereOf } from './notes.js';
import { show } from './preview.js';
import { factsOf, isPrivate, snippet } from './snippet.js';

const $ = (id) => document.getElementById(id);
const chosen = (name) => document.querySelector(`[name=${name}]:checked`).value;
const typed = (id) => $(id).value.trim();
const list = (parent, lines) =>
  parent.replaceChildren(...lines.map((line) => toNode(element('li', {}, line), document)));

/** Milliseconds without a change after which the snippet is made anew. */
const pause = 150;

/** All that the builder asks for: what the library has, and the hashes of its files. Both come with the page. */
async function load() {
  const [facts, manifest] = await Promise.all(
    ['builder.json', 'manifest.json'].map(async (file) => {
      const response = await fetch(`../cdn/${file}`);
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return response.json();
    }),
  );
  return factsOf(facts, manifest);
}

function readAttributes() {
  const fields = [...document.querySelectorAll('[data-attribute]')];
  return Object.fromEntries(
    fields.map(({ dataset, type, checked, value }) => [dataset.attribute, type === 'checkbox' ? checked : value]),
  );
}

const readColors = (scheme) => Object.fromEntries(colorNames.map((name) => [name, typed(`${scheme}-${name}`)]));

function read() {
  const { form, level, inline, comments } = hosts.find(({ id }) => id === $('host').value);
  const colors = $('own-colors').checked && Object.fromEntries(schemes.map((scheme) => [scheme, readColors(scheme)]));
  return {
    tag: chosen('tag'),
    attributes: readAttributes(),
    src: typed('src'),
    language: $('language').value,
    framed: $('framed').checked,
    look: { ...colors, radius: $('radius').value, space: $('space').value },
    exit: $('exit').checked,
    destination: typed('destination'),
    site: typed('site'),
    folder: typed('folder'),
    form,
    level,
    inline,
    comments,
  };
}

function showReadings(options, facts) {
  for (const scheme of schemes) {
    const all = readings(colorsOf(options.look[scheme], scheme, facts.look));
    const hard = all.filter(({ fine }) => !fine).length;
    const summary = hard === 0 ? 'All of it is easy to read.' : `${hard} of ${all.length} are hard to read.`;
    if ($(`${scheme}-summary`).textContent !== summary) $(`${scheme}-summary`).textContent = summary;
    list(
      $(`${scheme}-readings`),
      all.map(({ words }) => words),
    );
    all.forEach(({ fine }, at) => $(`${scheme}-readings`).children[at].classList.toggle('problem', !fine));
  }
}

async function copy(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return 'Copied.';
  } catch {
    area.focus();
    area.select();
    return 'Your browser didn’t let the page copy. The code is selected: press Ctrl+C, or Command+C on a Mac.';
  }
}

/** One field for each part, with a button. A part that stays keeps its field, so that the focus is not lost. */
function showParts(parts) {
  const places = $('parts');
  for (const place of [...places.children]) if (!parts.some(({ id }) => `part-${id}` === place.id)) place.remove();
  for (const { id, html } of parts) {
    let place = $(`part-${id}`);
    if (!place) {
      const code = element('textarea', { id: `code-${id}`, readonly: true, spellcheck: 'false', wrap: 'off' });
      const button = element('button', { type: 'button' }, 'Copy');
      place = toNode(
        element('div', { id: `part-${id}`, class: 'part' }, element('label', { for: `code-${id}` }), code, button),
        document,
      );
      place.querySelector('button').onclick = async () => {
        $('copied').textContent = '';
        const said = await copy($(`code-${id}`));
        $('copied').textContent = said;
      };
    }
    places.append(place);
    const where = whereOf(id, parts.length);
    place.querySelector('label').textContent = where;
    place.querySelector('button').setAttribute('aria-label', `Copy: ${where}`);
    const area = place.querySelector('textarea');
    if (area.value !== html) {
      area.value = html;
      area.rows = Math.min(24, html.split('\n').length + 1);
    }
  }
}

function showAll(facts) {
  const options = read();
  const host = hosts.find(({ id }) => id === $('host').value);
  const { attributes } = facts.elements[options.tag];
  const src = attributes.find(({ name }) => name === 'src');
  $('private').hidden = !isPrivate(facts, options.tag);
  $('colors').hidden = !$('own-colors').checked;
  $('exit-fields').hidden = !options.exit;
  document.querySelector('[data-for=src]').hidden = !src;
  $('src-note').textContent = src ? `${src.description} Only pages of yours ask for it.` : '';
  $('language-note').textContent = facts.languages[options.language]?.draft
    ? 'This translation is a draft. Each element says so.'
    : '';

  const { parts, problems, preview } = snippet(options, facts);
  showProblems($('choices'), problems);
  showReadings(options, facts);
  show($('frame'), preview, { width: chosen('width'), scheme: chosen('scheme') });
  showParts(parts);
  const said = problems.length
    ? 'Something you entered can’t be used and was left out of the snippet. See the note under that field.'
    : '';
  if ($('wrong').textContent !== said) $('wrong').textContent = said;
  $('host-title').textContent = `How to put it in: ${host.name}`;
  list($('steps'), host.steps);
  $('exit-steps').hidden = !options.exit;
  list($('exit-steps').querySelector('ul'), host.exit);
  list($('notes'), notesFor(options, facts));
}

async function start() {
  const facts = await load();
  const form = $('choices');
  addWidgets($('widgets'), facts);
  addLanguages($('language'), facts);
  addHosts($('host'));
  addColors($('colors'), facts);
  addAttributes($('attributes'), facts, chosen('tag'));

  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => showAll(facts), pause);
  };
  form.onsubmit = (event) => event.preventDefault();
  document.addEventListener('input', ({ target }) => {
    if (target.name === 'tag') addAttributes($('attributes'), facts, target.value);
    // The two fields of a color say the same.
    if (target.dataset.picks) $(target.dataset.picks).value = target.value;
    const picks = target.id && document.querySelector(`[data-picks="${target.id}"]`);
    if (picks) picks.value = target.value;
    $('copied').textContent = '';
    soon();
  });
  $('frame').addEventListener('load', () => showAll(facts));
  for (const id of ['choices', 'preview', 'result']) $(id).hidden = false;
  $('state').textContent = '';
  showAll(facts);
}

start().catch((error) => {
  console.error(error);
  $('state').textContent =
    'The builder could not be loaded. Its folder and the cdn/ folder have to be next to each other.';
});
