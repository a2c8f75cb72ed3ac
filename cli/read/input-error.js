/**
 * An input cannot be read, so there is nothing that could be trusted. `reason` is a short word for reports, the message is
 * for people, `row` is where in a file it went wrong.
 */
export class InputError extends Error {
  name = 'InputError';

  constructor(reason, message, { row } = {}) {
    super(message);
    this.reason = reason;
    this.row = row;
  }
}
