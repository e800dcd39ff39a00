import { posix } from 'node:path';

/**
 * What an address in a style sheet becomes.
 *
 * `own`: a file of `templates/assets/`, by its name. `missing`: it should be one. `kept`: anything else, written so that it
 * means the same in the published style sheet.
 */
export type Reference =
  | { readonly kind: 'own'; readonly name: string; readonly tail: string }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'kept'; readonly url: string };

/**
 * @param url as written
 * @param from the style sheet that it is written in
 * @param into the style sheet that is published
 */
export function referenceOf(
  url: string,
  from: string,
  into: string,
  isAsset: (name: string) => boolean,
): Reference {
  const kept = { kind: 'kept', url } as const;
  if (url === '' || /^(?:[a-z][a-z\d+.-]*:|#|\/\/)/i.test(url)) return kept;
  const end = url.search(/[?#]/);
  const [path, tail] = end === -1 ? [url, ''] : [url.slice(0, end), url.slice(end)];
  const plain = decoded(path);
  if (plain.startsWith('/')) {
    // From the site's top, which may be in a folder of its host.
    const name = plain.slice(plain.indexOf('/assets/') + '/assets/'.length);
    return plain.includes('/assets/') && isAsset(name) ? { kind: 'own', name, tail } : kept;
  }
  const name = posix.normalize(posix.join(posix.dirname(from), plain));
  if (isAsset(name)) return { kind: 'own', name, tail };
  if (!name.startsWith('../')) return { kind: 'missing', name };
  return { kind: 'kept', url: encodeURI(relativeTo(into, name)) + tail };
}

/** The path from one file to another. */
export const relativeTo = (from: string, name: string): string =>
  posix.relative(posix.dirname(from), name) || name;

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
