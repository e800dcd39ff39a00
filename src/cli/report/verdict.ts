import type { Problem } from '../../model/problem.js';
import type { Colours } from '../terminal.js';
import { countProblems } from './problems.js';
import { counted, hanging } from './words.js';

/** The closing words of `check`: whether the site can be published, and of what kinds its problems are. */
export function verdict(
  articles: number,
  problems: readonly Problem[],
  colours: Colours,
  width: number,
): string {
  const { errors, warnings } = countProblems(problems);
  if (errors + warnings === 0)
    return `${colours.good('✓')} All is well with ${counted(articles, 'article')}.\n`;
  const files = new Set(problems.map(({ file }) => file)).size;
  const told = [
    errors > 0 ? counted(errors, 'error') : null,
    warnings > 0 ? counted(warnings, 'warning') : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
  const mark = errors > 0 ? colours.error('✗') : colours.warning('!');
  const words = errors > 0 ? 'This can’t be published yet' : 'This can be published';
  const kinds = kindsOf(problems);
  const list = kinds.length > 1 ? `\n  ${colours.dim(hanging(kinds.join(', '), width - 2, 2))}` : '';
  return `${mark} ${colours.strong(`${words}: ${told}`)} in ${counted(files, 'file')}.${list}\n`;
}

/** `12 × missing-alt`, the commonest first. */
function kindsOf(problems: readonly Problem[]): string[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([code, count]) => `${count} × ${code}`);
}
