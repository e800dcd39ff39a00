import { decodeHTML } from 'entities';

/** The words of finished HTML of a text, as one line of plain text. */
export function plainText(html: string): string {
  return decodeHTML(
    html.replace(/<[^>]*>/g, (tag) =>
      /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)\b/.test(
        tag,
      )
        ? ''
        : ' ',
    ),
  )
    .replace(/\s+/g, ' ')
    .trim();
}
