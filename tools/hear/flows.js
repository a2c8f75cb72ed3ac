/**
 * What is done in each page, key by key. A flow gets the page (listen.js) and `say`, the words of the page's language by section
 * and key, so that a change of wording changes what is heard and not what is pressed.
 */

/** Everything in the page, read from its top; then each stop of the Tab key up to the link after the element. */
function read(page, say, most) {
  page.sayAll();
  page.top();
  page.until('Tab', say.after, { most });
}

/** Presses what has the focus, and listens a little longer. */
const press = (page, options) => page.keys('Return', { least: 1, ...options });

/** Adds an entry in the field that is called so. */
function write(page, field) {
  page.until('Tab', field, { most: 20 });
  page.type('one');
  press(page);
}

/**
 * By name: what stands in the page, and what is done, from the top again, once all of it has been read. `tabs` is how often the Tab key is pressed at most.
 *
 * @type {Record<string, { markup: string, head?: string, tabs?: number, act?: Function }>}
 */
export const flows = {
  'csec-primer': { markup: '<csec-primer></csec-primer>' },
  'practice-principles': { markup: '<practice-principles></practice-principles>' },
  'source-note': { markup: '<source-note></source-note>' },
  'resource-card': { markup: '<resource-card resource-id="988"></resource-card>' },
  'quick-exit': {
    head: '<script src="/cdn/quick-exit.js"></script>',
    markup:
      '<quick-exit><a href="/heard/en/quick-exit.html">Leave this site</a></quick-exit><p><input aria-label="A"></p>',
    act(page) {
      page.keys('Shift_L', { least: 1 });
      page.keys('Shift_L', { least: 1 });
      page.wait('a few seconds go by', { least: 6 });
      page.top();
      // The key of Orca for the heading before is none of the page's.
      page.each('shift+h', 'shift+h', 'shift+h');
    },
  },
  'private-frame': { markup: '<private-frame tag="goal-planner"></private-frame>', tabs: 7 },
  'stage-guide': {
    markup: '<stage-guide noticing></stage-guide>',
    act(page, say) {
      page.until('Tab', say.stages.content.stages[0].name, { most: 6 });
      page.each('Right', 'Right', 'Left', 'End', 'Home');
      page.keys('Tab');
      page.browse();
      page.each('Down', 'Down', 'Down');
      page.top();
      page.until('Tab', say.stages.words.noticing, { most: 12 });
      page.keys('space', { least: 1 });
      page.keys('Tab');
      press(page);
      page.keys('Tab');
    },
  },
  'resource-directory': {
    markup: '<resource-directory src="/demo/services.json"></resource-directory>',
    act(page, say) {
      page.until('Tab', say.directory.words.find, { most: 4 });
      page.type('nigth shleter');
      page.each('Tab', 'Tab', 'Tab');
      page.top();
      page.until('Tab', say.directory.words.narrow, { most: 20 });
      press(page);
      page.each('Tab', 'Tab', 'Tab');
      page.top();
      page.until('Tab', say.directory.words.find, { most: 4 });
      page.keys('ctrl+a');
      page.type('zzzzqqq');
      page.each('Tab', 'Tab', 'Tab', 'Tab');
    },
  },
  'safety-checklist': {
    markup: '<safety-checklist audience="youth"></safety-checklist>',
    act(page, say) {
      const { take, more, undo, down, out, notForMe, setAside } = say.writing.words;
      const own = say['safety-plan'].words.own;
      page.until('Tab', take, { most: 14 });
      press(page);
      page.until('Tab', notForMe, { most: 2 });
      press(page);
      page.top();
      write(page, own);
      page.until('shift+Tab', more, { most: 3 });
      page.keys('shift+Tab');
      page.keys('shift+Tab');
      page.keys('shift+Tab');
      press(page);
      page.until('Tab', down, { most: 4 });
      press(page);
      page.until('shift+Tab', more, { most: 3 });
      press(page);
      page.until('Tab', out, { most: 6 });
      press(page);
      press(page, { label: `Return, on “${undo}”` });
      page.top();
      page.until('Tab', setAside, { most: 20 });
      press(page);
      page.keys('Tab');
      page.top();
      page.until('Tab', say['safety-plan'].words.addPerson, { most: 24 });
      press(page);
      page.type('Robin');
      page.keys('Tab');
      page.type('555-0109');
      press(page);
    },
  },
  'options-explorer': {
    markup: '<options-explorer></options-explorer>',
    act(page, say) {
      write(page, say.options.words.own);
      page.until('shift+Tab', say.writing.words.look, { most: 4 });
      press(page);
      page.each('Tab', 'Tab');
    },
  },
  'goal-planner': {
    markup: '<goal-planner></goal-planner>',
    act(page, say) {
      write(page, say.goals.words.own);
      page.until('shift+Tab', say.writing.words.more, { most: 3 });
      press(page);
      page.each('Tab', 'Tab', 'Tab');
    },
  },
  'practice-check': {
    markup: '<practice-check></practice-check>',
    act(page, say) {
      page.until('Tab', say.practice.words.steady, { most: 20 });
      press(page);
      page.keys('Tab');
    },
  },
  keeping: {
    markup: '<goal-planner></goal-planner>',
    act(page, say) {
      const { keepOpen, new: passphrase, keep, wipeOpen, lock, open } = say.keeping.words;
      const words = 'four small green words';
      page.until('Tab', keepOpen, { most: 6 });
      press(page);
      page.until('Tab', passphrase, { most: 6 });
      page.type(words);
      page.keys('Tab');
      page.type(words);
      page.until('Tab', keep, { most: 3 });
      press(page, { least: 3 });
      page.top();
      page.until('Tab', wipeOpen, { most: 8 });
      page.top();
      page.until('Tab', lock, { most: 8 });
      press(page, { least: 2 });
      page.top();
      page.until('Tab', open, { most: 6 });
    },
  },
};

/** Reads the page of a flow, and does what there is to do in it. */
export function hear(page, { tabs = 60, act }, say) {
  read(page, say, tabs);
  if (!act) return;
  page.top();
  act(page, say);
}
