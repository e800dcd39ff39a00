import type { IncomingHttpHeaders } from 'node:http';

const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request may be answered. A page of another site must not read drafts through its reader's browser: not by
 * a name of its own that leads to this machine (DNS rebinding), and not by asking across sites.
 *
 * @param everywhere the network is let in: then by any address in numbers too, which no rebinding can bring about
 */
export function isAllowed(headers: IncomingHttpHeaders, named: string, everywhere: boolean): boolean {
  const host = (headers.host ?? '').toLowerCase();
  const name = host.replace(/:\d+$/, '');
  const known =
    LOCAL.includes(name) ||
    name === named.toLowerCase() ||
    name === `[${named.toLowerCase()}]` ||
    (everywhere && /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])$/.test(name));
  if (!known) return false;
  const { origin } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) return false;
  // A link on another site may lead here; a script or picture of another site may not.
  return headers['sec-fetch-site'] !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate';
}
