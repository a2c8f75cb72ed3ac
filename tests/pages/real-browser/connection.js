/** How the tests talk with a browser that they started. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';

/** Fails after some time, and keeps nothing waiting until then. */
export async function tooLate(seconds, what) {
  await wait(seconds * 1000, undefined, { ref: false });
  throw new Error(`${what} took longer than ${seconds} s.`);
}

/** Commands and events as JSON over a WebSocket, as CDP and WebDriver BiDi both have them. */
export class Connection {
  #socket;
  #last = 0;
  #sent = new Map();
  #listeners = new Set();

  static async to(address) {
    const connection = new Connection();
    const socket = new WebSocket(address, { perMessageDeflate: false });
    connection.#socket = socket;
    socket.on('message', (data) => connection.#hear(JSON.parse(data)));
    socket.on('close', () => connection.#end());
    await once(socket, 'open');
    return connection;
  }

  #hear({ id, result, error, message, method, params, sessionId }) {
    if (method) for (const listener of this.#listeners) listener(method, params, sessionId);
    const sent = this.#sent.get(id);
    this.#sent.delete(id);
    if (error) sent?.reject(new Error(`${sent.method}: ${error.message ?? message}`));
    else sent?.resolve(result);
  }

  #end() {
    for (const { method, reject } of this.#sent.values()) reject(new Error(`${method}: the browser has ended.`));
    this.#sent.clear();
  }

  send(method, params = {}, sessionId) {
    return new Promise((resolve, reject) => {
      this.#sent.set(++this.#last, { method, resolve, reject });
      this.#socket.send(JSON.stringify({ id: this.#last, method, params, sessionId }));
    });
  }

  listen(listener) {
    this.#listeners.add(listener);
  }

  close() {
    this.#socket.terminate();
  }
}

/**
 * Starts a program. `said` waits for something that it writes to one of its pipes.
 *
 * @param options.family it starts programs of its own, which are to end with it, also when it crashes.
 */
export function startProgram(path, args, { env = process.env, pipe = 2, family = false } = {}) {
  const stdio = ['ignore', 'ignore', 'ignore', 'ignore'].with(pipe, 'pipe');
  const program = spawn(path, args, { env, stdio, detached: family });
  const end = () => {
    try {
      process.kill(family ? -program.pid : program.pid, 'SIGKILL');
    } catch {
      // There is nothing left of it.
    }
  };
  // Not `close`: what it has started may hold its pipes open.
  const ended = new Promise((resolve) => program.once('exit', resolve));
  process.once('exit', end);
  return {
    said: (pattern) =>
      new Promise((resolve, reject) => {
        let text = '';
        program.once('error', reject);
        program.once('exit', () => reject(new Error(`${path} has ended: ${text}`)));
        program.stdio[pipe].on('data', (data) => {
          text += data;
          const found = pattern.exec(text);
          if (found) resolve(found[1]);
        });
        tooLate(60, `Starting ${path}`).catch(reject);
      }),
    /** Ends it, after it had some time to end by itself. */
    async end(seconds = 0) {
      process.off('exit', end);
      const killing = setTimeout(end, seconds * 1000);
      await ended;
      clearTimeout(killing);
      if (family) end();
    },
  };
}
