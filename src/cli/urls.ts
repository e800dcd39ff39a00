import type { Config } from '../model/config.js';

/** What an editor copied from the browser, as a path below the site's base: `https://x.org/news/a/?b#c` → `/a/`. */
export function localUrl(text: string, { url, base }: Pick<Config, 'url' | 'base'>): string {
  const bare = text.replace(/[?#].*$/, '');
  if (bare.startsWith(url)) return `/${bare.slice(url.length)}`;
  // The address that `dateline dev` shows has another host.
  const path = /^https?:\/\/[^/]+(\/.*)?$/.exec(bare)?.[1] ?? bare;
  if (base !== '/' && path.startsWith(base)) return `/${path.slice(base.length)}`;
  return path.startsWith('/') ? path : `/${path}`;
}

/** Without percent escapes, in NFC; one that is no escape stays as it is. */
export function plainUrl(url: string): string {
  try {
    return decodeURIComponent(url).normalize();
  } catch {
    return url.normalize();
  }
}
