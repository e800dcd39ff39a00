import type { Shown } from '../../dev/session.js';
import type { Address } from '../../edges/listen.js';
import { paint, type Terminal } from '../terminal.js';
import { countProblems } from './problems.js';
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

/** One line for a save: what was saved, and what came of it. */
export function change(result: Shown, paths: readonly string[], terminal: Terminal): string {
  const { good, error, dim } = paint(terminal);
  const { errors } = countProblems(result.problems);
  const [first = result.pictures ? 'pictures' : 'the hour', ...more] = paths;
  const what = more.length === 0 ? first : `${first} and ${more.length} more`;
  if (errors > 0)
    return `${error('✗')} ${what}: ${counted(errors, 'error')}; the pages stay as they last were right\n`;
  return `${good('✓')} ${what} ${dim(`shown in ${duration(result.ms)}`)}\n`;
}

const sizeOf = (result: Shown): string =>
  `${counted(result.articles, 'article')} on ${counted(result.pages, 'page')}`;
