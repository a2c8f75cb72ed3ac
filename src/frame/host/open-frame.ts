import { isHello, welcome, type Settings } from '../protocol/messages.js';

/** Once the frame has loaded, whatever it loaded, it is to say hello within so many milliseconds. */
const afterLoad = 3000;
/** So many, where it does not even load. */
const atMost = 20_000;

/**
 * What the frame may do. It runs scripts, and has an origin that it shares with nobody: so the page cannot look into it, nor it into the page. It saves
 * a file, opens the dialog for printing, and calls a number: a browser asks for a word for each.
 */
const sandbox = 'allow-scripts allow-downloads allow-modals allow-top-navigation-to-custom-protocols';

/** Makes a frame, not yet in the page, for the file at an address. Not from `srcdoc`: that would take the page's own policy along. */
export function makeFrame(address: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', sandbox);
  frame.referrerPolicy = 'no-referrer';
  frame.allow = 'clipboard-write';
  frame.src = address;
  return frame;
}

/**
 * Waits until a frame that is put into the page now says hello, and gives it one end of a channel.
 *
 * @param settings What it is told first; asked for when it is time.
 * @param signal Ends the wait, without an answer.
 * @returns the other end, or `undefined`: it did not come. In some browsers a frame that a policy has blocked loads, too, and says nothing.
 */
export function meet(
  frame: HTMLIFrameElement,
  works: boolean,
  settings: () => Settings,
  signal: AbortSignal,
): Promise<MessagePort | undefined> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = (port?: MessagePort) => {
      clearTimeout(waiting);
      done.abort();
      if (!signal.aborted) resolve(port);
    };
    let waiting = setTimeout(end, atMost);
    const until = { signal: AbortSignal.any?.([signal, done.signal]) ?? done.signal };
    signal.addEventListener('abort', () => end(), until);
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(waiting);
        waiting = setTimeout(end, afterLoad);
      },
      until,
    );
    // Where the page's own policy blocks the frame, Firefox does not load anything into it.
    document.addEventListener(
      'securitypolicyviolation',
      ({ isTrusted, disposition, effectiveDirective, blockedURI }) => {
        const ours = isTrusted && disposition === 'enforce' && effectiveDirective === 'frame-src';
        if (ours && blockedURI && frame.src.startsWith(blockedURI)) end();
      },
      until,
    );
    addEventListener(
      'message',
      ({ source, origin, data }: MessageEvent<unknown>) => {
        const view = frame.contentWindow;
        if (!view || source !== view || origin !== 'null' || !isHello(data)) return;
        const { port1, port2 } = new MessageChannel();
        // It has no origin that could be named. What goes with it is no secret, and the port is the frame's alone.
        view.postMessage(welcome(works, settings()), '*', [port2]);
        end(port1);
      },
      until,
    );
  });
}
