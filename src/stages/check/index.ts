import type { Problem } from '../../model/problem.js';
import type { Entry, Group, Site } from '../../model/site.js';
import { duplicateTitle, longTitle, missingAlt, nearTag, siteIdMissing } from '../../problems/check.js';
import { didYouMean } from '../../problems/suggest.js';
import { sortKey } from '../../text/order.js';

export { checkHost, type RuleFile, type Upload } from './host.js';

const LONGEST_TITLE = 110;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** A tag that one article has is compared with those that at least so many have. */
const USUAL = 3;

/** What a build lets pass, but an editor would want to know. Pure; sees what readers will see. */
export function checkSite(site: Site): Problem[] {
  return [
    ...checkId(site),
    ...site.entries.flatMap(checkPictures),
    ...site.entries.flatMap(checkTitle),
    ...checkSameTitles(site.entries),
    ...site.languages.flatMap(({ tags }) => checkTags(tags)),
  ];
}

/** Guids of feeds hang on the site's name: without one of its own they all change with the domain. */
function checkId({ config }: Site): Problem[] {
  return config.feeds !== null && config.idOfUrl ? [siteIdMissing(config.id)] : [];
}

/** Pictures that pages show: one that is missing has been told, and needs no words. */
function checkPictures({ article, brief, body, refs }: Entry): Problem[] {
  const { file, image } = article;
  const lead =
    image !== null && image.alt === '' && brief.image !== null
      ? [{ ...image.src, target: image.src.text }]
      : [];
  const inText = body.refs.filter((ref, i) => ref.kind === 'picture' && ref.alt === '' && refs[i] !== null);
  return [...lead, ...inText].map(({ line, column, target }) =>
    missingAlt({ file, line, column, length: target.length }, target),
  );
}

function checkTitle({ article }: Entry): Problem[] {
  const { title, file, spots } = article;
  return title.length <= LONGEST_TITLE ? [] : [longTitle({ file, ...spots.title }, title.length)];
}

/** The same headline again within a week; regular columns may keep theirs. */
function checkSameTitles(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = [];
  const last = new Map<string, Entry>();
  for (const entry of [...entries].reverse()) {
    const { article } = entry;
    const key = `${article.lang} ${sortKey(article.title)}`;
    const before = last.get(key);
    if (before !== undefined && article.date.ms - before.article.date.ms < WEEK) {
      problems.push(duplicateTitle({ file: article.file, ...article.spots.title }, before.article.file));
    }
    last.set(key, entry);
  }
  return problems;
}

function checkTags(tags: readonly Group[]): Problem[] {
  const usual = new Map(tags.filter((tag) => tag.entries.length >= USUAL).map((tag) => [tag.name, tag]));
  return tags.flatMap((tag) => {
    const [only, ...more] = tag.entries;
    if (only === undefined || more.length > 0 || tag.profile !== null || tag.name.length < 5) return [];
    const near = didYouMean(tag.name, usual.keys());
    const other = near === null ? undefined : usual.get(near);
    if (other === undefined || !alike(tag.name, other.name)) return [];
    const spot = only.article.tags.find((written) => written.text === tag.name);
    const place = { file: only.article.file, ...(spot && { line: spot.line, column: spot.column }) };
    return [nearTag({ ...place, length: tag.name.length }, tag.name, other.name, other.entries.length)];
  });
}

/** A plural or a slip, not another word: the same beginning, and nearly the same length. */
function alike(a: string, b: string): boolean {
  const [x, y] = [sortKey(a), sortKey(b)];
  const shared = Math.min(x.length, y.length) - 2;
  return Math.abs(x.length - y.length) <= 2 && x.slice(0, shared) === y.slice(0, shared);
}
