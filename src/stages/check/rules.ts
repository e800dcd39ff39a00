import type { Problem } from '../../model/problem.js';
import * as told from '../../problems/hosts.js';
import type { Host } from '../../text/hosts.js';
import type { RuleFile } from './host.js';

/** So many lines of one kind are enough to see what is wrong. */
const MOST_LINES = 20;

interface Line {
  readonly number: number;
  readonly text: string;
}

/** Lines that say something. */
function linesOf(text: string): Line[] {
  return text
    .split(/\r\n?|\n/)
    .map((raw, i) => ({ number: i + 1, text: raw.trimEnd() }))
    .filter(({ text }) => text.trim() !== '' && !text.trimStart().startsWith('#'));
}

/** `_redirects` against what the host reads of it. */
export function checkRedirectRules(
  host: Host,
  reads: NonNullable<Host['redirects']>,
  { file, text }: RuleFile,
): Problem[] {
  const problems: Problem[] = [];
  const lines = linesOf(text);
  const fixed = lines.filter(({ text: line }) => !/[*]|\/:[A-Za-z]/.test(line.trim().split(/\s+/)[0] ?? ''));
  const { rules, lineLength, fileBytes } = reads;
  if (rules !== null && fixed.length > rules.most) {
    const tell = rules.advised === true ? told.hostManyRedirects : told.hostRedirects;
    problems.push(tell({ file }, host.title, fixed.length, rules));
  }
  const bytes = new TextEncoder().encode(text).length;
  if (fileBytes !== null && bytes > fileBytes.most)
    problems.push(told.hostRuleFile({ file }, host.title, '_redirects', bytes, fileBytes));
  const unread = (why: (line: string) => string | null): void => {
    let count = 0;
    for (const { number, text: line } of lines) {
      const reason = why(line);
      if (reason === null) continue;
      count += 1;
      if (count > MOST_LINES) break;
      // A file that the build makes has no lines that anybody could mend.
      const place = file.endsWith('_redirects')
        ? { file, line: number, source: line.slice(0, 200) }
        : { file };
      problems.push(told.hostRule(place, host.title, line.slice(0, 120), reason, host.source));
    }
  };
  unread((line) => {
    const words = line.trim().split(/\s+/);
    const status = words.find((word, i) => i > 1 && /^\d{3}!?$/.test(word));
    if (lineLength !== null && line.length > lineLength.most)
      return `it is longer than ${lineLength.most} characters`;
    if (status?.endsWith('!') === true && host.title !== 'Netlify') return 'it knows no `!` behind a status';
    if (status !== undefined && !reads.statuses.includes(Number.parseInt(status, 10)))
      return `it knows no rule with status ${Number.parseInt(status, 10)}`;
    if (!reads.queries && words.slice(1).some((word) => /^[\w-]+=/.test(word)))
      return 'it compares the path alone, not what stands behind the `?`';
    return null;
  });
  return problems;
}

/** `_headers` against what the host reads of it: addresses at the margin, their headers indented below. */
export function checkHeaderRules(
  host: Host,
  reads: NonNullable<Host['headers']>,
  { file, text }: RuleFile,
): Problem[] {
  const problems: Problem[] = [];
  const lines = linesOf(text);
  const rules = lines.filter(({ text: line }) => !/^\s/.test(line));
  if (reads.rules !== null && rules.length > reads.rules.most)
    problems.push(told.hostHeaders({ file }, host.title, rules.length, reads.rules));
  for (const { number, text: line } of lines) {
    if (reads.lineLength === null || line.trim().length <= reads.lineLength.most) continue;
    problems.push(
      told.hostHeaderLine({ file, line: number }, host.title, line.trim().length, reads.lineLength),
    );
  }
  return problems;
}
