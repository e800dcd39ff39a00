import type { Moment } from '../../model/article.js';
import type { TextOutput } from '../../model/page.js';
import type { AlternateView } from '../../model/view.js';
import { escapeXml } from '../../text/xml.js';

/** Limits of the protocol (sitemaps.org, 0.9) for one file. */
const MOST_URLS = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;

/** Pictures that one address may have, by Google's rules. */
const MOST_PICTURES = 1000;

/** An address with what search engines want to know of it. All addresses are whole. */
export interface Listed {
  readonly loc: string;
  readonly lastmod: Moment | null;
  readonly pictures: readonly string[];
  readonly alternates: readonly AlternateView[];
}

/** A sitemap that the index names. */
export interface Child {
  readonly name: string;
  readonly lastmod: Moment | null;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const URLSET = `${HEAD}<urlset xmlns="${SITEMAP}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;

/** A day where only a day is known: the hour would be invented. */
export const w3cDate = ({ timed, iso, day }: Moment): string => (timed ? iso : day);

const lastmodElement = (lastmod: Moment | null): string =>
  lastmod === null ? '' : `<lastmod>${w3cDate(lastmod)}</lastmod>`;

/** The later of two moments; null is before all. */
export const later = (a: Moment | null, b: Moment | null): Moment | null =>
  a === null || (b !== null && b.ms > a.ms) ? b : a;

function urlElement({ loc, lastmod, pictures, alternates }: Listed): string {
  let out = `<url><loc>${escapeXml(loc)}</loc>${lastmodElement(lastmod)}`;
  for (const { lang, url } of alternates) {
    out += `<xhtml:link rel="alternate" hreflang="${escapeXml(lang)}" href="${escapeXml(url)}"/>`;
  }
  for (const src of pictures.slice(0, MOST_PICTURES)) {
    out += `<image:image><image:loc>${escapeXml(src)}</image:loc></image:image>`;
  }
  return `${out}</url>\n`;
}

/**
 * Sitemaps of one name, filled in the order of the addresses: the first has the name as it is, the next `NAME-2` and
 * so on. Whoever lists the oldest first has only the last file change.
 */
export function* urlsetFiles(name: string, listed: Iterable<Listed>): Generator<Child & { text: string }> {
  let number = 1;
  let urls = '';
  let count = 0;
  let lastmod: Moment | null = null;
  const file = (): Child & { text: string } => ({
    name: number === 1 ? `${name}.xml` : `${name}-${number}.xml`,
    lastmod,
    text: `${URLSET}${urls}</urlset>\n`,
  });
  for (const one of listed) {
    const element = urlElement(one);
    // Everything in an element is ASCII: addresses are percent-encoded, so a character is a byte.
    if (count === MOST_URLS || (count > 0 && urls.length + element.length > MOST_BYTES - 1024)) {
      yield file();
      number += 1;
      urls = '';
      count = 0;
      lastmod = null;
    }
    urls += element;
    count += 1;
    lastmod = later(lastmod, one.lastmod);
  }
  if (count > 0) yield file();
}

/** The file that names the others. */
export function indexText(root: string, children: readonly Child[]): string {
  const lines = children.map(
    ({ name, lastmod }) =>
      `<sitemap><loc>${escapeXml(root + name)}</loc>${lastmodElement(lastmod)}</sitemap>\n`,
  );
  return `${HEAD}<sitemapindex xmlns="${SITEMAP}">\n${lines.join('')}</sitemapindex>\n`;
}

/** An output of this stage; `source` is what `site.yaml` calls it. */
export function output(path: string, text: string, source: string): TextOutput {
  return { path, phase: 'index', bodies: [], text: () => text, source };
}
