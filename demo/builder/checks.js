// What is typed into the builder, checked. Each gives a plain sentence on what to change, or '' where there is nothing to say.

/** Where the way out leads when nobody names a place that will do. The same as in the library. */
export const defaultDestination = 'https://www.wikipedia.org/';

const example = 'It looks like https://www.example.org/page.';

/**
 * What one owner has of a host name, as `quick-exit` tells it: `example.org` of `www.example.org`, `example.co.uk` of `www.example.co.uk`.
 */
const siteOf = (hostname) =>
  /(?:[^.]+\.)?(?:(?:com?|org|net?|gov?|gob|edu?|ac|nhs)\.(?=..$))?[^.]+$/.exec(hostname.replace(/\.+$/, ''))?.[0];

/** An address of another place: `https:`, whole, without a user name or password. Empty is fine. */
function addressProblem(text) {
  if (text === '') return '';
  if (/[\s\\]/.test(text)) return 'Remove spaces and backslashes from the address.';
  if (/^http:/i.test(text))
    return 'Start with https://. With http://, others on the network can read and change what is sent.';
  if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return `Write the whole address. ${example}`;
  const { username, password } = new URL(text);
  return username || password ? 'Remove the user name and password from the address.' : '';
}

/** The same, or a path of the agency's own site, such as `/data/services.json`. */
export const dataProblem = (text) => (/^\/[^/\s\\][^\s\\]*$/.test(text) || text === '/' ? '' : addressProblem(text));

/** The host name of the agency's site, of an address or of a bare name such as `example.org`. Empty: none that can be read. */
export function hostOf(text) {
  const address = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  return text && URL.canParse(address) ? new URL(address).hostname : '';
}

/** The agency's own site, which is only compared with where the way out leads. */
export const siteProblem = (text) =>
  text && !hostOf(text) ? 'Write it like www.example.org, or leave this empty.' : '';

/** Where the way out leads: of another site than the agency's, which is compared where it is known. */
export function destinationProblem(text, ownHost = '') {
  const problem = addressProblem(text);
  if (problem || text === '') return problem;
  return ownHost && siteOf(new URL(text).hostname) === siteOf(ownHost)
    ? 'This is your own site. Choose a different one.'
    : '';
}

/** The folder on the agency's own server in which the files of cdn/ are: `/cdn/`, or an address. Empty: they come from a public server. */
export function folderProblem(text) {
  if (/[?#]/.test(text)) return 'Remove everything from ? or # on. This field is for the folder itself.';
  if (/^[^/:]+$/.test(text))
    return 'Start with a slash, like /cdn/, or write the whole address, like https://www.example.org/cdn/.';
  return dataProblem(text);
}

/** A folder with the slash at its end. */
export const folder = (text) => text.replace(/\/*$/, '/');
