/** Placeholders of `permalink`. */
export const PLACEHOLDERS = ['slug', 'id', 'year', 'month', 'day', 'section'] as const;

/** Names of placeholders in other systems. */
const FOREIGN: { readonly [name: string]: string } = {
  title: 'slug',
  filename: 'slug',
  slugorfilename: 'slug',
  slugorcontentbasename: 'slug',
  contentbasename: 'slug',
  basename: 'slug',
  name: 'slug',
  sections: 'section',
  category: 'section',
  categories: 'section',
  i_month: 'month',
  i_day: 'day',
  short_year: 'year',
};

export type Fault = { readonly why: string };

/** The site's address with a trailing slash and its path, or why it can't be one. */
export function readUrl(written: string): { readonly url: string; readonly base: string } | Fault {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(written) || /^[\w.-]+:\d+/.test(written)) {
    return { why: 'it does not say `https://` in front' };
  }
  if (!URL.canParse(written)) return { why: 'it is not a complete address' };
  const url = new URL(written);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { why: 'a site is read over `https://` or `http://`' };
  }
  if (!/^https?:\/\//i.test(written)) return { why: 'two slashes must follow the colon' };
  if (url.username !== '' || url.password !== '')
    return { why: 'a name or password in it would be published' };
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(written)) {
    return { why: 'what follows a `?` or `#` cannot be part of it' };
  }
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/?$/, '/');
  return { url: `${url.origin}${path}`, base: path };
}

/** Why a pattern can't make addresses of articles; null where it can. */
export function permalinkFault(pattern: string, reserved: (part: string) => boolean): string | null {
  if (!pattern.startsWith('/') || !pattern.endsWith('/')) return 'it must begin and end with `/`';
  const parts = pattern.slice(1, -1).split('/');
  if (parts.includes('')) return 'there is nothing between two of its slashes';
  if (parts.some((part) => part === '.' || part === '..')) return 'it leaves its folder by `.` or `..`';
  if (/[\s?#%\\"<>|*\p{Cc}]/u.test(pattern)) return 'it holds a sign that an address cannot have';
  const names = [...pattern.matchAll(/:([a-z_]*)/gi)].map((found) => found[1] ?? '');
  for (const name of names) {
    if (PLACEHOLDERS.some((known) => known === name)) continue;
    const ours = FOREIGN[name.toLowerCase()] ?? PLACEHOLDERS.find((known) => known === name.toLowerCase());
    return `\`:${name}\` stands for nothing here${ours === undefined ? '' : `; what it means elsewhere is \`:${ours}\``}`;
  }
  if (!names.includes('slug') && !names.includes('id')) {
    return 'without `:slug` or `:id` all articles of a day or section would have one address';
  }
  const [top = ''] = parts;
  if (!top.includes(':') && reserved(top))
    return `\`/${top}/\` is the address of pages that Dateline makes itself`;
  return null;
}

/** The canonical form of a language tag, or null. */
export function readLanguage(written: string): string | null {
  const tag = written.replaceAll('_', '-');
  // Names of languages are well-formed tags, and mean nothing: `english`.
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The name of a time zone in its usual case, or null. Offsets have no summer time, and not every Node knows them. */
export function readZone(
  written: string,
  known: readonly string[],
  isZone: (name: string) => boolean,
): string | null {
  if (!/^[a-z]/i.test(written) || !isZone(written)) return null;
  const lower = written.toLowerCase();
  return known.find((name) => name.toLowerCase() === lower) ?? (lower === 'utc' ? 'UTC' : written);
}

/** True for an address that a link may have: a path on the site, or a whole address of a harmless kind. */
export function isLinkAddress(written: string): boolean {
  return /^(?:\/(?!\/)|#|https?:\/\/[^\s/]|mailto:|tel:)[^\s\p{Cc}]*$/iu.test(written);
}

/** True where a path leaves its folder. */
export function climbs(path: string): boolean {
  return path.split(/[\\/]/).includes('..');
}
