// What the elements do, for a page whose markup is all there: plain JavaScript that changes only what has to change.

const guide = document.querySelector('.stage-guide');
const tabs = [...guide.querySelectorAll('[role=tab]')];
const panels = tabs.map((tab) => document.getElementById(tab.getAttribute('aria-controls')));
const invite = panels[0].previousElementSibling;

function choose(index) {
  guide.querySelector('.whole')?.remove();
  tabs.forEach((tab, at) => {
    tab.setAttribute('aria-selected', at === index);
    tab.tabIndex = at === Math.max(index, 0) ? 0 : -1;
    panels[at].classList.toggle('open', at === index);
  });
  invite.hidden = index >= 0;
  if (index < 0) return;
  const whole = document.createElement('button');
  whole.className = 'whole';
  whole.textContent = 'Back to the whole cycle';
  whole.addEventListener('click', () => {
    choose(-1);
    tabs[index].focus();
  });
  panels[index].append(whole);
}

tabs.forEach((tab, at) => {
  tab.addEventListener('click', () => choose(at));
  tab.addEventListener('keydown', (event) => {
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs.at(to % tabs.length);
    next.focus();
    next.click();
  });
});

guide.querySelector('fieldset').addEventListener('change', ({ target }) => {
  const item = target.closest('li');
  const sign = item.querySelector('label').innerText.trim();
  const described = item.querySelector('.described');
  described.replaceChildren();
  if (!target.checked) return;
  described.append('Described in: ');
  panels.forEach((panel, at) => {
    if (![...panel.querySelectorAll('li')].some(({ textContent }) => textContent.trim() === sign)) return;
    const button = document.createElement('button');
    button.textContent = tabs[at].textContent.trim();
    button.addEventListener('click', () => choose(at));
    described.append(button);
  });
});

const plan = document.querySelector('.safety-checklist');
const own = plan.querySelector('[data-at=own]');
const status = plan.querySelector('[role=status]');
const undo = plan.querySelector('[data-do=undo]');
const lists = {};
for (const name of ['items', 'people']) {
  const template = document.getElementById(`${name}-row`);
  const none = document.getElementById(`${name}-none`);
  const list = document.createElement('ol');
  list.className = 'rows';
  lists[name] = { template, none, list };
}
const past = [];

/** Does something that `back` undoes. */
function act(back, said = 'Done. Undo takes it back.') {
  past.push(back);
  undo.disabled = false;
  status.textContent = said;
}

function refresh(name) {
  const { list, none } = lists[name];
  const rows = [...list.children];
  if (rows.length && !list.isConnected) none.replaceWith(list);
  if (!rows.length && list.isConnected) list.replaceWith(none);
  rows.forEach((row, at) => {
    row.querySelector('[data-do=up]').disabled = at === 0;
    row.querySelector('[data-do=down]').disabled = at === rows.length - 1;
  });
}

function add(name, text = '') {
  const { list, template } = lists[name];
  const row = template.content.firstElementChild.cloneNode(true);
  row.querySelector('.field :is(input, textarea)').value = text;
  const last = list.lastElementChild;
  list.append(row);
  // Only what was the last row and what is it now: the others stay as they are.
  row.querySelector('[data-do=up]').disabled = !last;
  row.querySelector('[data-do=down]').disabled = true;
  if (last) last.querySelector('[data-do=down]').disabled = false;
  else refresh(name);
  act(() => {
    row.remove();
    refresh(name);
  });
  return row;
}

function addOwn() {
  const text = own.value.trim();
  if (text) add('items', text);
  own.value = '';
  own.focus();
}

function move(row, to) {
  const list = row.parentElement;
  const from = [...list.children].indexOf(row);
  if (!list.children[to]) return;
  const place = (at) => {
    row.remove();
    list.insertBefore(row, list.children[at] ?? null);
    refresh(list === lists.items.list ? 'items' : 'people');
  };
  place(to);
  act(() => place(from), `Moved. Now number ${to + 1} of ${list.children.length}.`);
  row.querySelector(to < from ? '[data-do=up]' : '[data-do=down]').focus();
}

plan.addEventListener('click', ({ target }) => {
  const does = target.closest('[data-do]')?.dataset.do;
  const row = target.closest('.entry');
  const name = row?.parentElement === lists.people.list ? 'people' : 'items';
  if (does === 'add') addOwn();
  if (does === 'addPerson') add('people').querySelector('input').focus();
  if (does === 'up' || does === 'down') {
    move(row, [...row.parentElement.children].indexOf(row) + (does === 'up' ? -1 : 1));
  }
  if (does === 'out') {
    const { list } = lists[name];
    const before = row.nextElementSibling;
    row.remove();
    refresh(name);
    act(() => {
      list.insertBefore(row, before);
      refresh(name);
    });
    undo.focus();
  }
  if (does === 'take' || does === 'notForMe') {
    const idea = target.closest('li');
    idea.hidden = true;
    if (does === 'take') add('items', idea.querySelector('span').textContent);
    else act(() => (idea.hidden = false));
    undo.focus();
  }
  if (does === 'undo') {
    past.pop()();
    undo.disabled = !past.length;
    status.textContent = 'Taken back.';
  }
  if (does === 'print') window.print();
  if (does === 'clear') {
    const all = Object.keys(lists).map((each) => [each, [...lists[each].list.children]]);
    for (const [each] of all) {
      lists[each].list.replaceChildren();
      refresh(each);
    }
    act(() => {
      for (const [each, rows] of all) {
        lists[each].list.replaceChildren(...rows);
        refresh(each);
      }
    });
  }
});

plan.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target === own) addOwn();
  const row = event.target.closest('.entry');
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!row || !event.altKey || !step) return;
  event.preventDefault();
  move(row, [...row.parentElement.children].indexOf(row) + step);
});
