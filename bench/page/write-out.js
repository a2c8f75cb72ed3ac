/**
 * The markup of the plain page: what the elements render, written out once. Lit's own marks are taken out, and ids that
 * more than one of them has are made different from each other.
 *
 * What comes and goes with what a person does is drawn by the elements too, and stands in templates at the end: rows and their fields, what
 * is said in their place, panels of the bar. In a row, `data-at` is left out, and in its fields it is only the last part: plain-page.js does
 * not need to know the place of a row.
 */
export const writeOut = (page, tags) =>
  page.evaluate(async (names) => {
    const clean = (html) => html.replace(/<!--.*?-->/gs, '').replace(/ (?:class|part|id|data-at)=""/g, '');
    const hosts = names.flatMap((name) => [...document.querySelectorAll(name)]);
    const isShared = (id) => hosts.filter(({ shadowRoot }) => shadowRoot.getElementById(id)).length > 1;
    const markup = hosts.map((host, at) => {
      const own = (ids) => ids.replace(/\S+/g, (id) => (isShared(id) ? `${id}-${at}` : id));
      const inside = clean(host.shadowRoot.innerHTML).replace(
        /\b(id|for|aria-(?:labelledby|describedby|controls))="([^"]+)"/g,
        (_, key, ids) => `${key}="${own(ids)}"`,
      );
      return `<div class="alongside ${host.localName}">${inside}</div>`;
    });

    const templates = [];
    const keep = (name, html) => templates.push(`<template id="${name}-template">${clean(html)}</template>`);
    const keepRow = (name, html) =>
      keep(
        name,
        html.replace(/ data-at="\w+\.0(?:\.(\w+))?"/g, (_, key) => (key ? ` data-at="${key}"` : '')),
      );
    /** The markup of a copy without what it holds there. */
    const without = (node, inside = '') => {
      const copy = node.cloneNode(true);
      (inside ? copy.querySelector(inside) : copy).replaceChildren();
      return copy.outerHTML;
    };

    const plan = document.querySelector('safety-checklist').shadowRoot;
    const press = async (root, selector) => {
      root.querySelector(selector).click();
      await root.host.updateComplete;
      return root;
    };
    const write = (selector, text) => {
      const field = plan.querySelector(selector);
      field.value = text;
      field.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true }));
    };
    const row = () => plan.querySelector('.entry').outerHTML;
    const fields = () => plan.querySelector('.writing').outerHTML;

    write('[data-at=own]', 'x');
    await press(plan, '[data-do=add]');
    keepRow('items', row());
    keep('hint', plan.querySelector('.entry').closest('.sec').querySelector('.sec-head + p').outerHTML);
    keep('text', without(plan.querySelector('.surface > [role=status] > bdi')));
    await press(plan, '[data-do=write]');
    keepRow('items-fields', fields());
    await press(plan, '[data-do=wrote]');
    await press(plan, '[data-do=out]');
    keep('done', without(plan.querySelector('.done'), 'p'));
    await press(plan, '[data-do=addPerson]');
    keepRow('people-fields', fields());
    // Somebody without a name, but with a number: the drawing in place of a letter, and the ways to reach them.
    write('[data-at="people.0.number"]', '555-0100');
    await press(plan, '[data-do=wrote]');
    keepRow('people', row());
    await press(plan, '[data-do=notForMe]');
    const aside = [...plan.querySelectorAll('.sec details')].find((one) => one.querySelector('[data-do=bringBack]'));
    keep('rest', aside.querySelector('li').outerHTML);
    keep('aside', without(aside, 'ul'));
    const panel = plan.querySelector('#panel');
    for (const opens of ['print', 'clear']) {
      await press(plan, `[data-opens=${opens}]`);
      for (const box of panel.querySelectorAll(':checked')) box.setAttribute('checked', '');
      keep(`panel-${opens}`, panel.innerHTML);
    }
    await press(plan, '[data-keep=clear]');
    keep('panel-cleared', panel.innerHTML);

    const guide = await press(document.querySelector('stage-guide').shadowRoot, '[role=tab]');
    keep('round', guide.querySelector('.round').outerHTML);
    keep('whole', guide.querySelector('.whole').outerHTML);
    await press(guide, '[type=checkbox]');
    keep('described', guide.querySelector('.described').outerHTML);
    return [...markup, ...templates].join('\n');
  }, tags);
