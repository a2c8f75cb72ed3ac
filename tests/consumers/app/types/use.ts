/** What TypeScript is to know from the imports of this page alone. Nothing of it runs. */
import 'alongside-elements/define/stage-guide.js';
import 'alongside-elements/define/safety-checklist.js';
import { ResourceCard } from 'alongside-elements/elements/resource-card.js';
import { define, StageChangeEvent, StageGuide, type Service } from 'alongside-elements';
// What is rendered ahead is done by another package, which is not installed here.
import { render, type Rendered } from 'alongside-elements/render';
import type { ElementOf, Listeners, Props, Tags } from 'alongside-elements/jsx';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <_ extends true>() => {};

const guide = document.querySelector('stage-guide')!;
is<Same<typeof guide, StageGuide>>();
guide.addEventListener('stage-change', (event) => is<Same<typeof event, StageChangeEvent>>());
const card = document.createElement('resource-card');
is<Same<typeof card, ResourceCard>>();
const level: number = document.createElement('safety-checklist').headingLevel;
define('my-guide', StageGuide);

is<Same<ElementOf<'quick-exit'>['href'], string>>();
is<Same<Props<'stage-guide'>['noticing'], boolean | undefined>>();
is<Same<keyof Listeners<'stage-guide'>, 'onstage-change' | 'oncontent-error'>>();
is<Same<Tags['stage-guide']['events']['stage-change'], StageChangeEvent>>();

const rendered: Promise<Rendered> = render('<stage-guide></stage-guide>', { lang: 'es' });
void rendered.then(({ problems }) =>
  problems.map(({ tag, line, path }): [string, number, string] => [tag, line, path]),
);
// @ts-expect-error A page is a string.
void render(guide);

// @ts-expect-error A stage is named by its id.
guide.stage = 3;
// @ts-expect-error There is no such property.
guide.nothing = true;
// @ts-expect-error Methods of the class's own are not the page's.
guide.render();

export type { Service };
export { level };
