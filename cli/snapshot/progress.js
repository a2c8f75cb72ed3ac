/** In milliseconds. More often nobody can read it. */
const pause = 200;

/**
 * Tells how far the work is. On a terminal in one line that is written over; elsewhere only what is told of an API, line by
 * line, as a log has it.
 *
 * @param {NodeJS.WriteStream} stream
 * @param {{ quiet: boolean, now?: () => number }} options
 */
export function progressOn(stream, { quiet, now = Date.now }) {
  let last = -Infinity;
  let isOpen = false;
  return {
    /** @param {string} text */
    say(text) {
      if (quiet) return;
      if (!stream.isTTY) {
        if (text.startsWith('page ')) stream.write(`${text}\n`);
        return;
      }
      if (now() - last < pause) return;
      last = now();
      isOpen = true;
      stream.write(`\r\u001b[K${text}`);
    },
    /** The line goes before anything else is printed. */
    done() {
      if (isOpen) stream.write('\r\u001b[K');
      isOpen = false;
    },
  };
}
