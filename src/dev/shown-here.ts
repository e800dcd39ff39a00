const POLICY = /<meta http-equiv="content-security-policy"[^>]*>\n?/;

const INCLUDE =
  /<!--#include virtual="([^"]+)" -->|<!--esi <esi:include src="([^"]+)" onerror="continue"\/>-->/g;

/**
 * A page as this server shows it. What it may load is not limited, because scripts and styles of `dev` stand in it; the
 * pieces that a server or a CDN would put in are there.
 */
export const shownHere = (html: string, fragment: (address: string) => string): string =>
  html
    .replace(POLICY, '')
    .replace(INCLUDE, (_, server?: string, cdn?: string) =>
      fragment((server ?? cdn ?? '').replaceAll('&amp;', '&')),
    );
