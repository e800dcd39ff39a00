import type { ParsedArticle } from '../../model/article.js';
import type { GroupKind, Profile, StandingPage } from '../../model/profile.js';
import { articleParser } from './article.js';
import type { ParseConfig } from './config.js';
import type { Parsed } from './file.js';
import { createMarkdown, type Markdown } from './markdown/index.js';
import { pageParser, profileParser } from './profile.js';

export { type ParseConfig, parseConfig } from './config.js';
export type { Parsed } from './file.js';

/** Reads content files. Every method is a pure function of the file's name and bytes and of the configuration. */
export interface Parser {
  /** @param file path from the site's root: `content/articles/world/a.md` */
  article(file: string, bytes: Uint8Array): Parsed<ParsedArticle>;
  /** @param id the file's path below its folder, without `.md` */
  profile(kind: GroupKind, id: string, file: string, bytes: Uint8Array): Parsed<Profile>;
  page(file: string, bytes: Uint8Array): Parsed<StandingPage>;
}

/**
 * Makes a parser for a site. It never throws for what stands in a file: it gives what could be read, and all problems
 * at once.
 */
export function createParser(config: ParseConfig, markdown: Markdown = createMarkdown(config)): Parser {
  return {
    article: articleParser(config, markdown),
    profile: profileParser(config, markdown),
    page: pageParser(config, markdown),
  };
}
