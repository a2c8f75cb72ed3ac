import 'alongside-elements/define/quick-exit.js';
import 'alongside-elements/define/resource-card.js';
import 'alongside-elements/define/safety-checklist.js';
import 'alongside-elements/define/stage-guide.js';
import type {} from 'alongside-elements/jsx/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { elsewhere, heard, pack, services } from '../page.js';

function App() {
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
      <stage-guide
        stage={stage}
        content={pack}
        noticing={noticing}
        headingLevel={3}
        onstage-change={(event) => {
          heard(event);
          setStage(event.stage);
        }}
      >
        <p slot="note" id="note">
          Open: {stage}
        </p>
      </stage-guide>
      {shown && (
        <resource-card resource={service} oncontent-error={heard}>
          Example: 555-0100
        </resource-card>
      )}
      <safety-checklist audience="youth" inPage>
        Example: 555-0100
      </safety-checklist>
      <source-note elements="stage-guide" heading-level={4}>
        Example sources
      </source-note>
      <quick-exit href={elsewhere}>
        <a id="leave" href={elsewhere} rel="noreferrer">
          Leave
        </a>
      </quick-exit>
    </>
  );
}

render(<App />, document.getElementById('app')!);
