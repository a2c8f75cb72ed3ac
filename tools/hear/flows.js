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

/**
 * By name: what stands in the page, and what is done once all of it has been read. `tabs` is how often the Tab key is pressed at most.
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
      page.top();
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
      page.top();
      page.until('Tab', say.stages.content.stages[0].name, { most: 6 });
      page.each('Right', 'Right', 'Left', 'End', 'Home');
      page.keys('Tab');
      page.browse();
      page.each('Down', 'Down', 'Down');
      page.top();
      page.until('Tab', say.stages.words.noticing, { most: 12 });
      page.keys('space', { least: 1 });
      page.keys('Tab');
      page.keys('Return', { least: 1 });
      page.keys('Tab');
    },
  },
  'resource-directory': {
    markup: '<resource-directory src="/demo/services.json"></resource-directory>',
    act(page, say) {
      page.top();
      page.until('Tab', say.directory.words.find, { most: 4 });
      page.type('nigth shleter');
      page.each('Tab', 'Tab', 'Tab');
      page.top();
      page.until('Tab', say.directory.words.narrow, { most: 20 });
      page.keys('Return', { least: 1 });
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
      const rest = { least: 1 };
      page.top();
      page.until('Tab', take, { most: 14 });
      page.keys('Return', rest);
      page.until('Tab', notForMe, { most: 2 });
      page.keys('Return', rest);
      page.top();
      page.until('Tab', own, { most: 14 });
      page.type('one');
      page.keys('Return', rest);
      page.until('shift+Tab', more, { most: 3 });
      page.keys('shift+Tab');
      page.keys('shift+Tab');
      page.keys('shift+Tab');
      page.keys('Return', rest);
      page.until('Tab', down, { most: 4 });
      page.keys('Return', rest);
      page.until('shift+Tab', more, { most: 3 });
      page.keys('Return', rest);
      page.until('Tab', out, { most: 6 });
      page.keys('Return', rest);
      page.keys('Return', { least: 1, label: `Return, on “${undo}”` });
      page.top();
      page.until('Tab', setAside, { most: 20 });
      page.keys('Return', rest);
      page.keys('Tab');
      page.top();
      page.until('Tab', say['safety-plan'].words.addPerson, { most: 24 });
      page.keys('Return', rest);
      page.type('Robin');
      page.keys('Tab');
      page.type('555-0109');
      page.keys('Return', rest);
    },
  },
  'options-explorer': {
    markup: '<options-explorer></options-explorer>',
    act(page, say) {
      page.top();
      page.until('Tab', say.options.words.own, { most: 20 });
      page.type('one');
      page.keys('Return', { least: 1 });
      page.until('shift+Tab', say.writing.words.look, { most: 4 });
      page.keys('Return', { least: 1 });
      page.each('Tab', 'Tab');
    },
  },
  'goal-planner': {
    markup: '<goal-planner></goal-planner>',
    act(page, say) {
      page.top();
      page.until('Tab', say.goals.words.own, { most: 12 });
      page.type('one');
      page.keys('Return', { least: 1 });
      page.until('shift+Tab', say.writing.words.more, { most: 3 });
      page.keys('Return', { least: 1 });
      page.each('Tab', 'Tab', 'Tab');
    },
  },
  'practice-check': {
    markup: '<practice-check></practice-check>',
    act(page, say) {
      page.top();
      page.until('Tab', say.practice.words.steady, { most: 20 });
      page.keys('Return', { least: 1 });
      page.keys('Tab');
    },
  },
  keeping: {
    markup: '<goal-planner></goal-planner>',
    act(page, say) {
      const { keepOpen, new: passphrase, keep, wipeOpen, lock, open } = say.keeping.words;
      const words = 'four small green words';
      page.top();
      page.until('Tab', keepOpen, { most: 6 });
      page.keys('Return', { least: 1 });
      page.until('Tab', passphrase, { most: 6 });
      page.type(words);
      page.keys('Tab');
      page.type(words);
      page.until('Tab', keep, { most: 3 });
      page.keys('Return', { least: 3 });
      page.top();
      page.until('Tab', wipeOpen, { most: 8 });
      page.top();
      page.until('Tab', lock, { most: 8 });
      page.keys('Return', { least: 2 });
      page.top();
      page.until('Tab', open, { most: 6 });
    },
  },
};

/** Reads the page of a flow, and does what there is to do in it. */
export function hear(page, { tabs = 60, act }, say) {
  read(page, say, tabs);
  act?.(page, say);
}
