import type { Problem } from '../../model/problem.js';
import { type Compiled, compileTemplate } from './compile.js';
import { remember } from './memo.js';
import { resolveName, themeName } from './reference.js';
import { child, is, list, literal, type Node } from './tree.js';

export interface LibraryInput {
  /** Name → source. `@theme/NAME` is the theme's own file also where the site has one of its name. */
  readonly templates: ReadonlyMap<string, string>;
  /** Name → path of the file. The theme's are told as `@theme/NAME`. */
  readonly places: ReadonlyMap<string, string>;
  /** Paths of files that could not be read as they are: they are there, and nobody knows what is in them. */
  readonly unreadable: ReadonlySet<string>;
}

/** The templates of a set, each translated when something first asks for it. */
export interface Library {
  /** Those that were asked for, in the order of their script names. */
  readonly compiled: readonly Compiled[];
  /** Null: there is no such template, or it can't be read. */
  get(name: string): Compiled | null;
  /** What is wrong with the template of a name. */
  problemOf(name: string): Problem | null;
  /**
   * Everything that these templates may reach, themselves included, and what of it can't be read. Where one of them
   * chooses a template by a variable, every template of the site's own may be meant.
   */
  reach(names: Iterable<string>): {
    readonly compiled: readonly Compiled[];
    readonly problems: readonly Problem[];
    readonly dynamic: boolean;
  };
}

/**
 * What was translated in this process, by all that decides it: `dev` builds again and again with the same templates, or with
 * one that is another.
 */
const translated = new Map<string, ReturnType<typeof compileTemplate>>();
const MOST_TRANSLATED = 400;

function compiledOnce(template: Parameters<typeof compileTemplate>[0]): ReturnType<typeof compileTemplate> {
  if (translated.size >= MOST_TRANSLATED) translated.clear();
  return remember(translated, JSON.stringify(template), () => compileTemplate(template));
}

export function createLibrary({ templates, places, unreadable }: LibraryInput): Library {
  const compiled: Compiled[] = [];
  const known = new Map<string, Compiled | null>();
  const problems = new Map<string, Problem>();
  const placeOf = (name: string): string => places.get(name) ?? `templates/${name}`;
  const isTheme = (name: string): boolean => placeOf(name) === themeName(name);
  /** The name under which a template is kept: the theme's file is one, whichever way it is asked for. */
  const nameOf = (name: string): string => {
    const plain = name.startsWith(themeName('')) ? name.slice(themeName('').length) : name;
    return isTheme(plain) ? plain : name;
  };

  const get = (asked: string): Compiled | null => {
    const name = nameOf(asked);
    const before = known.get(name);
    if (before !== undefined) return before;
    const source = templates.get(name);
    const place = placeOf(name);
    let made: Compiled | null = null;
    if (source !== undefined && !unreadable.has(place)) {
      const theme = place.startsWith(themeName(''));
      const result = compiledOnce({ name, theme, file: place, text: source, index: compiled.length });
      if ('compiled' in result) {
        made = result.compiled;
        compiled.push(made);
      } else problems.set(name, result.problem);
    }
    known.set(name, made);
    return made;
  };

  return {
    compiled,
    get,
    problemOf: (name) => problems.get(nameOf(name)) ?? null,
    reach(names) {
      const reached = new Set<Compiled>();
      const faults = new Set<Problem>();
      let dynamic = false;
      const queue = [...names];
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        const template = get(name);
        if (template === null) {
          const problem = problems.get(nameOf(name));
          if (problem) faults.add(problem);
          continue;
        }
        if (reached.has(template)) continue;
        reached.add(template);
        const references = referencesOf(template);
        queue.push(...references.names);
        if (!references.dynamic || dynamic) continue;
        dynamic = true;
        for (const other of templates.keys()) {
          if (!other.startsWith(themeName('')) && !isTheme(other)) queue.push(other);
        }
      }
      // In the order in which they were made, however they were reached.
      return { compiled: compiled.filter((one) => reached.has(one)), problems: [...faults], dynamic };
    },
  };
}

export const isReference = (node: Node): boolean => is(node, 'Extends', 'Include', 'Import', 'FromImport');

/** Templates that one names, also as one of several that a condition chooses between. */
function referencesOf({ nodes, name: from }: Compiled): {
  readonly names: readonly string[];
  readonly dynamic: boolean;
} {
  const names: string[] = [];
  let dynamic = false;
  for (const node of nodes) {
    const reference = isReference(node) ? child(node, 'template') : null;
    if (reference === null) continue;
    const written = choices(reference);
    for (const name of written ?? []) names.push(resolveName(name, from));
    dynamic ||= written === null;
  }
  return { names, dynamic };
}

/** The names that an expression may give; null where it may give others. */
function choices(node: Node): readonly string[] | null {
  const written = literal(node);
  if (written !== null) return [written];
  if (is(node, 'Group')) {
    const [inner, ...more] = list(node);
    return inner !== undefined && more.length === 0 ? choices(inner) : null;
  }
  const [left, right] = is(node, 'InlineIf')
    ? [child(node, 'body'), child(node, 'else_')]
    : is(node, 'Or')
      ? [child(node, 'left'), child(node, 'right')]
      : [null, null];
  if (left === null || right === null) return null;
  const [one, other] = [choices(left), choices(right)];
  return one === null || other === null ? null : [...one, ...other];
}
