import type { Session } from './notebook-controller.js';

/** How long what was cleared can be brought back, in seconds. */
export const undoSeconds = 10;

/**
 * Clears all that is written on the page. It can be brought back for some seconds.
 *
 * @param whenOver Called when they are over. What it is given lets go of what was cleared; that is to be called.
 */
export function clearAll(session: Session, whenOver = (forget: () => void): void => forget()): void {
  const { notebook } = session;
  clearTimeout(session.forgetting);
  notebook.clearAll();
  session.forgetting = setTimeout(() => whenOver(() => notebook.forgetCleared()), undoSeconds * 1000);
}
