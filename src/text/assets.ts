/**
 * Names of the theme's files as they are published. Each has a mark of its content, `site.3f2a91bc.css`, so that a
 * browser may keep it for ever: another content has another address.
 */

/** The folder of the theme's files, below `public/` and below the site's base. */
export const ASSETS = 'assets/';

const MARK_LENGTH = 8;

/** @param hash `contentHash` of what is published */
export function markedName(name: string, hash: string): string {
  const [, stem = name, ending = ''] = /^(.*[^/])(\.[^./]+)$/.exec(name) ?? [];
  return `${stem}.${hash.slice(0, MARK_LENGTH)}${ending}`;
}

/** A published path with its mark taken out; null where it has none. */
export function withoutMark(path: string): { readonly path: string; readonly mark: string } | null {
  const [, stem, mark, ending = ''] = /^(assets\/.*[^/])\.([0-9a-f]{8})(\.[^./]+)?$/.exec(path) ?? [];
  return stem === undefined || mark === undefined ? null : { path: stem + ending, mark };
}

/** Whether a published file is one of the theme's: nothing else has its own hash in its name. */
export const isMarked = (path: string, hash: string): boolean =>
  withoutMark(path)?.mark === hash.slice(0, MARK_LENGTH);
