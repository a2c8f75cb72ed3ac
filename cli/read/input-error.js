/** An input cannot be read, so there is nothing that could be trusted. `reason` is a short word for reports, the message is for people. */
export class InputError extends Error {
  name = 'InputError';

  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}
