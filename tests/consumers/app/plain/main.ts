import 'alongside-elements/define/quick-exit.js';
import 'alongside-elements/define/resource-card.js';
import 'alongside-elements/define/safety-checklist.js';
import 'alongside-elements/define/stage-guide.js';
import { elsewhere, heard, pack, services } from '../page.js';

const guide = document.querySelector('stage-guide')!;
const on = (id: string, act: () => void) => document.getElementById(id)!.addEventListener('click', act);
const showStage = (stage: string) => {
  for (const id of ['open', 'note']) document.getElementById(id)!.textContent = `Open: ${stage}`;
};

let service: object = services.good;
const card = document.createElement('resource-card');
const fill = () => {
  card.resource = service;
};
card.textContent = 'Example: 555-0100';
card.addEventListener('content-error', heard);
fill();
document.getElementById('place')!.append(card);

guide.addEventListener('stage-change', (event) => {
  heard(event);
  showStage(event.stage);
});
Object.assign(guide, { stage: 'preparation', content: pack, headingLevel: 3 } satisfies Partial<typeof guide>);
showStage(guide.stage);
document.querySelector('quick-exit')!.href = elsewhere;

on('ahead', () => showStage((guide.stage = 'contemplation')));
on('tick', () => (guide.noticing = !guide.noticing));
on('swap', () => {
  service = services.bad;
  fill();
});
on('show', () => (card.isConnected ? card.remove() : document.getElementById('place')!.append(card)));
on('late', () => void import('alongside-elements/define/source-note.js'));
