import type { Problem } from '../model/problem.js';
import type { Located } from './locate.js';
import { shown } from './quote.js';
import { didYouMean, suggestion } from './suggest.js';

/** What is wrong inside the Markdown text of an article, page or profile. */

export const unsafeLink = (place: Located, target: string): Problem => ({
  ...place,
  code: 'unsafe-link',
  severity: 'warning',
  message: `The link to \`${shown(target)}\` is no web address, so the page shows its words without a link.${scheme(target)}`,
  hint: 'Link to a page with `https://…`, to a file of this site by its path, or to `mailto:` or `tel:`.',
});

export const unsafePicture = (place: Located, src: string): Problem => ({
  ...place,
  code: 'unsafe-picture',
  severity: 'warning',
  message: `\`${shown(src)}\` is no address of a picture, so it is left out.${scheme(src) || ' Pictures are files: they can’t stand in the text as data.'}`,
  hint: 'Save the picture as a file beside the article or in content/media/ and write its path: `![What it shows](picture.jpg)`',
});

export const emptyLink = (place: Located): Problem => ({
  ...place,
  code: 'empty-link',
  severity: 'warning',
  message: 'This link has no target, so the page shows its words without a link.',
  hint: 'Write the address in the round brackets: `[words](https://example.org/)`',
});

export const htmlLeftOut = (
  place: Located,
  tags: readonly (readonly [string, number])[],
  allowable: readonly string[],
): Problem => ({
  ...place,
  code: 'html-left-out',
  severity: 'warning',
  message: `HTML tags in this text were left out, and the words between them kept: ${tally(tags.map(([name, count]) => [`<${shown(name)}>`, count]))}.`,
  hint:
    allowable.length === 0
      ? 'These tags run or load something, so no site can allow them. A video is `@[youtube](id)` on a line of its own.'
      : `Write it in Markdown, or allow the tags for the whole site in site.yaml: \`html: { allow: [${allowable.slice(0, 8).join(', ')}] }\``,
});

export const foreignMarks = (
  place: Located,
  out: readonly (readonly [string, number])[],
  links: readonly (readonly [string, number])[],
  cards: readonly (readonly [string, number])[],
  text: readonly (readonly [string, number])[],
): Problem => ({
  ...place,
  code: 'foreign-marks',
  severity: 'warning',
  message: `This text has marks of another publishing system, which Dateline never executes. ${[
    out.length > 0 ? `Left out, with what they enclose kept: ${tally(out)}.` : '',
    links.length > 0 ? `Read as the path that they name: ${tally(links)}.` : '',
    cards.length > 0 ? `Shown as a card: ${tally(cards)}.` : '',
    text.length > 0 ? `Left as written: ${tally(text)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')}`,
  hint: 'Look at the page; where something is missing, write it in Markdown: pictures as `![What it shows](picture.jpg)`, boxes as `::: factbox`, videos as `@[youtube](id)`.',
});

export const textTooLong = (place: Located, length: number, characters: number, lines: number): Problem => ({
  ...place,
  code: 'text-too-long',
  severity: 'error',
  message: `This text has ${length} characters. Dateline reads at most ${characters} in one article, and at most ${lines} lines.`,
  hint: 'Split it into several articles, or publish it as a file: put it into content/media/ and link to it.',
});

export const unknownBlock = (place: Located, name: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-block',
  severity: 'warning',
  message: `Dateline knows no block \`${shown(name)}\`; its content is shown as plain text.${suggestion(name, known)}`,
  hint: `Blocks are ${known.map((block) => `\`::: ${block}\``).join(', ')}.`,
});

export const unclosedFence = (place: Located, name: string): Problem => ({
  ...place,
  code: 'unclosed-block',
  severity: 'warning',
  message: `The block \`${shown(name)}\` that opens here is never closed, so everything after it is inside it.`,
  hint: 'Write a line `:::` where the block ends, with as many colons as in the line that opens it.',
});

export const danglingFence = (place: Located): Problem => ({
  ...place,
  code: 'dangling-block-end',
  severity: 'warning',
  message: 'This line closes a block, but none is open here; the line is left out.',
  hint: 'Delete the line, or open the block above: `::: factbox Title`',
});

export const unknownEmbed = (place: Located, name: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-embed',
  severity: 'warning',
  message: `Dateline knows no site \`${shown(name)}\` to embed from, so the page shows a plain link.${suggestion(name, known)}`,
  hint: `Known are ${known.join(', ')}. For any other site write a link: \`[words](https://…)\``,
});

export const embedFault = (place: Located, name: string, argument: string): Problem => ({
  ...place,
  code: 'embed-id',
  severity: 'warning',
  message: `\`${shown(argument)}\` names nothing on ${shown(name)}, so there is no card for it.`,
  hint: `Copy the address of the page from the browser: \`@[${shown(name)}](https://…)\``,
});

export const nestedTooDeep = (place: Located): Problem => ({
  ...place,
  code: 'nested-too-deep',
  severity: 'warning',
  message: 'Quotes or lists are nested more than a hundred levels deep here; what is deeper is left out.',
  hint: 'Take out some of the `>` or of the indents.',
});

/** `htps:` is a slip of the finger. */
function scheme(target: string): string {
  const [, name, rest] = /^\s*([a-z]+):(.*)$/i.exec(target) ?? [];
  const meant = name === undefined ? null : didYouMean(name, ['https', 'http', 'mailto', 'tel']);
  return meant === null || rest === undefined ? '' : ` Did you mean \`${shown(`${meant}:${rest}`)}\`?`;
}

function tally(counts: readonly (readonly [string, number])[]): string {
  return counts
    .map(([name, count]) => (count === 1 ? `\`${shown(name)}\`` : `\`${shown(name)}\` ×${count}`))
    .join(', ');
}
