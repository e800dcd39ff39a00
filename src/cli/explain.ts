import type { Entry, Group, Scored, Site } from '../model/site.js';
import type { Explainer, Reasons } from '../stages/relate/index.js';
import { wordsOf } from '../text/terms.js';
import { counted } from './report/words.js';

/** Words that are named at most, the weightiest first. */
const WORDS = 8;

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
    const words = await namedWords(other, reasons, read);
    const groups = sharedGroups(entry, other);
    const sum = `likeness ${reasons.likeness.toFixed(3)} × nearness in time ${reasons.nearness.toFixed(2)} = ${reasons.score.toFixed(3)}`;
    // In a young archive, words say little yet: there, what both are filed under decides.
    const byWords = isOf(reasons, score);
    return [
      ...(id === shown ? [] : [`of its versions, ${id} is the nearest`]),
      ...(words.length > 0 ? [`both say: ${words.join(', ')}`] : []),
      ...(groups.length > 0 ? [`both are in: ${groups.join(', ')}`] : []),
      `${apart(reasons.days)}; ${byWords ? sum : 'too few words in common, so what both are in decides'}`,
    ];
  };
}

const isOf = (reasons: Reasons | null, score: number): boolean =>
  reasons !== null && Math.abs(reasons.score - score) < 1e-6;

/** Series, tags and sections that both have. */
function sharedGroups(a: Entry, b: Entry): string[] {
  const of = ({ series, tags, sections }: Entry): Group[] => [
    ...(series === null ? [] : [series]),
    ...tags,
    ...sections,
  ];
  const others = new Set(of(b).map(({ url }) => url));
  return of(a)
    .filter(({ url }) => others.has(url))
    .map(({ kind, name }) => `${name} (${kind})`);
}

async function namedWords(
  { article }: Entry,
  { words }: Reasons,
  read: (file: string) => Promise<string>,
): Promise<string[]> {
  const first = words.slice(0, WORDS);
  const spelt = wordsOf(
    {
      title: article.title,
      summary: article.summary ?? '',
      tags: article.tags.map((tag) => tag.text),
      text: await read(article.file),
    },
    new Set(first.map(({ id }) => id)),
  );
  return first
    .filter(({ id }) => spelt.has(id))
    .map(({ id, headline }) => `${spelt.get(id)}${headline ? ' (in the headline)' : ''}`);
}

function apart(days: number): string {
  if (days === 0) return 'of the same day';
  return `${counted(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`;
}
