// What the elements do, for a page whose markup is all there: plain JavaScript that changes only what has to change.
// Keeping what was written is left out: the buttons for it are there, and do nothing.

const template = (name) => document.getElementById(`${name}-template`);
const draw = (name) => template(name).content.firstElementChild.cloneNode(true);

const guide = document.querySelector('.stage-guide');
const tabs = [...guide.querySelectorAll('[role=tab]')];
const stages = tabs.map(({ textContent }) => textContent.trim());
const panels = tabs.map((tab) => document.getElementById(tab.getAttribute('aria-controls')));
const invite = guide.querySelector('.invite');
const whole = draw('whole');
const round = draw('round');
const [before, after] = round.children;
let stage = -1;

function choose(index) {
  stage = index;
  tabs.forEach((tab, at) => {
    tab.setAttribute('aria-selected', at === index);
    tab.tabIndex = at === Math.max(index, 0) ? 0 : -1;
    panels[at].classList.toggle('open', at === index);
  });
  if (index < 0) {
    panels[0].before(invite);
    whole.remove();
    round.remove();
    return;
  }
  invite.remove();
  before.querySelector('span').firstChild.data = stages.at(index - 1);
  after.querySelector('span').firstChild.data = stages[(index + 1) % stages.length];
  panels[index].append(round);
  panels.at(-1).after(whole);
}

tabs.forEach((tab, at) => {
  tab.addEventListener('click', () => choose(at));
  tab.addEventListener('keydown', (event) => {
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[
      event.key
    ];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = tabs.at(to % tabs.length);
    next.focus();
    next.click();
  });
});

whole.addEventListener('click', () => {
  const tab = tabs[stage];
  choose(-1);
  tab.focus();
});

for (const [button, step] of [
  [before, -1],
  [after, 1],
]) {
  button.addEventListener('click', () => {
    choose((stage + step + tabs.length) % tabs.length);
    button.focus();
  });
}

guide.querySelector('.noticing').addEventListener('change', ({ target }) => {
  const item = target.closest('li');
  const said = item.querySelector('[role=status]');
  item.querySelector('.described')?.remove();
  said.textContent = '';
  if (!target.checked) return;
  const sign = item.querySelector('label').textContent.trim();
  const described = draw('described');
  const [words, chip] = described.children;
  const found = [...panels.keys()].filter((at) =>
    [...panels[at].querySelectorAll('li')].some(({ textContent }) => textContent.trim() === sign),
  );
  const chips = found.map((at) => {
    const one = chip.cloneNode();
    one.textContent = stages[at];
    one.addEventListener('click', () => choose(at));
    return one;
  });
  described.replaceChildren(words, ...chips);
  said.before(described);
  said.textContent = `${words.textContent} ${found.map((at) => stages[at]).join(', ')}`;
});

const undoSeconds = 10;
const plan = document.querySelector('.safety-checklist');
const own = plan.querySelector('[data-at=own]');
const status = plan.querySelector('.surface > [role=status]');
const undo = plan.querySelector('.surface > .row > [data-do=undo]');

/** The lists of the plan: what stands there while they are empty, what comes after them, and the hint that is above them only when they are not. */
const lists = {};
for (const [at, name] of ['items', 'people'].entries()) {
  const none = plan.querySelectorAll('.empty')[at];
  const list = document.createElement('ol');
  list.className = 'rows';
  const head = none.closest('.sec').querySelector('.sec-head');
  lists[name] = { list, none, head, next: none.nextElementSibling, hint: name === 'items' ? draw('hint') : undefined };
}

/** What each row is about: the `name` of its list, its `entry`, and the `line` that shows it. */
const facts = new WeakMap();
/** What stands in the fields outside of rows, as it was last known. */
const free = {};
/** Ideas that are set aside, by their lines there. */
const resting = new Map();
/** What can be taken back. */
const past = [];
/** How many rows were made. */
let made = 0;
/** The row whose fields are shown. */
let writing;
/** What is said where something was taken away. */
let done;
let forgetting;
/** Whether the key that is pressed is the one that goes on to the next control. */
let goesOn = false;
let dragged;

const rowsOf = (name) => [...lists[name].list.children].filter((row) => row !== done);

/** Takes a node out. What it leaves there is replaced with it to bring it back. */
function takeOut(node) {
  const mark = document.createComment('');
  node.replaceWith(mark);
  return mark;
}

/** Words about a text: what is before it, itself, what is after it. */
function about(words, text) {
  const letters = [...(text || 'Nothing written yet')];
  const shown = draw('text');
  shown.textContent = letters.length > 80 ? `${letters.slice(0, 80).join('').trim()}…` : letters.join('');
  const [start, end] = words.split('{text}');
  return [start, shown, end];
}

function closeDone() {
  if (!done) return;
  done.remove();
  done = undefined;
  refresh('items');
  refresh('people');
}

/** Says something where something was taken away. */
function sayAt(mark, words) {
  done = draw('done');
  done.querySelector('p').append(...words);
  mark.after(done);
  done.querySelector('button').focus();
}

/**
 * Has it known that something was done, which `back` undoes; it gives what has the focus then, if not the button for that. Changes of the same
 * `what`, one right after the other, are undone as one.
 */
function act(back, said = [], what = '') {
  closeDone();
  const step = { back, what };
  if (!what || past.at(-1)?.what !== what) past.push(step);
  undo.disabled = false;
  status.replaceChildren(...said);
  return step;
}

function takeBack() {
  closeDone();
  const next = past.pop().back();
  undo.disabled = !past.length;
  status.replaceChildren('Undone.');
  (next ?? (past.length ? undo : own)).focus();
}

function setEnds(row, isFirst, isLast) {
  const { line } = facts.get(row);
  line.querySelector('[data-do=up]').disabled = isFirst;
  line.querySelector('[data-do=down]').disabled = isLast;
}

function refresh(name) {
  const { list, none, next, head, hint } = lists[name];
  const rows = rowsOf(name);
  if (!list.childElementCount) list.remove();
  else if (!list.isConnected) next.before(list);
  if (rows.length) none.remove();
  else next.before(none);
  if (hint && !rows.length) hint.remove();
  else if (hint && !hint.isConnected) head.after(hint);
  rows.forEach((row, at) => setEnds(row, at === 0, at === rows.length - 1));
}

const dialable = (number = '') => (/^\s*\+/.test(number) ? '+' : '') + number.replace(/\D/g, '');

/** Shows what is in an entry: in its line, and in its fields where they are open. */
function show(row) {
  const { name, entry, line, below } = facts.get(row);
  const written = name === 'items' ? [entry.text, entry.note] : [entry.name, entry.number, entry.note].filter(Boolean);
  const [text = '', ...others] = written;
  const small = others.filter(Boolean).join(' · ');
  const words = line.querySelector('.words');
  words.firstElementChild.textContent = text || 'Nothing written yet';
  words.firstElementChild.classList.toggle('muted', !text);
  words.querySelector('small')?.remove();
  if (small) {
    const shown = document.createElement('small');
    shown.append(draw('text'));
    shown.firstChild.textContent = small;
    words.append(shown);
  }
  if (name === 'items') line.querySelector('.box > input').checked = !!entry.inPlace;
  if (below) {
    const face = line.querySelector('[part=face]');
    const [letter] = [...(entry.name ?? '').trim()];
    face.replaceChildren(letter ? letter.toUpperCase() : draw('people').querySelector('[part=face] > svg'));
    const number = dialable(entry.number);
    const [call, sms] = below.querySelectorAll('a');
    call.href = `tel:${number}`;
    sms.href = `sms:${number}`;
    if (number.replace('+', '').length > 2) line.append(below);
    else below.remove();
  }
  if (row !== writing) return;
  for (const field of row.querySelectorAll('.writing [data-at]')) field.value = entry[field.dataset.at] ?? '';
}

/** A row of its own, with ids of its own. */
function makeRow(name, entry) {
  const row = draw(name);
  const number = made++;
  for (const node of row.querySelectorAll('[id], [aria-labelledby]')) {
    for (const key of ['id', 'aria-labelledby', 'popovertarget']) {
      const value = node.getAttribute(key);
      if (value) node.setAttribute(key, value.replaceAll('.0', `.${number}`));
    }
  }
  const line = row.querySelector('.line');
  facts.set(row, { name, number, entry, line, below: line.querySelector('.below') });
  show(row);
  return row;
}

/** Takes an idea out, and its section with the last of them. Gives what brings it back. */
function takeIdea(idea) {
  const section = idea.closest('.sec');
  const mark = takeOut(idea);
  const sectionMark = section.querySelector('.offer') ? undefined : takeOut(section);
  return () => {
    sectionMark?.replaceWith(section);
    mark.replaceWith(idea);
  };
}

/** Takes a row out. The idea that it was taken from is offered again. Gives where it was, and what brings it back. */
function takeRow(row) {
  const fact = facts.get(row);
  if (row === writing) closeFields();
  const mark = takeOut(row);
  fact.offer?.();
  refresh(fact.name);
  const back = () => {
    mark.replaceWith(row);
    if (fact.idea) fact.offer = takeIdea(fact.idea);
    refresh(fact.name);
  };
  return { mark, back };
}

function add(name, entry, said, idea) {
  const row = makeRow(name, entry);
  act(() => void takeRow(row), said);
  if (idea) Object.assign(facts.get(row), { idea, offer: takeIdea(idea) });
  const { list } = lists[name];
  const last = list.lastElementChild;
  list.append(row);
  // Only what was the last row and what is it now: the others stay as they are.
  setEnds(row, !last, true);
  if (last) setEnds(last, !last.previousElementSibling, false);
  else refresh(name);
  return row;
}

function addOwn() {
  const text = own.value.trim();
  if (text) {
    own.value = '';
    add('items', { text }, about('Added: {text}', text));
  }
  own.focus();
}

/** Shows the fields of a row in place of its line. */
function openFields(row, first = ':is(input, textarea)') {
  closeFields();
  const { name, line } = facts.get(row);
  line.replaceWith(draw(`${name}-fields`));
  writing = row;
  show(row);
  row.querySelector(`.writing ${first}`).focus();
}

/** Shows the line again. */
function closeFields() {
  const row = writing;
  if (!row) return;
  writing = undefined;
  row.querySelector('.writing').replaceWith(facts.get(row).line);
}

function leaveFields(row) {
  closeFields();
  row.querySelector('.words').focus();
}

/** The other rows make way, so what has the focus and what is open in the row that is moved stays so. */
function place(row, to) {
  const { name } = facts.get(row);
  const at = () => rowsOf(name).indexOf(row);
  while (at() > to) row.after(row.previousElementSibling);
  while (at() < to) row.before(row.nextElementSibling);
  refresh(name);
}

function move(row, by) {
  const { name } = facts.get(row);
  const rows = rowsOf(name);
  const from = rows.indexOf(row);
  const to = from + by;
  if (!rows[to]) return;
  act(() => place(row, from), [`Moved to ${to + 1} of ${rows.length}.`]);
  const pressed = document.activeElement;
  place(row, to);
  // At an end of the list the twin of the button takes over.
  if (pressed.disabled) pressed.parentElement.querySelector(':is([data-do=up], [data-do=down]):enabled')?.focus();
}

function remove(row) {
  const { entry } = facts.get(row);
  let taken;
  act(() => {
    taken.back();
    return row.querySelector('.words');
  });
  taken = takeRow(row);
  sayAt(taken.mark, about('“{text}” is removed.', entry.text || entry.name));
  refresh(facts.get(row).name);
}

const wordsOf = (idea) => idea.querySelector('span').textContent;

function take(idea) {
  const all = [...plan.querySelectorAll('[data-do=take]')];
  const at = all.findIndex((button) => idea.contains(button));
  const text = wordsOf(idea);
  add('items', { text }, about('Added: {text}', text), idea);
  (all[at + 1] ?? all[at - 1] ?? undo).focus();
}

/** Has an idea rest below the others. Gives where it was, and what brings it back. */
function setAside(idea) {
  const section = idea.closest('.stack');
  const mark = takeOut(idea);
  const aside = section.querySelector(':scope > details') ?? draw('aside');
  const rest = draw('rest');
  const button = rest.querySelector('button');
  rest.querySelector('span').textContent = wordsOf(idea);
  button.setAttribute('aria-label', `${button.textContent.trim()}: ${wordsOf(idea)}`);
  aside.querySelector('ul').append(rest);
  if (!aside.isConnected) section.append(aside);
  const back = () => {
    mark.replaceWith(idea);
    rest.remove();
    resting.delete(rest);
    if (!aside.querySelector('li')) aside.remove();
  };
  resting.set(rest, { idea, back });
  return { mark, back };
}

function leaveIdea(idea) {
  let aside;
  act(() => {
    aside.back();
    return idea.querySelector('[data-do=notForMe]');
  });
  aside = setAside(idea);
  sayAt(aside.mark, about('“{text}” is set aside.', wordsOf(idea)));
}

function bringBack(rest) {
  const { idea, back } = resting.get(rest);
  act(() => void setAside(idea), about('Back again: {text}', wordsOf(idea)));
  back();
  idea.querySelector('[data-do=take]').focus();
}

/** Takes over what was typed or ticked. */
function edit(control) {
  const row = control.closest('.entry');
  const holder = row ? facts.get(row).entry : free;
  const key = control.dataset.at;
  const known = holder[key];
  const back = () => {
    holder[key] = known;
    if (row) show(row);
    else control.value = known ?? '';
  };
  act(back, [], `${row ? facts.get(row).number : 'free'} ${key}`);
  holder[key] = control.type === 'checkbox' ? control.checked : control.value;
  if (row) show(row);
}

/** What was chosen is pressed again to be chosen no more. */
function pick(button) {
  const chosen = button.parentElement.querySelector('[aria-pressed=true]');
  const set = (one) => {
    for (const each of button.parentElement.querySelectorAll('button')) each.setAttribute('aria-pressed', each === one);
  };
  act(() => set(chosen), ['Done. You can undo this.']);
  set(button === chosen ? undefined : button);
}

const bar = plan.querySelector('.notebook');
const panel = bar.lastElementChild;
const closed = [...panel.childNodes];

/** Opens a panel of the bar, or closes what is open. */
function openPanel(name = '') {
  for (const button of bar.querySelectorAll('[aria-expanded]'))
    button.setAttribute('aria-expanded', button.dataset.opens === name);
  panel.className = name && 'panel stack';
  panel.replaceChildren(...(name ? template(`panel-${name}`).content.cloneNode(true).childNodes : closed));
  if (!name) sayInBar('');
}

function sayInBar(words) {
  const line = panel.querySelector('[role=status]');
  panel.className = words && 'panel stack';
  line.className = words && 'note';
  line.textContent = words;
  return line;
}

function onOpens({ dataset: { opens } }) {
  if (opens && !template(`panel-${opens}`)) return;
  const open = bar.querySelector('[aria-expanded=true]');
  openPanel(open?.dataset.opens === opens ? '' : opens);
  if (!opens) open.focus();
}

/** Takes everything out. For a while, that can be taken back. */
function clear() {
  let rows = [];
  let ideas = [];
  const fields = [...plan.querySelectorAll('input[data-at], textarea[data-at]')].filter(
    (field) => !field.closest('.entry, .notebook'),
  );
  const texts = fields.map(({ value }) => value);
  const fill = (field, text) => (field.value = free[field.dataset.at] = text);
  const chosen = plan.querySelector('[aria-pressed=true]');
  const step = act(() => {
    for (const { back } of rows.reverse()) back();
    for (const idea of ideas) setAside(idea);
    fields.forEach((field, at) => fill(field, texts[at]));
    chosen?.setAttribute('aria-pressed', true);
  });
  rows = Object.keys(lists).flatMap((name) => rowsOf(name).map(takeRow));
  ideas = [...resting.values()].map(({ idea, back }) => (back(), idea));
  for (const field of fields) fill(field, '');
  chosen?.setAttribute('aria-pressed', false);
  openPanel('cleared');
  panel.querySelector('[data-keep=undo]').focus({ preventScroll: true });
  clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    past.splice(0, past.indexOf(step) + 1);
    undo.disabled = !past.length;
    openPanel();
  }, undoSeconds * 1000);
}

function onKeep(does, button) {
  if (does === 'clear') clear();
  if (does === 'undo') {
    clearTimeout(forgetting);
    openPanel();
    takeBack();
    status.replaceChildren();
    const line = sayInBar('Undone.');
    line.tabIndex = -1;
    line.focus();
  }
  if (does === 'print' && button.closest('.panel').querySelector(':checked')) {
    openPanel();
    window.print();
  }
}

const commands = {
  add: addOwn,
  addPerson: () => openFields(add('people', {}, [])),
  up: (_, row) => move(row, -1),
  down: (_, row) => move(row, 1),
  out: (_, row) => remove(row),
  write: (_, row) => openFields(row),
  addNote: (_, row) => openFields(row, '[data-at=note]'),
  wrote: (_, row) => leaveFields(row),
  take: (button) => take(button.closest('li')),
  notForMe: (button) => leaveIdea(button.closest('li')),
  bringBack: (button) => bringBack(button.closest('li')),
  choose: pick,
  undo: takeBack,
};

plan.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-do], [data-keep], [data-opens]');
  if (!button) return;
  const { do: does, keep } = button.dataset;
  if (keep) return onKeep(keep, button);
  if (!does) return onOpens(button);
  if (does !== 'up' && does !== 'down') button.closest('.menu')?.hidePopover();
  commands[does]?.(button, button.closest('.entry'));
});

plan.addEventListener('input', ({ target }) => {
  if (target !== own && target.dataset.at && !target.closest('.notebook')) edit(target);
});

plan.addEventListener('keydown', (event) => {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  const row = target.closest('.entry');
  const step = altKey && row ? { ArrowUp: -1, ArrowDown: 1 }[key] : undefined;
  const isLine = key === 'Enter' && target.matches('input:not([type=checkbox])');
  goesOn = key === 'Tab' && !altKey && !ctrlKey && !metaKey;
  if (event.isComposing) return;
  if (step) move(row, step);
  else if (isLine && target === own) addOwn();
  else if ((isLine || key === 'Escape') && target.closest('.writing')) leaveFields(row);
  else return;
  event.preventDefault();
});

plan.addEventListener('keyup', () => (goesOn = false));

plan.addEventListener('focusout', ({ target, relatedTarget }) => {
  const left = target.closest('.writing, .done, .menu');
  if (!left || left.contains(relatedTarget)) return;
  if (left.matches('.writing') && goesOn) closeFields();
  if (left.matches('.menu') && goesOn) left.hidePopover();
  if (left === done) {
    clearTimeout(forgetting);
    forgetting = setTimeout(closeDone, undoSeconds * 1000);
  }
});

plan.addEventListener('dragstart', ({ target, dataTransfer }) => {
  dragged = target.closest('.entry');
  dataTransfer.setData('text/plain', '');
});

for (const type of ['dragover', 'drop']) {
  plan.addEventListener(type, (event) => {
    const over = event.target.closest('.entry');
    if (!over || over.parentElement !== dragged?.parentElement) return;
    event.preventDefault();
    const rows = rowsOf(facts.get(over).name);
    if (type === 'drop') move(dragged, rows.indexOf(over) - rows.indexOf(dragged));
  });
}

/** On paper, a sheet with what was written is in place of all that. */
window.addEventListener('beforeprint', () => {
  const sheet = document.createElement('div');
  sheet.setAttribute('part', 'sheet');
  const write = (name, text) => (sheet.appendChild(document.createElement(name)).textContent = text || '\u00a0');
  const part = (title, lines, blank = 3) => {
    write('h2', title);
    for (const line of [...lines, ...Array(blank).fill('')]) write('p', line);
  };
  const entriesOf = (name) => rowsOf(name).map((row) => facts.get(row).entry);
  const now = [plan.querySelector('[aria-pressed=true]')?.textContent, free['now.words']].filter(Boolean).join(' ');
  write('h1', 'My notes');
  if (now) write('p', now);
  part(
    'In the plan',
    entriesOf('items').flatMap(({ text, note, inPlace }) => [
      `${text}${inPlace ? ' (Set up)' : ''}`,
      ...(note ? [note] : []),
    ]),
  );
  part(
    'Phone tree',
    entriesOf('people').map(({ name, number, note }) => [name, number, note].filter(Boolean).join(' · ')),
  );
  part(
    'A safe ride',
    [`Who can give a ride: ${free['ride.who'] ?? ''}`, `Where to meet: ${free['ride.where'] ?? ''}`],
    0,
  );
  plan.append(sheet);
});

window.addEventListener('afterprint', () => plan.querySelector(':scope > [part=sheet]')?.remove());
