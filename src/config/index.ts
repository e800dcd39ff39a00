import { z } from 'zod';
import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { CATALOGUE, WARNING_CODES } from '../problems/catalogue/index.js';
import { fixedSeverity, unknownCode, unknownField, unsafeHtml } from '../problems/config/names.js';
import {
  invalidLanguage,
  invalidPermalink,
  invalidTimezone,
  invalidUrl,
  missingUrl,
} from '../problems/config/newsroom.js';
import { redirectsOneFile } from '../problems/config/parts.js';
import { unknownSection } from '../problems/config/sections.js';
import { invalidLink, invalidPath, unsafePath } from '../problems/config/values.js';
import { sorted, withSeverity } from '../problems/list.js';
import { HTML_ELEMENTS, UNSAFE_ELEMENTS } from '../schema/site/html.js';
import { FIELD_TARGETS, type SiteOptions, siteSchema } from '../schema/site.js';
import { isZone } from '../text/dates.js';
import { dirOf } from '../text/lang.js';
import { ownNameOf } from '../text/languages.js';
import { isReserved } from '../text/reserved.js';
import { climbs, isLinkAddress, permalinkFault, readLanguage, readUrl, readZone } from './address.js';
import { checkPartnerLanguages, readFeeds } from './feeds.js';
import { readLanguages, tellOfCountry } from './languages.js';
import { readLook } from './look.js';
import { readMachines } from './machines.js';
import { readIcons, readSlots } from './page-parts.js';
import { readPictures } from './pictures.js';
import { type Read, readOptions } from './read.js';
import { readRelated } from './related.js';
import { readSearch } from './search.js';
import { sectionSlug } from './section-name.js';
import { readSections } from './sections.js';
import { readSecurity } from './security.js';
import { readTexts } from './texts.js';

export { parseFront } from './front.js';

/** What the command line says otherwise. */
export interface Overrides {
  readonly baseUrl?: string | undefined;
}

export interface LoadedConfig {
  /** Null where the file has an error. */
  readonly config: Config | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads `site.yaml`, checks it and puts every default in place. All problems are found in one go, in the order of
 * their lines, with the severities that the file itself asks for. Never throws.
 *
 * @param source the file's text; null where there is no such file, and every option has its default
 * @param file its path from the site's root, for messages
 */
export function loadConfig(source: string | null, file: string, overrides: Overrides = {}): LoadedConfig {
  const read = readOptions(source ?? '', file, siteSchema);
  if (read.options === null) return { config: null, problems: sorted(read.problems) };
  const problems = [...read.problems];
  const config = finish(read.options, read, file, overrides, problems);
  const final = sorted(withSeverity(problems, config.severity));
  const sound = final.every((problem) => problem.severity !== 'error');
  return { config: sound ? config : null, problems: final };
}

function finish(
  options: SiteOptions,
  read: Read<SiteOptions>,
  file: string,
  overrides: Overrides,
  problems: Problem[],
): Config {
  const { placeOf } = read;
  const { title, slugs } = options;

  const url = siteUrl(options.url, overrides.baseUrl, placeOf, problems);
  if (!read.written('url') && overrides.baseUrl === undefined) {
    problems.push(missingUrl({ file }));
  }

  const language = readLanguage(options.language);
  if (language === null) problems.push(invalidLanguage(placeOf(['language']), options.language));
  else tellOfCountry(language, placeOf(['language']), problems);

  const zones = Intl.supportedValuesOf('timeZone');
  const timezone = readZone(options.timezone, zones, isZone);
  if (timezone === null) {
    problems.push(invalidTimezone(placeOf(['timezone']), options.timezone, zones));
  }

  const fault = permalinkFault(options.permalink, isReserved);
  if (fault !== null) problems.push(invalidPermalink(placeOf(['permalink']), options.permalink, fault));

  const { sections, problems: ofSections } = readSections(options.sections, slugs, placeOf);
  problems.push(...ofSections);
  const defaultSection = sectionByName(options.defaultSection, sections, slugs);
  if (
    defaultSection !== null &&
    sections.length > 0 &&
    !sections.some(({ slug }) => slug === defaultSection)
  ) {
    const known = sections.map(({ slug }) => slug);
    problems.push(unknownSection(placeOf(['defaultSection']), defaultSection, known));
  }

  checkLinks(options, read, problems);
  checkPaths(options, read, problems);
  if (options.redirects.includes('netlify') && options.redirects.includes('cloudflare')) {
    problems.push(redirectsOneFile(placeOf(['redirects'])));
  }
  checkNames(options, read, problems);

  const look = readLook(options.theme, placeOf, problems);
  const main: Config = {
    id: options.id ?? url.host,
    idOfUrl: options.id === undefined && read.written('url'),
    title,
    tagline: options.tagline ?? null,
    description: options.description ?? null,
    url: url.url,
    base: url.base,
    ownUrl: url.ownUrl,
    language: language ?? 'en',
    dir: dirOf(language ?? 'en'),
    languageName: ownNameOf(language ?? 'en'),
    root: '/',
    languages: [],
    timezone: timezone ?? 'UTC',
    permalink: options.permalink,
    slugs,
    defaultSection,
    sections,
    navigation: options.navigation ?? null,
    footer: options.footer,
    ...readMachines(options, sections, url.base, read, problems),
    copyright: options.copyright ?? null,
    fields: options.fields,
    excerpt: options.excerpt,
    related: readRelated(options.related, sections, slugs, placeOf, problems),
    front: options.front,
    archive: options.archive,
    feeds: readFeeds(options.feeds, sections, slugs, placeOf, problems),
    search: readSearch(options.search, placeOf, problems),
    syndication: options.syndication,
    html: allowedHtml(options.html),
    remotePictures: options.remotePictures,
    assets: options.assets,
    fragments: options.fragments,
    slots: readSlots(options.slots, placeOf, problems),
    icons: readIcons(options, placeOf, problems),
    security: readSecurity(options.security, placeOf, problems),
    pictures: readPictures(options.pictures, look.light, placeOf, problems),
    redirects: [...new Set(options.redirects)],
    elsewhere: options.elsewhere,
    ignore: options.ignore.map((pattern) => pattern.replace(/^\.?\//, '')),
    look,
    theme: jsonOf(options.theme),
    extra: options.extra,
    texts: readTexts(options.texts, ['texts'], placeOf, problems),
    severity: options.severity,
  };
  const config = { ...main, languages: readLanguages(options, main, placeOf, problems) };
  checkPartnerLanguages(config, placeOf, problems);
  return config;
}

type PlaceOf = Read<SiteOptions>['placeOf'];

function siteUrl(
  written: string,
  override: string | undefined,
  placeOf: PlaceOf,
  problems: Problem[],
): { readonly url: string; readonly base: string; readonly ownUrl: string; readonly host: string } {
  const own = readUrl(written);
  if ('why' in own) problems.push(invalidUrl(placeOf(['url']), 'url', written, own.why));
  const over = override === undefined ? null : readUrl(override);
  if (over !== null && 'why' in over) {
    problems.push(invalidUrl({ file: placeOf([]).file }, '--base-url', override ?? '', over.why));
  }
  const fallback = { url: 'http://localhost:8080/', base: '/' };
  const sound = 'why' in own ? fallback : own;
  const used = over === null || 'why' in over ? sound : over;
  // The name in feeds' guids is the site's own, wherever a preview of it stands.
  return { ...used, ownUrl: sound.url, host: new URL(sound.url).host };
}

function sectionByName(
  name: string | undefined,
  sections: readonly { readonly slug: string; readonly title: string }[],
  slugs: SiteOptions['slugs'],
): string | null {
  if (name === undefined) return null;
  return sectionSlug(name, sections, slugs);
}

function checkLinks(options: SiteOptions, { placeOf }: Read<SiteOptions>, problems: Problem[]): void {
  for (const name of ['navigation', 'footer'] as const) {
    options[name]?.forEach(({ url }, i) => {
      if (!isLinkAddress(url)) problems.push(invalidLink(placeOf([name, i, 'url']), name, url));
      else if (climbs(url)) problems.push(unsafePath(placeOf([name, i, 'url']), name, url));
    });
  }
}

function checkPaths(options: SiteOptions, { placeOf }: Read<SiteOptions>, problems: Problem[]): void {
  options.ignore.forEach((pattern, i) => {
    if (climbs(pattern)) problems.push(unsafePath(placeOf(['ignore', i]), 'ignore', pattern));
  });
  options.elsewhere.forEach((path, i) => {
    const place = placeOf(['elsewhere', i]);
    if (climbs(path)) problems.push(unsafePath(place, 'elsewhere', path));
    else if (!/^\/[^\s?#]*$/.test(path)) problems.push(invalidPath(place, 'elsewhere', path));
  });
}

function checkNames(options: SiteOptions, { placeOf }: Read<SiteOptions>, problems: Problem[]): void {
  for (const name of Object.keys(options.fields)) {
    if (!FIELD_TARGETS.includes(name)) {
      problems.push(unknownField(placeOf(['fields', name], 'key'), name, FIELD_TARGETS));
    }
  }
  for (const code of Object.keys(options.severity)) {
    const place = placeOf(['severity', code], 'key');
    const entry = CATALOGUE.get(code);
    if (entry === undefined) problems.push(unknownCode(place, code, WARNING_CODES));
    else if (entry.severity === 'error' && options.severity[code] !== 'error') {
      problems.push(fixedSeverity(place, code));
    }
  }
  if (typeof options.html === 'boolean') return;
  options.html.allow.forEach((element, i) => {
    const name = element.toLowerCase().replace(/[<>/]/g, '');
    if (UNSAFE_ELEMENTS.includes(name)) {
      problems.push(unsafeHtml(placeOf(['html', 'allow', i]), element));
    }
  });
}

function allowedHtml(html: SiteOptions['html']): Config['html'] {
  if (html === false) return false;
  if (html === true) return { allow: HTML_ELEMENTS };
  return { allow: html.allow.map((element) => element.toLowerCase().replace(/[<>/]/g, '')) };
}

/** A setting as JSON has it: without what is not there. */
function jsonOf(theme: SiteOptions['theme']): Config['theme'] {
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(theme)));
}
