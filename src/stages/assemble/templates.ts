import type { Reference, Spot } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import { didYouMean } from '../../problems/suggest.js';
import { missingPageTemplate } from '../../problems/template/tools.js';
import { placeAt } from './claims.js';

interface Templated {
  readonly file: string;
  readonly template: Reference | null;
  readonly spots: { readonly [field: string]: Spot };
}

/** Whether the template that a file asks for is there; told where it is not, so that this file alone is left out. */
export function hasTemplate(
  { file, template, spots }: Templated,
  templates: ReadonlySet<string>,
  problems: Problem[],
): boolean {
  if (template === null) return true;
  const { text } = template;
  if (templates.has(text) || templates.has(`${text}.njk`)) return true;
  const place = { ...placeAt(file, spots.template ?? template), length: text.length };
  problems.push(missingPageTemplate(place, text, didYouMean(text, templates)));
  return false;
}
