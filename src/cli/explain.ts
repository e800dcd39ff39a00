import type { Entry, Group, Scored, Site } from '../model/site.js';
import type { Explainer, Reasons } from '../stages/relate/index.js';
import { nameShared } from '../text/names.js';
import { termIds } from '../text/terms.js';
import { counted } from './report/words.js';

/** The weightiest words, among which names are looked for: an editor knows a story by them. */
const LOOKED_THROUGH = 24;
/** Names that are told at most, and other words, which must be among the very first. */
const NAMES = 4;
const WORDS = 6;

/**
 * Says in an editor's words why one article stands in the list of another.
 *
 * @param read the text of a content file, in which the words are looked up
 */
export function createExplanations(
  site: Site,
  explainer: Explainer,
  read: (file: string) => Promise<string>,
): (entry: Entry, item: Scored) => Promise<string[]> {
  return async (entry, { id: shown, score, versions = [] }) => {
    // A place of several versions has the score of the nearest.
    const nearest = [shown, ...versions].find((id) => isOf(explainer(entry.article.id, id), score));
    const id = nearest ?? shown;
    const other = site.byId.get(id);
    if (other === undefined) return [];
    if (!Number.isFinite(score)) return [`an editor pinned it: \`related\` in ${entry.article.file}`];
    const reasons = explainer(entry.article.id, id);
    if (reasons === null) return [];
    const said = await saidByBoth(other, reasons, read);
    // In a young archive, words say little yet: there, what both are filed under decides.
    const byWords = isOf(reasons, score);
    const why = [...said, ...sharedGroups(entry, other), apart(reasons.days)].join('; ');
    const sum = `likeness ${reasons.likeness.toFixed(3)} × nearness in time ${reasons.nearness.toFixed(2)} = ${reasons.score.toFixed(3)}`;
    return [
      ...(id === shown ? [] : [`of its versions, ${id} is the nearest`]),
      why,
      byWords ? sum : 'too few words in common, so what both are in decides',
    ];
  };
}

const isOf = (reasons: Reasons | null, score: number): boolean =>
  reasons !== null && Math.abs(reasons.score - score) < 1e-6;

/** Series, tags and sections that both have: `same section (World)`. */
function sharedGroups(a: Entry, b: Entry): string[] {
  const of = ({ series, tags, sections }: Entry): Group[] => [
    ...(series === null ? [] : [series]),
    ...tags,
    ...sections,
  ];
  const others = new Set(of(b).map(({ url }) => url));
  const shared = of(a).filter(({ url }) => others.has(url));
  return (['series', 'tag', 'section'] as const).flatMap((kind) => {
    const named = shared.filter((group) => group.kind === kind).map(({ name }) => name);
    if (named.length === 0) return [];
    return `same ${kind}${named.length > 1 && kind !== 'series' ? 's' : ''} (${named.join(', ')})`;
  });
}

/** `both name Edi Rama and Durrës`, `both say quay, ferry`: as the other article writes it. */
async function saidByBoth(
  { article }: Entry,
  { words }: Reasons,
  read: (file: string) => Promise<string>,
): Promise<string[]> {
  const ids = words.slice(0, LOOKED_THROUGH).map(({ id }) => id);
  const first = new Set(ids.slice(0, WORDS));
  const text = await read(article.file);
  const parts = [article.title, article.summary ?? '', ...article.tags.map((tag) => tag.text), text];
  const named = nameShared(parts.join('\n'), ids);
  const names = named.names.slice(0, NAMES);
  const others = named.words.filter((said) => [...termIds(said)].some((id) => first.has(id)));
  const headed = new Set(words.filter(({ headline }) => headline).map(({ id }) => id));
  const told = (said: string): string =>
    [...termIds(said)].every((id) => headed.has(id)) ? `${said} (in the headline)` : said;
  return [
    ...(names.length > 0 ? [`both name ${listed(names.map(told))}`] : []),
    ...(others.length > 0 ? [`both say ${listed(others.map(told))}`] : []),
  ];
}

const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function apart(days: number): string {
  if (days === 0) return 'the same day';
  const count = Math.abs(days);
  const said =
    count < NUMBERS.length ? `${NUMBERS[count]} ${count === 1 ? 'day' : 'days'}` : counted(count, 'day');
  return `${said} ${days < 0 ? 'earlier' : 'later'}`;
}
