/** What is no mistake in JSX, and what is one, for React: as a tag and as a component. Nothing of it runs. */
import { QuickExit, StageGuide } from 'alongside-elements/react';
import type {} from 'alongside-elements/jsx/react';
import type { StageGuide as StageGuideElement } from 'alongside-elements';
import { useRef } from 'react';

export function Page() {
  const ref = useRef<StageGuideElement>(null);
  return (
    <>
      <stage-guide ref={ref} key="tag" className="wide" style={{ color: 'red' }} plan="my-plan" heading-level="3" />
      <StageGuide ref={ref} key="component" className="wide" style={{ color: 'red' }} plan="my-plan" id="guide" />
      <QuickExit keep-out-of-history />
      {/* @ts-expect-error A level is a number. */}
      <stage-guide headingLevel="three" />
      {/* @ts-expect-error A level is a number. */}
      <StageGuide headingLevel="three" />
      {/* @ts-expect-error There is no such event. */}
      <StageGuide onStageOpen={() => {}} />
      {/* @ts-expect-error An attribute that is there counts as true, whatever it says. */}
      <safety-checklist harm-reduction={false} />
      {/* @ts-expect-error There is no such tag. */}
      <stage-guides />
    </>
  );
}
