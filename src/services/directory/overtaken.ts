/** What a question rejects with that needs no answer any more. */
export const overtaken = (): DOMException =>
  new DOMException('A newer question was asked, or the directory was closed.', 'AbortError');
