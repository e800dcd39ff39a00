import type { Config } from '../model/config.js';
import {
  ADDRESS_PARTS,
  CRAWLER_PURPOSES,
  type NewsSitemapConfig,
  POLICIES,
  type PostalAddressParts,
} from '../model/machines.js';
import type { Problem } from '../model/problem.js';
import { invalidLink, invalidPath, unsafePath } from '../problems/config/values.js';
import type { Located } from '../problems/locate.js';
import { crawlerLine, robotsInFolder, unknownNewsSection } from '../problems/machines.js';
import type { SiteOptions } from '../schema/site.js';
import { strictAddress } from '../text/urls.js';
import { climbs, isLinkAddress } from './address.js';
import type { Path } from './fit.js';
import type { Read } from './read.js';
import { sectionSlug } from './section-name.js';

/** The parts of `site.yaml` that programs read: who publishes, what search engines and AI companies are asked. */
export type MachineOptions = Pick<Config, 'publisher' | 'image' | 'crawlers' | 'newsSitemap' | 'spots'>;

type PlaceOf = (path: Path) => Located;

export function readMachines(
  options: SiteOptions,
  sections: Config['sections'],
  base: string,
  { placeOf, written }: Pick<Read<SiteOptions>, 'placeOf' | 'written'>,
  problems: Problem[],
): MachineOptions {
  checkPublisher(options, placeOf, problems);
  checkCrawlers(options, placeOf, problems);
  if (base !== '/' && written('crawlers')) problems.push(robotsInFolder(placeOf(['crawlers']), base));
  const { publisher, title, crawlers } = options;
  const spots: Record<string, { readonly line: number; readonly column: number }> = {};
  const note = (name: string, path: Path): void => {
    const { line, column } = placeOf(path);
    if (line !== undefined && column !== undefined) spots[name] = { line, column };
  };
  const policies: { [policy in (typeof POLICIES)[number]]?: string } = {};
  for (const name of ['logo', 'logoDark', 'icon'] as const)
    if (options.theme[name] !== undefined) note(`theme.${name}`, ['theme', name]);
  options.theme.fonts?.forEach((_, i) => {
    note(`theme.fonts.${i}`, ['theme', 'fonts', i, 'file']);
  });
  for (const name of POLICIES) {
    const value = publisher[name];
    if (value === undefined) continue;
    policies[name] = strictAddress(value) ?? value;
    note(`publisher.${name}`, ['publisher', name]);
  }
  if (publisher.logo !== undefined) note('publisher.logo', ['publisher', 'logo']);
  if (options.image !== undefined) note('image', ['image']);
  if (written('crawlers')) note('crawlers', ['crawlers']);
  if (written('icons')) note('icons', ['icons']);
  return {
    publisher: {
      name: publisher.name ?? title,
      url: publisher.url === undefined ? null : (strictAddress(publisher.url) ?? publisher.url),
      logo: publisher.logo ?? null,
      foundingDate: publisher.foundingDate ?? null,
      sameAs: publisher.sameAs.map((address) => strictAddress(address) ?? address),
      alternateName: publisher.alternateName,
      legalName: publisher.legalName ?? null,
      contacts: {
        email: publisher.email ?? null,
        telephone: publisher.telephone ?? null,
        address: addressOf(publisher.address),
        contactPoint: publisher.contactPoint,
      },
      policies,
    },
    image: options.image ?? null,
    crawlers: {
      disallow: CRAWLER_PURPOSES.filter((purpose) => crawlers[purpose] === 'disallow'),
      lines: crawlers.lines,
    },
    newsSitemap: newsSitemap(options, sections, placeOf, problems),
    spots,
  };
}

/** The parts that are said; null where none is. */
function addressOf(written: SiteOptions['publisher']['address']): PostalAddressParts | null {
  const parts: { [part in (typeof ADDRESS_PARTS)[number]]?: string } = {};
  for (const part of ADDRESS_PARTS) {
    const said = written?.[part];
    if (said !== undefined) parts[part] = said;
  }
  return Object.keys(parts).length === 0 ? null : parts;
}

function checkPublisher({ publisher, image }: SiteOptions, placeOf: PlaceOf, problems: Problem[]): void {
  const { url, logo } = publisher;
  const isWeb = (address: string): boolean =>
    isLinkAddress(address) && /^https?:/i.test(address) && strictAddress(address) !== null;
  const address = (name: string, value: string, path: Path): void => {
    if (!isWeb(value)) problems.push(invalidLink(placeOf(path), name, value));
  };
  if (url !== undefined) address('publisher.url', url, ['publisher', 'url']);
  publisher.sameAs.forEach((other, i) => {
    address('publisher.sameAs', other, ['publisher', 'sameAs', i]);
  });
  for (const [name, value, path] of [
    ['publisher.logo', logo, ['publisher', 'logo']],
    ['image', image, ['image']],
  ] as const) {
    if (value === undefined) continue;
    if (climbs(value)) problems.push(unsafePath(placeOf(path), name, value));
    else if (!/^(https?:\/\/|[^:]+$)/i.test(value)) {
      problems.push(invalidPath(placeOf(path), name, value));
    }
  }
  for (const policy of POLICIES) {
    const value = publisher[policy];
    if (value === undefined) continue;
    const [name, place] = [`publisher.${policy}`, placeOf(['publisher', policy])];
    if (climbs(value)) problems.push(unsafePath(place, name, value));
    else if (!isWeb(value) && !(value.startsWith('/') && isLinkAddress(value))) {
      problems.push(invalidLink(place, name, value));
    }
  }
}

/** RFC 9309's lines and those that the big search engines know besides. */
const ROBOTS_LINE =
  /^\s*(?:#.*|(?:user-agent|allow|disallow|sitemap|crawl-delay|clean-param|host|noindex|content-signal)\s*:.*)?$/i;

function checkCrawlers({ crawlers }: SiteOptions, placeOf: PlaceOf, problems: Problem[]): void {
  crawlers.lines.forEach((line, i) => {
    if (!ROBOTS_LINE.test(line) || /[\p{Cc}]/u.test(line.replaceAll('\t', ' '))) {
      problems.push(crawlerLine(placeOf(['crawlers', 'lines', i]), line));
    }
  });
}

function newsSitemap(
  { newsSitemap: written, title, slugs }: SiteOptions,
  sections: Config['sections'],
  placeOf: PlaceOf,
  problems: Problem[],
): NewsSitemapConfig | null {
  if (written === false) return null;
  if (written === true) return { name: title, sections: [], kinds: [] };
  const known = new Set(sections.map(({ slug }) => slug));
  const wanted = written.sections.map((name, i) => {
    const slug = sectionSlug(name, sections, slugs);
    if (known.size > 0 && !known.has(slug)) {
      const place = placeOf(['newsSitemap', 'sections', i]);
      problems.push(unknownNewsSection(place, slug, [...known]));
    }
    return slug;
  });
  return { name: written.name ?? title, sections: wanted, kinds: written.kinds };
}
