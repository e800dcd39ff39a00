import type { Page, TitlePart, TitleText } from '../../model/page.js';
import type { View } from '../../model/view.js';
import { dateFormat } from './dates.js';
import { type Texts, translator } from './texts.js';

/** Gives a page's view with the title that the theme has for it, where the content gives it none. */
export function titler(texts: Texts, timeZone: string): (page: Page, locales: readonly string[]) => View {
  const translate = translator(texts);
  const formatDate = dateFormat(timeZone);

  const said = (text: TitleText, locales: readonly string[]): string | null => translate(text, {}, locales);

  const wordsOf = (part: TitlePart, locales: readonly string[]): string | null => {
    if ('name' in part) return part.name;
    if ('text' in part) return said(part.text, locales);
    return formatDate(part.period, part.period.length > 4 ? 'month' : 'year', locales);
  };

  return ({ view, title }, locales) => {
    if (title === null) return view;
    const parts = title.map((part) => wordsOf(part, locales));
    // A set of templates without the theme's texts: the view has a title of its own.
    if (parts.includes(null)) return view;
    const colon = said('colon', locales) ?? ': ';
    return { ...view, page: { ...view.page, title: parts.join(colon) } };
  };
}
