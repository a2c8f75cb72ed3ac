interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly fits: (value: unknown) => boolean;
}

/**
 * What was asked over a port, or of a worker, and has not been answered yet. Each request has a number, and its answer comes with the same one, in
 * whatever order.
 */
export class Requests {
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #ended: { readonly reason: unknown } | undefined;

  /** The number of the latest request. 0: nothing was asked yet. */
  get last(): number {
    return this.#last;
  }

  /**
   * Asks something.
   *
   * @param post Sends the request with its number.
   * @param options.signal Ends the wait, and the promise rejects with the signal's reason.
   * @param options.fits Whether an answer is of the kind that was asked for. If not, it is as if it had not come.
   */
  ask(
    post: (id: number) => void,
    { signal, fits = () => true }: { readonly signal?: AbortSignal | undefined; readonly fits?: Waiting['fits'] } = {},
  ): Promise<unknown> {
    return new Promise<unknown>((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#ended) throw this.#ended.reason as Error;
      const id = ++this.#last;
      const onAbort = () => this.reject(id, signal?.reason);
      const settled =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', onAbort);
          then(value);
        };
      signal?.addEventListener('abort', onAbort);
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject), fits });
      post(id);
    });
  }

  /** Takes in an answer. Nothing happens where nobody waits for it. */
  resolve(id: number, value: unknown): void {
    const waiting = this.#waiting.get(id);
    if (!waiting?.fits(value)) return;
    this.#waiting.delete(id);
    waiting.resolve(value);
  }

  /** Takes in that a request has failed. Nothing happens where nobody waits for it. */
  reject(id: number, reason: unknown): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.reject(reason);
  }

  /** Rejects whatever still waits, and all that is asked from now on. */
  end(reason: unknown): void {
    this.#ended = { reason };
    for (const id of [...this.#waiting.keys()]) this.reject(id, reason);
  }
}
