/** Letters and digits of a summary that are compared: longer ones agree by then, or never will. */
const MOST = 600;
/** How far into the text a summary may repeat it: a note or a byline may stand before. */
const REACH = 300;
/** So much of a summary must be alike, and so many letters at least, where its end was worded otherwise. */
const ALIKE = 0.8;
const LEAST = 30;

/**
 * A summary as the page shows it; null where the text opens with the same words, which then would be read twice.
 * Imported sites often fill the summary by cutting it out of the text.
 *
 * @param opening plain text of the first paragraphs
 */
export function standfirstOf(summary: string | null, opening: string): string | null {
  if (summary === null) return null;
  const short = letters(summary.slice(0, 2 * MOST)).slice(0, MOST);
  if (short === '') return summary;
  const text = letters(opening.slice(0, 2 * (MOST + REACH)));
  if (text === '') return summary;
  const found = text.indexOf(short);
  if (found >= 0 && found <= REACH) return null;
  const most = Math.min(short.length, text.length);
  let same = 0;
  while (same < most && short[same] === text[same]) same++;
  // The whole text, which is shorter, or nearly all of the summary.
  return same === text.length || same >= Math.max(LEAST, short.length * ALIKE) ? null : summary;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
