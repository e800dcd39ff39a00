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

/** The absolute address of a path below the base: `https://x.org/news/` and `/a/` → `https://x.org/news/a/`. */
export function absolute(siteUrl: string, url: string): string {
  return siteUrl + encodePath(url.slice(1));
}
