import { isReserved, isReservedFile, isReservedInside } from '../../text/reserved.js';
import type { ParseConfig } from './config.js';

/** What an old or own address comes to. */
export type AddressResult = { readonly path: string } | { readonly fault: 'outside' | 'query' | 'empty' };

const MAX_PART_BYTES = 200;
const MAX_PATH_BYTES = 1000;

/** Characters of an address, and of a group's: below that one there are archives (`…/2026/11/page/12/index.html`). */
export const LONGEST_ADDRESS = 1000;
export const LONGEST_GROUP = 500;

/** Sections inside each other: each is a page with an archive, so a path can't have as many as it likes. */
export const DEEPEST_SECTION = 20;

/**
 * A path on this site below its base, from what an editor wrote: a path, or a full address of this site. Percent
 * escapes are decoded once, so that nothing is hidden in them. Never leads out of the site.
 */
export function sitePath(written: string, config: ParseConfig): AddressResult {
  let path = written.trim();
  const absolute = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.exec(path);
  let bases = [config.base];
  if (absolute !== null || /^[a-z][a-z0-9+.-]*:/i.test(path)) {
    if (absolute === null || !URL.canParse(path, config.url)) return { fault: 'outside' };
    const url = new URL(path, config.url);
    // A preview elsewhere is of this site all the same.
    bases = [config.url, config.ownUrl]
      .map((one) => new URL(one))
      .filter((one) => bareHost(one) === bareHost(url))
      .map(({ pathname }) => pathname);
    if (!/^https?:$/.test(url.protocol) || bases.length === 0) return { fault: 'outside' };
    // As written, because URL resolves `..` silently.
    path = path.slice(absolute[0].length).replace(/^[^/?#]*/, '') || '/';
  }
  const cut = path.search(/[?#]/);
  const query = cut !== -1 && path.slice(cut).length > 1;
  if (cut !== -1) path = path.slice(0, cut);
  try {
    path = decodeURIComponent(path);
  } catch {
    return { fault: 'outside' };
  }
  path = path.normalize('NFC');
  if (!path.startsWith('/')) path = `/${path}`;
  const base = bases.find((one) => `${path}/`.startsWith(one));
  if (base !== undefined) path = path.slice(base.length - 1) || '/';
  else if (absolute !== null) return { fault: 'outside' };
  path = path.replace(/\/{2,}/g, '/');
  const parts = path.split('/');
  // No hidden files either (`.htaccess`), and nothing that shows as another address than it is.
  if (
    /[\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufdd0\ufdd1]/u.test(path) ||
    parts.some((part) => part.startsWith('.'))
  )
    return { fault: 'outside' };
  if (parts.some((part) => bytes(part) > 255) || bytes(path) > MAX_PATH_BYTES) return { fault: 'outside' };
  if (path === '/') return { fault: query ? 'query' : 'empty' };
  if (query) return { fault: 'query' };
  path = path.replace(/\/index\.html?$/i, '/');
  if (path === '/') return { fault: 'empty' };
  const last = path.slice(path.lastIndexOf('/') + 1);
  return { path: last === '' || /\.[a-z0-9]{1,8}$/i.test(last) ? path : `${path}/` };
}

/** Parts of a query that are compared; more are no address of an article. */
const MOST_PARTS = 5;

/**
 * An old address that differs from others behind its `?` alone, with its parts by name: `/?p=123`. Null where the parts
 * are other than names with plain values, which alone every host compares in the same way.
 */
export function queryPath(written: string, config: ParseConfig): string | null {
  const text = written.trim();
  const cut = text.indexOf('?');
  const parts = text.slice(cut + 1).split('&');
  const names = new Set(parts.map((part) => part.replace(/=.*$/s, '').toLowerCase()));
  if (cut < 0 || parts.length > MOST_PARTS || names.size < parts.length) return null;
  if (!parts.every((part) => /^[A-Za-z_]\w{0,39}=[\w.~-]{1,100}$/.test(part))) return null;
  const before = sitePath(text.slice(0, cut) || '/', config);
  const path = 'path' in before ? before.path : before.fault === 'empty' ? '/' : null;
  return path === null || path.includes('?') ? null : `${path}?${parts.sort().join('&')}`;
}

function bareHost(url: URL): string {
  return url.host.replace(/^www\./, '');
}

function bytes(text: string): number {
  return text.length * 3 <= MAX_PART_BYTES ? 0 : new TextEncoder().encode(text).length;
}

/**
 * The part of an old address that is kept whatever the site has, or null. Everything else is free where no page is
 * planned, which assemble knows.
 */
export function reservedFile(path: string): string | null {
  const top = path.split('/')[1] ?? '';
  return isReservedFile(top) ? top : null;
}

/**
 * The part of an article's address that Dateline needs for its own pages, or null: `/tags/`, `/2023/06/`,
 * `…/page/`, `…/related/`.
 */
export function reservedPart(url: string): string | null {
  const parts = url.split('/').filter((part) => part !== '');
  const [top = '', second = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (/^\d{4}$/.test(top)) {
    if (parts.length === 1) return top;
    if (parts.length === 2 && /^\d{2}$/.test(second)) return second;
    return /^\d{4}$/.test(last) ? null : isReservedInside(last) ? last : null;
  }
  if (isReserved(top)) return top;
  return parts.length > 1 && isReservedInside(last) ? last : null;
}

/** What a file's path says: a date in its name, what is left of the name, and the folders around it. */
export interface FileName {
  readonly date: { readonly year: string; readonly month: string; readonly day: string } | null;
  /** Without date and ending; of `night-trains/index.md` the folder's name. Empty where no letter is left. */
  readonly name: string;
  /** Folders below `content/articles/`, without a bundle's own and without those that only sort by date. */
  readonly folders: readonly string[];
}

const DATED = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?:[-_.\s]+|$)(.*)$/u;

export function readFileName(file: string): FileName {
  const parts = file.replace(/\.(?:md|markdown|mdown)$/i, '').split('/');
  let name = parts.pop() ?? '';
  const bundle = /^_?index(?:\.[a-z]{2,3}(?:-[a-z]{2,4})?)?$/i.test(name);
  if (bundle) name = parts.pop() ?? '';
  const found = DATED.exec(name);
  let date: FileName['date'] = null;
  if (
    found &&
    Number(found[3]) >= 1 &&
    Number(found[3]) <= 12 &&
    Number(found[4]) >= 1 &&
    Number(found[4]) <= 31
  ) {
    date = { year: found[1] ?? '', month: found[3] ?? '', day: found[4] ?? '' };
    name = found[5] ?? '';
  }
  const inArticles = parts[0] === 'content' && parts[1] === 'articles';
  return {
    date,
    name: /\p{L}/u.test(name) ? name : '',
    folders: inArticles ? parts.slice(2).filter((folder) => !/^[\d\s._-]+$/.test(folder)) : [],
  };
}
