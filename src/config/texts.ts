import type { Config } from '../model/config.js';
import { unfilledInTitle } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { Located } from '../problems/locate.js';
import { titleTextValue } from '../problems/template/tools.js';
import type { SiteOptions } from '../schema/site.js';
import type { Path } from './fit.js';

/** `related: { title: x }` is another way to write `related.title: x`. */
export function readTexts(
  texts: SiteOptions['texts'],
  at: Path,
  placeOf: (path: Path) => Located,
  problems: Problem[],
): Config['texts'] {
  const flat: Record<string, string> = {};
  const take = (key: string, text: string, path: Path): void => {
    flat[key] = text;
    const unfilled = unfilledInTitle(key, text);
    if (unfilled !== null) problems.push(titleTextValue(placeOf(path), key, text, unfilled));
  };
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text === 'string') take(name, text, [...at, name]);
    else
      for (const [inner, value] of Object.entries(text))
        take(`${name}.${inner}`, value, [...at, name, inner]);
  }
  return flat;
}
