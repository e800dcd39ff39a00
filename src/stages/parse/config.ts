import type { Config } from '../../model/config.js';

/**
 * All of the configuration that parsing may see. A result is kept under the hash of it, so what isn't here can't change
 * how a file is read.
 */
export type ParseConfig = Pick<
  Config,
  | 'url'
  | 'base'
  | 'ownUrl'
  | 'language'
  | 'timezone'
  | 'permalink'
  | 'slugs'
  | 'defaultSection'
  | 'sections'
  | 'fields'
  | 'excerpt'
  | 'html'
  | 'texts'
> & {
  /** The other languages of the site: where they stand, and what their sections are called. */
  readonly languages: readonly Pick<Config, 'language' | 'root' | 'sections'>[];
};

/** The part of a configuration that parsing sees, and nothing else. */
export function parseConfig(config: Config): ParseConfig {
  const {
    url,
    base,
    ownUrl,
    language,
    timezone,
    permalink,
    slugs,
    defaultSection,
    sections,
    fields,
    excerpt,
    html,
    texts,
    languages,
  } = config;
  return {
    url,
    base,
    ownUrl,
    language,
    timezone,
    permalink,
    slugs,
    defaultSection,
    sections,
    fields,
    excerpt,
    html,
    texts,
    languages: languages.map(({ language, root, sections }) => ({ language, root, sections })),
  };
}
