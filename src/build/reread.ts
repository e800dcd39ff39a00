import type { Body } from '../model/article.js';
import type { Entry } from '../model/site.js';
import type { ArticleHead, Assembled } from '../stages/assemble/index.js';
import { parseConfig } from '../stages/parse/index.js';
import { contentHash } from '../text/hash.js';
import { contentOf } from './contents.js';
import { parseJob } from './jobs.js';
import { parseKeys } from './keys.js';
import type { Ports, StoredHead } from './ports.js';
import { type Reading, toldOf } from './read.js';

/**
 * The newsroom after these files were saved, where they are articles that stand as they did and nothing but their own
 * entries can have changed: then no other file is looked at. Null where everything must be read again. The site is changed
 * in place: what was given before is used up, in both cases.
 *
 * @param now milliseconds
 */
export async function rereadArticles(
  reading: Reading,
  files: readonly string[],
  now: number,
  ports: Pick<Ports, 'files' | 'store' | 'stopwatch'>,
): Promise<Reading | null> {
  const { work, config, texts } = reading;
  if (work === null || config === null || reading.assembled === null || files.length === 0) return null;
  const { store } = ports;
  const keyOf = parseKeys(parseConfig(config));
  const parse = parseJob(work.parser, store.pack, { thread: 0, stopwatch: ports.stopwatch });
  let assembled: Assembled = reading.assembled;
  let ofTexts = work.ofTexts;

  /** The article as it is now; null where it is not there or wrong. */
  const parsed = async (
    file: string,
  ): Promise<{ readonly key: string; readonly head: StoredHead } | null> => {
    const content = await contentOf(ports.files, file);
    if ('code' in content) return null;
    const hash = contentHash(content);
    ports.files.learn?.(file, hash);
    const key = keyOf({ file, content: hash });
    const known = store.head(key);
    if (known !== null) return { key, head: known };
    const [made] = parse([{ file, content }]);
    if (made === undefined || !('head' in made)) return null;
    store.put(key, made);
    const head = store.head(key);
    return head && { key, head };
  };

  const entries = entriesOf(assembled, files);
  for (const file of files) {
    const entry = entries.get(file);
    if (entry === undefined || reading.invalid.has(file)) return null;
    const saved = await parsed(file);
    if (saved === null || saved.head.parsed === null || drawn(saved.head.parsed) !== drawn(entry))
      return null;
    const replaced = assembled.replace(saved.head.parsed, now);
    if (replaced === null) return null;
    assembled = replaced;
    ofTexts = [...ofTexts.filter((problem) => problem.file !== file), ...saved.head.problems];
    const before = texts.keyOfArticle(file);
    texts.article(file, saved.key);
    store.accept(file, saved.key);
    if (before !== saved.key) store.forget?.(before);
  }
  const next = { ...work, ofTexts };
  return { ...reading, assembled, work: next, problems: toldOf(next, assembled) };
}

function entriesOf({ site }: Assembled, files: readonly string[]): ReadonlyMap<string, Entry> {
  const wanted = new Set(files);
  return new Map(
    site.entries.flatMap((entry) => (wanted.has(entry.article.file) ? [[entry.article.file, entry]] : [])),
  );
}

/** The files of figures that an article names: they are only read where a chart asks for them. */
function drawn({ article, body }: Pick<ArticleHead, 'article' | 'body'>): string {
  const bodies: readonly Pick<Body, 'refs'>[] = [body, ...article.live.map((post) => post.body)];
  const charts = bodies.flatMap(({ refs }) => refs.filter(({ kind }) => kind === 'chart'));
  return JSON.stringify(charts.map(({ target }) => target));
}
