const POLICY = /<meta http-equiv="content-security-policy"[^>]*>\n?/;

const INCLUDE =
  /<!--#include virtual="([^"]+)" -->|<!--esi <esi:include src="([^"]+)" onerror="continue"\/>-->/g;

/**
 * A page as this server shows it. What it may load is not limited, because scripts and styles of `dev` stand in it; the
 * pieces that a server or a CDN would put in are there.
 *
 * @param piece what is at an address
 */
export async function shownHere(html: string, piece: (address: string) => Promise<string>): Promise<string> {
  const pieces = new Map<string, string>();
  const addressIn = (found: readonly (string | undefined)[]): string =>
    (found[1] ?? found[2] ?? '').replaceAll('&amp;', '&');
  for (const found of html.matchAll(INCLUDE)) {
    const address = addressIn(found);
    if (!pieces.has(address)) pieces.set(address, await piece(address));
  }
  return html
    .replace(POLICY, '')
    .replace(INCLUDE, (...found) => pieces.get(addressIn(found.slice(0, 3).map(String))) ?? '');
}
