/** A reporter for `node --test` that writes a line of JSON for each test that ran: its title, and whether it passed. */
export default async function* nodeResults(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip !== undefined || data.todo !== undefined || data.details?.type === 'suite') continue;
    const { error } = data.details ?? {};
    // What a hook or the end of a suite takes down has shown nothing about its test.
    const ran = !['hookFailed', 'cancelledByParent'].includes(error?.failureType);
    const message = error && `${error.cause?.message ?? error.cause ?? error.message}`;
    yield `${JSON.stringify({ title: data.name, passed: type === 'test:pass', ran, message })}\n`;
  }
}
