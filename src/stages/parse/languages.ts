import type { SectionConfig } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import { countryForLanguage } from '../../problems/front-matter/doubts.js';
import type { Located } from '../../problems/locate.js';
import { meantByCountry } from '../../text/lang.js';
import { languageFor } from '../../text/languages.js';
import type { ParseConfig } from './config.js';

/** What the path of a file says of its language. */
export interface FileLanguage {
  /** Tag of a language of the site; null where the path names none. */
  readonly lang: string | null;
  /** The path without it: what name, folders and date are read from. */
  readonly file: string;
  /** Of `trains.sq.md`, the file `trains.md` beside it; null for all others. */
  readonly original: string | null;
}

const SUFFIX = /^(.+)\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)(\.(?:md|markdown|mdown))$/;
const FOLDER = /^(content\/(?:articles|pages)\/)([^/]+)\/(.+)$/;

/**
 * Reads the language off a path, where the site has several: `trains.sq.md` beside `trains.md`, or
 * `articles/sq/world/trains.md`. On a site of one language paths name none.
 */
export function languageOfFile({ language, languages }: ParseConfig): (file: string) => FileLanguage {
  if (languages.length === 0) return (file) => ({ lang: null, file, original: null });
  const byName = new Map<string, string>([[language.toLowerCase(), language]]);
  for (const { language: other, root } of languages) {
    byName.set(other.toLowerCase(), other);
    byName.set(root.slice(1, -1).toLowerCase(), other);
  }
  const named = (name: string): string | undefined => byName.get(name.toLowerCase().replaceAll('_', '-'));
  return (file) => {
    const [, stem = '', tag = '', ending = ''] = SUFFIX.exec(file) ?? [];
    const bySuffix = named(tag);
    if (bySuffix !== undefined) {
      const bare = stem + ending;
      return { lang: bySuffix, file: bare, original: bySuffix === language ? null : bare };
    }
    const [, before = '', folder = '', rest = ''] = FOLDER.exec(file) ?? [];
    const byFolder = named(folder);
    return byFolder === undefined
      ? { lang: null, file, original: null }
      : { lang: byFolder, file: before + rest, original: null };
  };
}

/** What differs in parsing from language to language. */
export interface LocalConfig {
  readonly language: string;
  readonly root: string;
  readonly sections: readonly SectionConfig[];
}

/** The part of the configuration for what is written in a language. */
export const localFor = (config: ParseConfig, lang: string): LocalConfig =>
  languageFor<LocalConfig>({ ...config, root: '/' }, config.languages, lang);

/** Tells of a country's code in the place of a language's: `al`, `gr`, `cn`. */
export function tellOfCountry(
  { language, languages }: ParseConfig,
  written: string | undefined,
  place: () => Located,
  problems: Problem[],
): void {
  if (written === undefined) return;
  const meant = meantByCountry(written, [language, ...languages.map((other) => other.language)]);
  if (meant !== null) problems.push(countryForLanguage(place(), written, meant));
}
