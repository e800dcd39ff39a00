import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { Profile } from '../../model/profile.js';
import { nearAuthor, unlistedSection } from '../../problems/site.js';
import { didYouMean } from '../../problems/suggest.js';
import { placeAt } from './claims.js';
import type { Groups } from './membership.js';

/** Tells of sections that stand in no navigation and of authors whose names are nearly known; each once. */
export function tellOfGroups(
  groups: Groups,
  config: Config,
  profiles: readonly Profile[],
  problems: Problem[],
): void {
  if (config.sections.length > 0) {
    const known = config.sections.map((section) => section.slug);
    const described = new Set(known);
    for (const group of groups.sections) {
      const top = group.slug.split('/')[0] ?? '';
      const [first] = group.entries;
      if (described.has(group.slug) || group.profile !== null || described.has(top) || first === undefined)
        continue;
      const { article } = first;
      const place = placeAt(article.file, article.spots.section);
      problems.push(unlistedSection(place, group.slug, didYouMean(group.slug, known)));
    }
  }
  const names = profiles.filter((profile) => profile.kind === 'author').map((profile) => profile.title);
  if (names.length === 0) return;
  for (const group of groups.authors) {
    const [first] = group.entries;
    if (group.profile !== null || first === undefined) continue;
    const near = nearName(group.name, names);
    const written = first.article.authors.find((author) => author.text === group.name);
    if (near !== null) problems.push(nearAuthor(placeAt(first.article.file, written), group.name, near));
  }
}

/** A name that differs by a slip, not another person's: at most two letters, and the same number of words. */
function nearName(name: string, names: readonly string[]): string | null {
  const words = name.split(/\s+/).length;
  const near = didYouMean(
    name,
    names.filter((other) => other.split(/\s+/).length === words && Math.abs(other.length - name.length) <= 2),
  );
  if (near === null) return null;
  const same = [...name.toLowerCase()].filter((letter, i) => near.toLowerCase()[i] === letter).length;
  return same >= near.length / 2 ? near : null;
}
