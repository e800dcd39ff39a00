import type { Problem } from '../../model/problem.js';
import { hiddenLinkId, linksSyntax, unknownLinkId } from '../../problems/related.js';
import { didYouMean } from '../../problems/suggest.js';
import type { Links } from './measure.js';

/** What a name in a file of links means: an article that readers can see, the file of one that they can't, nothing. */
export type Meant = { readonly id: string } | { readonly hidden: string } | null;

/** Names are compared with all others to find what was meant; for more mistakes than this it would take long. */
const SUGGESTED = 20;

/**
 * Reads links that people set, a line of JSON for each article: `{"id": "world/summit", "links": ["world/talks"]}`.
 *
 * @param file what problems call it
 * @param known names that could have been meant
 */
export function readLinks(
  file: string,
  text: string,
  meantBy: (name: string) => Meant,
  known: readonly string[],
): { readonly links: Links; readonly problems: readonly Problem[] } {
  const links = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  let suggested = 0;
  text.split(/\r\n?|\n/).forEach((source, i) => {
    if (source.trim() === '') return;
    const place = (name?: string) => {
      const at = name === undefined ? -1 : source.indexOf(JSON.stringify(name));
      return { file, line: i + 1, column: Math.max(0, at) + 1 };
    };
    const written = readLine(source);
    if (written === null) {
      problems.push(linksSyntax(place()));
      return;
    }
    const idOf = (name: string): string[] => {
      const meant = meantBy(name);
      if (meant !== null && 'id' in meant) return [meant.id];
      if (meant !== null) problems.push(hiddenLinkId(place(name), meant.hidden));
      else {
        suggested += 1;
        problems.push(
          unknownLinkId(place(name), name, suggested > SUGGESTED ? null : didYouMean(name, known)),
        );
      }
      return [];
    };
    const [id] = idOf(written.id);
    const others = written.links.flatMap(idOf);
    if (id === undefined) return;
    links.set(id, new Set([...(links.get(id) ?? []), ...others]));
  });
  return { links, problems };
}

/** Null where the line says something else. */
function readLine(source: string): { readonly id: string; readonly links: readonly string[] } | null {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('id' in value) || !('links' in value)) return null;
  const { id, links } = value;
  if (typeof id !== 'string' || !Array.isArray(links)) return null;
  const names = links.filter((name) => typeof name === 'string');
  return names.length === links.length ? { id, links: names } : null;
}
