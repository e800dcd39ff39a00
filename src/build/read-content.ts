import { parseFront } from '../config/index.js';
import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import type { FrontPlan, Profile, StandingPage } from '../model/profile.js';
import type { ArticleHead, AssembleInput } from '../stages/assemble/index.js';
import type { Discovered } from '../stages/discover/index.js';
import { type Parsed, type Parser, parseConfig } from '../stages/parse/index.js';
import { parseMoment } from '../text/dates.js';
import { contentHash } from '../text/hash.js';
import { decodeText } from '../text/utf8.js';
import { contentOf } from './contents.js';
import type { Unparsed } from './jobs.js';
import { parseArticles } from './parse.js';
import type { ReadPorts, StoredHead } from './ports.js';
import type { BuildOptions } from './result.js';
import type { Texts } from './texts.js';

/** What the files of a newsroom say, each by itself. */
export interface Content {
  readonly input: Pick<AssembleInput, 'articles' | 'profiles' | 'pages' | 'fronts' | 'invalid'>;
  /** The key of each article's parse. */
  readonly keys: ReadonlyMap<string, string>;
  /** What profiles, standing pages and fronts were parsed from. */
  readonly sources: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

export interface ContentWork {
  readonly found: Discovered;
  readonly config: Config;
  readonly parser: Parser;
  readonly texts: Texts;
  readonly options: BuildOptions;
  readonly ports: ReadPorts;
}

/** Parses everything; with `--on-invalid keep`, what is wrong stands as it last was, unless it may not be seen now. */
export async function parseContent(work: ContentWork): Promise<Content> {
  const problems: Problem[] = [];
  const invalid = new Set<string>();
  const articles: ArticleHead[] = [];
  const keys = new Map<string, string>();
  const { found, config, parser, options, ports } = work;

  const stands = (file: string, key: string, head: ArticleHead): void => {
    articles.push(head);
    keys.set(file, key);
    work.texts.article(file, key);
  };
  const take = (file: string, key: string, head: StoredHead | Unparsed): void => {
    if ('parsed' in head && head.parsed !== null) {
      problems.push(...head.problems);
      stands(file, key, head.parsed);
      return;
    }
    invalid.add(file);
    const hidden = !('parsed' in head) && saysHidden(head, options.now);
    problems.push(...(hidden ? head.problems.map(asConfidential) : head.problems));
    // What may not be seen any more is not brought back by a mistake in another field.
    if (options.onInvalid !== 'keep' || hidden) return;
    const goodKey = ports.store.lastGood(file);
    const good = goodKey === null ? null : ports.store.head(goodKey);
    if (goodKey !== null && good !== null && good.parsed !== null) stands(file, goodKey, good.parsed);
  };
  await parseArticles(found.articles, parser, parseConfig(config), ports, take);

  const others = await parseOthers(work, problems, invalid);
  const { profiles, pages, fronts, sources } = others;
  return { input: { articles, profiles, pages, fronts, invalid }, keys, sources, problems };
}

/** What is read anew in every build. */
async function parseOthers(
  { found, config, parser, texts, options, ports }: ContentWork,
  problems: Problem[],
  invalid: Set<string>,
): Promise<Pick<AssembleInput, 'profiles' | 'pages' | 'fronts'> & Pick<Content, 'sources'>> {
  const sources = new Map<string, Uint8Array>();
  const profiles: Profile[] = [];
  const pages: StandingPage[] = [];
  const fronts: FrontPlan[] = [];

  const read = async <T>(
    file: string,
    parse: (content: Uint8Array) => Pick<Parsed<T>, 'value' | 'problems' | 'hidden'>,
    list: T[],
  ): Promise<void> => {
    const content = await contentOf(ports.files, file);
    if (!('code' in content)) ports.files.learn?.(file, contentHash(content));
    const parsed = 'code' in content ? { value: null, problems: [content], hidden: false } : parse(content);
    problems.push(...parsed.problems);
    if (parsed.value !== null && !('code' in content)) {
      list.push(parsed.value);
      sources.set(file, content);
      return;
    }
    invalid.add(file);
    const good = parsed.hidden ? null : ports.store.sources.good(file);
    if (good === null) return;
    // Also where nothing is kept in this build: the next one may want it.
    sources.set(file, good);
    const before = options.onInvalid === 'keep' ? parse(good).value : null;
    if (before !== null) list.push(before);
  };

  for (const { kind, id, file } of found.profiles)
    await read(file, (content) => parser.profile(kind, id, file, content), profiles);
  for (const file of found.pages) await read(file, (content) => parser.page(file, content), pages);
  const parseDate = (text: string): { readonly ms: number } | null => {
    const parsed = parseMoment(text, config.timezone);
    return 'moment' in parsed ? parsed.moment : null;
  };
  const frontOf = (id: string, file: string) => (content: Uint8Array) => {
    const { front, problems: told } = parseFront(decodeText(content), file, id, parseDate);
    return { value: front, problems: told, hidden: false };
  };
  for (const { id, file } of found.fronts) await read(file, frontOf(id, file), fronts);
  for (const { file, body } of [...profiles, ...pages]) texts.keep(file, body.html);
  return { profiles, pages, fronts, sources };
}

export const asConfidential = (problem: Problem): Problem => ({ ...problem, confidential: true });

/** Whether a wrong file says, as far as it could be read, that nobody may see it now. */
const saysHidden = ({ hidden, from, until }: Unparsed, now: number): boolean =>
  hidden || (from !== null && from > now) || (until !== null && until <= now);
