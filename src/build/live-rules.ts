import type { Site } from '../model/site.js';
import { type Move, type QueryMove, type Rules, rulesOf } from '../stages/redirects/index.js';

/** How a server with the site's rules answers an address: it leads on, or a page says that the story was taken down. */
export type Rule = { readonly to: string } | { readonly gone: string };

/** Says which rule there is for a path from the host's top, decoded, and what stands behind its `?`. */
export type RuleFor = (path: string, query: string) => Rule | null;

/** The rules are put together when they are first needed, which is seldom between two saves. */
export function rulesFor(site: Site): RuleFor {
  let known: { readonly rules: Rules; readonly byPath: ReadonlyMap<string, Rule> } | null = null;
  return (path, query) => {
    known ??= tableOf(rulesOf(site));
    const asked = new URLSearchParams(query);
    const move = known.rules.queries.find((one) => isAt(one, path) && says(one, asked));
    if (move !== undefined) return ruleOf(move);
    return known.byPath.get(path) ?? known.byPath.get(`${path}/`) ?? null;
  };
}

function tableOf(rules: Rules) {
  const gone = rules.gone.map(({ from, page }) => [from, { gone: page }] as const);
  return { rules, byPath: new Map<string, Rule>([...rules.moves.map(entryOf), ...gone]) };
}

const entryOf = (move: Move): [string, Rule] => [move.from, ruleOf(move)];

const ruleOf = ({ to, gone }: Move): Rule => (gone ? { gone: to } : { to });

const isAt = ({ from }: QueryMove, path: string): boolean => from === path || from === `${path}/`;

const says = ({ query }: QueryMove, asked: URLSearchParams): boolean =>
  query.every(({ name, value }) => asked.get(name) === value);
