import { everyElement } from '../../page/every-element.js';
import type { Session } from './notebook-controller.js';
import type { Writer } from './writer.js';

const isInBar = ({ host }: Writer): boolean => !!host.shadowRoot?.activeElement?.closest('.notebook');

/** Draws all of them anew, since where things stand has changed. */
function drawAll(session: Session): void {
  const { holder } = session;
  // What somebody is using stays where it is.
  const isUsed = holder && session.writers?.has(holder) && !holder.isBlank && isInBar(holder);
  if (!isUsed) session.holder = undefined;
  for (const { host } of session.writers ?? []) host.requestUpdate();
}

/** An element is there. */
export function addWriter(session: Session, writer: Writer): void {
  session.writers?.add(writer);
  drawAll(session);
}

/** An element has gone. */
export function removeWriter(session: Session, writer: Writer): void {
  session.writers?.delete(writer);
  drawAll(session);
}

/** An element shows something of its own, or does so no more. */
export function setBlank(session: Session, writer: Writer, isBlank: boolean): void {
  if (writer.isBlank === isBlank) return;
  writer.isBlank = isBlank;
  drawAll(session);
}

/** Has one of them show what can be done with all that is written. */
export function giveTo(session: Session, writer: Writer): void {
  drawAll(session);
  session.holder = writer;
}

/** The one that shows what can be done with all that is written: the first of the page. Nothing: there is none yet. */
export function holderOf(session: Session): Writer | undefined {
  if (!session.holder) {
    const shown = [...(session.writers ?? [])].filter(({ isBlank }) => !isBlank);
    const hosts = new Map<Element, Writer>(shown.map((writer) => [writer.host, writer]));
    // Nobody looks through a whole page for the only one.
    const first = hosts.size > 1 && [...everyElement(document)].find((element) => hosts.has(element));
    session.holder = (first && hosts.get(first)) || shown[0];
  }
  return session.holder;
}
