import type { Shown } from '../../dev/session.js';
import type { Address } from '../../edges/listen.js';
import type { Problem } from '../../model/problem.js';
import { paint, type Terminal } from '../terminal.js';
import { counted, duration } from './words.js';

/** What is said of the first edition. */
export function welcome(result: Shown, address: Address, base: string, terminal: Terminal): string {
  const { strong, dim, hint } = paint(terminal);
  const urls = [address.url, ...address.network].map((url) => `${url}${base.slice(1)}`);
  return [
    `${strong(result.site?.title ?? 'The newsroom')} ${dim(`${sizeOf(result)} in ${duration(result.ms)}`)}`,
    '',
    ...urls.map((url) => `  ${hint(url)}`),
    '',
    dim('Drafts and embargoed articles are shown with a badge. Save a file to see it; Ctrl+C ends this.'),
    '',
  ].join('\n');
}

/** One line for a save: what was saved, and what came of it; and which files still stand as they last were. */
export function change(result: Shown, paths: readonly string[], terminal: Terminal): string {
  const { good, error, dim } = paint(terminal);
  const wrong = errorsByFile(result.problems);
  const [first = result.pictures ? 'pictures' : 'the hour', ...more] = paths;
  const what = more.length === 0 ? first : `${first} and ${more.length} more`;
  if (wrong.size === 0) return `${good('✓')} ${what} ${dim(`shown in ${duration(result.ms)}`)}\n`;
  if (result.refused)
    return `${error('✗')} ${what} not shown: ${named(wrong)}. All pages stay as they last were right\n`;
  const said = `${named(wrong)}; shown is what was last right there`;
  return paths.some((path) => wrong.has(path)) || paths.length === 0
    ? `${error('✗')} ${said}\n`
    : `${good('✓')} ${what} ${dim(`shown in ${duration(result.ms)}`)}\n${error('✗')} ${said}\n`;
}

/** Files that are named; of more their number is told. */
const MOST_NAMED = 3;

function errorsByFile(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file, severity } of problems)
    if (severity === 'error') counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

/** `content/fronts/home.yaml has 1 error`. */
function named(wrong: ReadonlyMap<string, number>): string {
  const files = [...wrong].slice(0, MOST_NAMED);
  const texts = files.map(([file, errors]) => `${file} has ${counted(errors, 'error')}`);
  const more = wrong.size - files.length;
  return [...texts, ...(more > 0 ? [counted(more, 'more file', 'more files')] : [])].join(', ');
}

const sizeOf = (result: Shown): string =>
  `${counted(result.articles, 'article')} on ${counted(result.pages, 'page')}`;
