import type { Config } from '../../model/config.js';
import type { MediaFile } from '../../model/site.js';
import { withBase } from '../../text/urls.js';
import { asksByQuery, queriesIn } from './queries.js';

/** Where something that a text names is; `missing` things are told, `hidden` ones too, in other words. */
export type Target =
  | { readonly kind: 'found'; readonly href: string; readonly media: MediaFile | null }
  | { readonly kind: 'missing' }
  /** An article that readers can't see (yet). */
  | { readonly kind: 'hidden' }
  /** A file with errors of its own: its problem has been told. */
  | { readonly kind: 'invalid' };

/** The article or page in which a link stands. */
export interface Origin {
  readonly file: string;
  readonly url: string;
}

export interface Targets {
  /** A link: another article by its file, url, old url or a media file. Absolute addresses of other sites don't come here. */
  link(target: string, origin: Origin): Target;
  /** A picture: beside the file, from the media folder, or by its url. */
  picture(src: string, origin: Origin): MediaFile | null;
  /** The id of the article that a pin names, by id, file or url. */
  articleId(
    text: string,
    origin: Origin,
  ): { readonly id: string | null; readonly hidden: boolean; readonly invalid: boolean };
}

export interface TargetIndex {
  readonly config: Config;
  /** Path from the root → url below the base, of articles, pages and profiles that readers can see. */
  readonly files: ReadonlyMap<string, string>;
  /** Urls below the base that will exist: pages, groups, archives, static files. */
  readonly urls: ReadonlySet<string>;
  readonly redirects: ReadonlyMap<string, string>;
  readonly idByFile: ReadonlyMap<string, string>;
  readonly idByUrl: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
  readonly media: readonly MediaFile[];
  /** Files, ids and urls of articles that may not be seen. */
  readonly hidden: ReadonlySet<string>;
  /** Files with errors, and ids that they have: what leads to them is no mistake of its own. */
  readonly invalid: ReadonlySet<string>;
}

/** A path's normal form for comparing: decoded, NFC, without `index.html` and trailing slash. */
export function urlKey(url: string): string {
  let path = url;
  try {
    path = decodeURIComponent(url);
  } catch {
    // A stray % is no escape; the path is compared as it stands.
  }
  path = path.normalize('NFC').replace(/\/index\.html?$/, '/');
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** An address with its `?`, if it has one, for comparing: what is behind it counts as it is written. */
export function addressKeyOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? urlKey(url) : urlKey(url.slice(0, at)) + url.slice(at);
}

/** Resolves `a/../b` and `./` against a folder; null where it climbs out of the root. */
export function joinPath(folder: string, path: string): string | null {
  const parts = path.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function splitTarget(target: string): { path: string; rest: string } {
  const at = target.search(/[?#]/);
  return at < 0 ? { path: target, rest: '' } : { path: target.slice(0, at), rest: target.slice(at) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export function createTargets(index: TargetIndex): Targets {
  const { config } = index;
  const urlByKey = new Map<string, string>();
  for (const url of index.urls) urlByKey.set(urlKey(url), url);
  for (const url of index.files.values()) urlByKey.set(urlKey(url), url);
  const redirects = new Map([...index.redirects].map(([from, to]) => [addressKeyOf(from), to]));
  const mediaByFile = new Map(index.media.map((file) => [file.file.normalize('NFC'), file]));
  const mediaByUrl = new Map(index.media.map((file) => [urlKey(file.url), file]));

  const ownHost = new URL(config.url).host;

  /** An absolute address of this very site, or a root-relative one, as a path below the base; null for others. */
  const ownPath = (path: string): string | null => {
    const whole = /^(?:https?:)?\/\/([^/]*)(.*)$/is.exec(path);
    if (whole !== null) {
      const [, host = '', below = ''] = whole;
      const inside = `${below}/`.startsWith(config.base);
      return host.toLowerCase() === ownHost && inside ? `/${below.slice(config.base.length)}` : null;
    }
    if (!path.startsWith('/')) return null;
    return config.base !== '/' && path.startsWith(config.base) ? `/${path.slice(config.base.length)}` : path;
  };

  const found = (url: string, rest: string, media: MediaFile | null = null): Target => ({
    kind: 'found',
    href: withBase(config.base, url) + rest,
    media,
  });

  const mediaAt = (path: string, origin: Origin): MediaFile | null => {
    const own = ownPath(path);
    if (own !== null) {
      const clean = decode(own);
      return (
        mediaByUrl.get(urlKey(own)) ??
        mediaByFile.get(`content${clean}`) ??
        mediaByFile.get(`content/media${clean}`) ??
        null
      );
    }
    const clean = decode(path);
    const beside = joinPath(folderOf(origin.file), clean);
    return (
      (beside === null ? undefined : mediaByFile.get(beside)) ??
      mediaByFile.get(`content/media/${joinPath('', clean) ?? ''}`) ??
      mediaByFile.get(`content/${joinPath('', clean) ?? ''}`) ??
      null
    );
  };

  /** The paths from the root that a link to a file may mean. */
  const filesMeant = (path: string, origin: Origin): string[] => {
    const clean = decode(path);
    const bases = clean.startsWith('/')
      ? [clean.slice(1), `content${clean}`, `content/articles${clean}`]
      : [joinPath(folderOf(origin.file), clean), `content/${clean}`, `content/articles/${clean}`, clean];
    return bases
      .filter((base): base is string => base !== null && base !== '')
      .flatMap((base) => {
        const bare = base.replace(/\/$/, '');
        return /\.(md|markdown)$/i.test(bare)
          ? [bare]
          : [bare, `${bare}.md`, `${bare}/index.md`, `${bare}.markdown`];
      });
  };

  /** Urls below the base that a link may mean: root-relative, or relative to the page's own. */
  const urlsMeant = (path: string, origin: Origin): string[] => {
    const own = ownPath(path);
    if (own !== null) return [own];
    const joined = joinPath(origin.url, path);
    return joined === null ? [] : [`/${joined}`];
  };

  /** What a link means that names an old address by its `?`; null where it names none that was ever known. */
  const askedBy = (key: string, rest: string): Target | null => {
    for (const query of queriesIn(rest)) {
      const to = redirects.get(key + query);
      if (to !== undefined) return found(to, rest.includes('#') ? rest.slice(rest.indexOf('#')) : '');
      if (index.hidden.has(key + query)) return { kind: 'hidden' };
    }
    return null;
  };

  return {
    link(target, origin) {
      const { path, rest } = splitTarget(target);
      let worst: Target = { kind: 'missing' };
      for (const url of urlsMeant(path, origin)) {
        const key = urlKey(url);
        const asked = askedBy(key, rest);
        if (asked !== null) return asked;
        // The front page answers an old system's `/?p=123` too, and is not what was linked to.
        const other = key === '/' && asksByQuery(rest);
        const existing = urlByKey.get(key) ?? redirects.get(key);
        if (existing !== undefined && !other) return found(existing, rest);
        if (index.hidden.has(key)) worst = { kind: 'hidden' };
        if (config.elsewhere.some((prefix) => url.startsWith(prefix))) {
          return { kind: 'found', href: target, media: null };
        }
        if (other) return worst;
      }
      for (const file of filesMeant(path, origin)) {
        const url = index.files.get(file);
        if (url !== undefined) return found(url, rest);
        if (index.hidden.has(file)) worst = { kind: 'hidden' };
        if (index.invalid.has(file)) worst = { kind: 'invalid' };
      }
      const media = mediaAt(path, origin);
      if (media !== null) return found(media.url, rest, media);
      return worst;
    },
    picture(src, origin) {
      return mediaAt(splitTarget(src).path, origin);
    },
    articleId(text, origin) {
      if (index.ids.has(text)) return { id: text, hidden: false, invalid: false };
      let hidden = index.hidden.has(text);
      let invalid = index.invalid.has(text);
      const { path, rest } = splitTarget(text);
      for (const file of filesMeant(path, origin)) {
        const id = index.idByFile.get(file);
        if (id !== undefined) return { id, hidden: false, invalid: false };
        hidden ||= index.hidden.has(file);
        invalid ||= index.invalid.has(file);
      }
      for (const url of urlsMeant(path, origin)) {
        const key = urlKey(url);
        const keys = [...queriesIn(rest).map((query) => key + query), key];
        const id = keys
          .map((one) => index.idByUrl.get(one) ?? index.idByUrl.get(urlKey(redirects.get(one) ?? '')))
          .find((one) => one !== undefined);
        if (id !== undefined) return { id, hidden: false, invalid: false };
        hidden ||= keys.some((one) => index.hidden.has(one));
      }
      return { id: null, hidden, invalid };
    },
  };
}
