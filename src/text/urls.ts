/** Path of the file that answers a url: `/a/b/` → `a/b/index.html`, `/404.html` → `404.html`. */
export function outputPath(url: string): string {
  const path = url.startsWith('/') ? url.slice(1) : url;
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** A path below the site's base as a page prints it: base `/news/` and `/a/` → `/news/a/`, percent-encoded. */
export function withBase(base: string, url: string): string {
  return encodePath(base === '/' ? url : base + url.slice(1));
}

/** Percent-encodes what may not stand in a path; what is encoded already stays as it is. */
export function encodePath(path: string): string {
  return /^[\w\-./~]*$/.test(path)
    ? path
    : encodeURI(path.toWellFormed())
        .replace(/%25([0-9A-Fa-f]{2})/g, '%$1')
        .replace(/[?#]/g, (c) => (c === '?' ? '%3F' : '%23'));
}

/** Scheme and host: what stands before a printed path in an absolute address. `https://x.org/news/` → `https://x.org`. */
export const originOf = (site: { readonly url: string; readonly base: string }): string =>
  site.url.slice(0, site.url.length - site.base.length);

/** A printed path, or an address that is whole already, as an absolute address. */
export const wholeAddress = (
  site: { readonly url: string; readonly base: string },
  printed: string,
): string => (printed.startsWith('/') && !printed.startsWith('//') ? originOf(site) + printed : printed);

/** Whether a picture is of a kind that social networks show: they show no drawings (SVG) and no AVIF. */
export const isRaster = (src: string): boolean => /\.(?:jpe?g|png|webp|gif)(?:[?#]|$)/i.test(src);

/** The absolute address of a path below the base: `https://x.org/news/` and `/a/` → `https://x.org/news/a/`. */
export function absolute(siteUrl: string, url: string): string {
  return siteUrl + encodePath(url.slice(1));
}

/** The path of an address as files are named: without query and fragment, decoded where it can be. */
export function plainPath(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray % is no escape.
    return path;
  }
}

/**
 * An address of another site as every format takes it, HTML, XML and JSON-LD: without the signs that browsers forgive;
 * null where it is none. The same again where it is strict already.
 */
export function strictAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  return new URL(address).href.replace(/[\s<>"{}|\\^`]/g, (char) => encodeURIComponent(char));
}
