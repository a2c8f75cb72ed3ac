/** What is no mistake in JSX, and what is one, for Preact. Nothing of it runs. */
import type {} from 'alongside-elements/jsx/preact';
import type { StageGuide } from 'alongside-elements';
import { useRef } from 'preact/hooks';

export function Page() {
  const ref = useRef<StageGuide>(null);
  return (
    <>
      <stage-guide ref={ref} key="tag" class="wide" plan="my-plan" heading-level="3" />
      <stage-guide onstage-change={(event) => event.stage.length} />
      {/* @ts-expect-error A level is a number. */}
      <stage-guide headingLevel="three" />
      {/* @ts-expect-error An attribute that is there counts as true, whatever it says. */}
      <safety-checklist harm-reduction={false} />
    </>
  );
}
