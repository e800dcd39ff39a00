import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { quoted, shown } from '../quote.js';
import { suggestion } from '../suggest.js';

/** What is wrong inside `redirects`, `slots` and `related`. */

export const redirectsOneFile = (place: Located): Problem => ({
  ...place,
  code: 'redirects-one-file',
  severity: 'error',
  message:
    '`redirects` names both `netlify` and `cloudflare`. Each would write the file `_redirects`, in words that the other does not read.',
  hint: 'Name the host that readers reach, such as `redirects: [html, cloudflare]`.',
});

export const slotWidth = (place: Located, width: string): Problem => ({
  ...place,
  code: 'slot-width',
  severity: 'error',
  message: `\`${shown(width)}\` is no width of a window: it must be a whole number of pixels.`,
  hint: 'Write heights by widths, such as `in-article: { 0: 280, 728: 90 }`: 280 pixels high, and 90 in windows of 728 pixels and more.',
});

export const relatedCounts = (place: Located, count: number, pageCount: number): Problem => ({
  ...place,
  code: 'related-counts',
  severity: 'warning',
  message: `\`related.count\` puts ${count} articles at the foot of an article, more than the ${pageCount} of \`related.pageCount\` on the page of related news, which should hold more. It holds as many.`,
  hint: `Write a larger \`pageCount\`, such as \`pageCount: ${Math.min(100, count * 2)}\`, or a smaller \`count\`.`,
});

export const unknownNeverSection = (place: Located, slug: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-never-section',
  severity: 'warning',
  message: `\`related.never\` names the section \`${shown(slug)}\`, which is not in \`sections\`. It keeps nothing out.${suggestion(slug, known)}`,
  hint: `Correct the name, or take it out. The sections are ${quoted(known.slice(0, 6))}.`,
});
