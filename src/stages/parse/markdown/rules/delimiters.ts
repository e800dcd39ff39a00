import type { StateInline } from 'markdown-it';

type Delimiters = ReturnType<StateInline['scanDelims']>;

/**
 * CommonMark takes the stars of `**注意：**这些` for text: a mark behind punctuation closes nothing unless a space
 * follows, and Chinese, Japanese and Korean set no spaces. Beside one of their characters such a mark opens or closes
 * all the same (the rule that CommonMark has under discussion as "CJK friendly emphasis").
 *
 * @param found what markdown-it found for the marks at `start`
 */
export function friendly(
  state: StateInline,
  start: number,
  canSplitWord: boolean,
  found: Delimiters,
): Delimiters {
  if (found.can_open && found.can_close) return found;
  const { src, posMax } = state;
  const before = start > 0 ? src.charCodeAt(start - 1) : SPACE;
  const end = start + found.length;
  const after = end < posMax ? src.charCodeAt(end) : SPACE;
  if (!isDense(before) && !isDense(after)) return found;
  const opens = found.can_open || (!isSpace(after) && (canSplitWord || !isWord(before)) && isDense(before));
  const closes = found.can_close || (!isSpace(before) && (canSplitWord || !isWord(after)) && isDense(after));
  return { ...found, can_open: opens, can_close: closes };
}

const SPACE = 0x20;

function isSpace(code: number): boolean {
  return code === SPACE || code === 0x09 || code === 0x0a || code === 0xa0 || code === 0x3000;
}

function isWord(code: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

/** Letters and punctuation of scripts without spaces; surrogates of rare ideographs too. */
function isDense(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff && code !== 0x3000) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xd840 && code <= 0xd8ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xffef)
  );
}
