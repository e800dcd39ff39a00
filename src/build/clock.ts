import type { Problem } from '../model/problem.js';
import { clockBehind } from '../problems/publish.js';
import { outputPath } from '../text/urls.js';
import type { Publication } from './ports.js';
import type { Reading } from './read.js';

/** An editor may put one published story under an embargo again, or two. */
const FEW = 2;

/** Stories that are published now and would go because their time is yet to come: the build's time may be wrong. */
export function clockProblems(
  { assembled }: Pick<Reading, 'assembled'>,
  { previous }: Pick<Publication, 'previous'>,
): Problem[] {
  if (assembled === null || previous === null) return [];
  const { site, invisible } = assembled;
  const early = invisible.filter(
    ({ article, why }) => why === 'embargo' && previous.files[outputPath(article.url)]?.phase === 'article',
  );
  const none = early.length > 0 && site.entries.length === 0;
  return none || early.length > FEW ? [clockBehind(site.now, early.length, none)] : [];
}
