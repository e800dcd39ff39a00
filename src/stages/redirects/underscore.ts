import { HOSTS } from '../../text/hosts.js';
import { asRequested, strictly } from './encode.js';
import { type Move, type Rules, withoutSlash } from './rules.js';

/** What a file could hold, and what it could not. */
export interface Fitted {
  readonly text: string;
  /** Rules that are longer than the host reads. */
  readonly tooLong: readonly Move[];
  /** Rules beyond the number that the host reads. */
  readonly tooMany: readonly Move[];
}

const HEAD = '# Made by dateline build from `aliases` and `gone`; edits are overwritten.\n';

/**
 * `_redirects` for Netlify. `!` lets a rule answer where a page is, too. Of statuses for what was taken down Netlify
 * documents 404 alone.
 */
export function netlify({ moves, queries, gone }: Rules): Fitted {
  const target = ({ to, gone }: Move): string =>
    gone ? `${strictly(to)}index.html 404!` : `${strictly(to)} 301!`;
  const lines = [
    ...queries.map(
      (move) =>
        `${asRequested(move.from)} ${move.query.map(({ name, value }) => `${name}=${value}`).join(' ')} ${target(move)}`,
    ),
    ...moves.map((move) => `${asRequested(move.from)} ${target(move)}`),
    ...gone.map(({ from, page }) => `${asRequested(from)} ${strictly(page)}index.html 404!`),
  ];
  return { text: HEAD + lines.map((line) => `${line}\n`).join(''), tooLong: [], tooMany: [] };
}

/**
 * `_redirects` for Cloudflare, which compares whole paths: the spelling without a slash at the end is a rule of its
 * own, as long as there is room for those.
 */
export function cloudflare({ moves }: Rules): Fitted {
  const { rules, lineLength } = HOSTS.cloudflare.redirects ?? {};
  const [most, longest] = [
    rules?.most ?? Number.POSITIVE_INFINITY,
    lineLength?.most ?? Number.POSITIVE_INFINITY,
  ];
  const line = (from: string, to: string): string => `${asRequested(from)} ${strictly(to)} 301`;
  const fits = ({ from, to }: Move): boolean => line(from, to).length <= longest;
  const good = moves.filter(fits);
  const written = good.slice(0, most).map(({ from, to }) => line(from, to));
  const bare = good.flatMap(({ from, to }) => {
    const path = withoutSlash(from);
    return path === null ? [] : [line(path, to)];
  });
  const lines = good.length + bare.length <= most ? [...written, ...bare].sort() : written;
  return {
    text: HEAD + lines.map((text) => `${text}\n`).join(''),
    tooLong: moves.filter((move) => !fits(move)),
    tooMany: good.slice(most),
  };
}
