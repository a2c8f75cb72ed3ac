import { QuickExit, ResourceCard, SafetyChecklist, StageGuide } from 'alongside-elements/react';
import type {} from 'alongside-elements/jsx/react';
import { useState } from 'react';
import { elsewhere, heard, pack, services } from '../page.js';

export function App() {
  const [stage, setStage] = useState('preparation');
  const [noticing, setNoticing] = useState(false);
  const [service, setService] = useState<object>(services.good);
  const [shown, setShown] = useState(true);
  return (
    <>
      <button id="ahead" onClick={() => setStage('contemplation')} />
      <button id="tick" onClick={() => setNoticing(!noticing)} />
      <button id="swap" onClick={() => setService(services.bad)} />
      <button id="show" onClick={() => setShown(!shown)} />
      <button id="late" onClick={() => void import('alongside-elements/define/source-note.js')} />
      <p id="open">Open: {stage}</p>
      <StageGuide
        stage={stage}
        content={pack}
        noticing={noticing}
        headingLevel={3}
        onStageChange={(event) => {
          heard(event);
          setStage(event.stage);
        }}
      >
        <p slot="note" id="note">
          Open: {stage}
        </p>
      </StageGuide>
      {shown && (
        <ResourceCard resource={service} onContentError={heard}>
          Example: 555-0100
        </ResourceCard>
      )}
      <SafetyChecklist audience="youth" inPage>
        Example: 555-0100
      </SafetyChecklist>
      <source-note elements="stage-guide" heading-level={4}>
        Example sources
      </source-note>
      <QuickExit href={elsewhere}>
        <a id="leave" href={elsewhere} rel="noreferrer">
          Leave
        </a>
      </QuickExit>
    </>
  );
}
