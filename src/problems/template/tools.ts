import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';
import { meantOr } from '../suggest.js';

/** What a template asks for by name and is not given: other templates, filters and tests, texts, assets, arguments. */

export const missingTemplate = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-missing',
  severity: 'error',
  message: `There is no template \`${name}\`.`,
  hint: meantOr(meant, 'Write its name as its path below `templates/`, such as `partials/card.njk`.'),
});

export const missingPageTemplate = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'page-template-missing',
  severity: 'error',
  message: `This page is to be made with the template \`${shown(name)}\`, but there is none of that name.`,
  hint: meantOr(
    meant,
    `Add the file \`templates/${shown(name.endsWith('.njk') ? name : `${name}.njk`)}\`, or take out the field \`template\`.`,
  ),
});

export const unknownFilter = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-unknown-filter',
  severity: 'error',
  message: `There is no filter \`${name}\`.`,
  hint: meantOr(
    meant,
    'Filters are those of Nunjucks, such as `join`, `truncate` and `escape`, and Dateline’s own, such as `date`: `{{ article.date | date }}`.',
  ),
});

export const unknownTest = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-unknown-test',
  severity: 'error',
  message: `There is no test \`is ${name}\`.`,
  hint: meantOr(meant, 'Compare with `==`, or use one of nunjucks’ tests, such as `is defined`.'),
});

export const notRandom = (place: Located): Problem => ({
  ...place,
  code: 'template-random',
  severity: 'error',
  message:
    'The filter `random` isn’t available: the same content must always give the same pages, so that a build changes only what an editor changed.',
  hint: 'Choose by something that the content says, such as `list | first`.',
});

export const unknownText = (
  place: Located,
  key: string,
  languages: readonly string[],
  meant: string | null,
): Problem => ({
  ...place,
  code: 'template-unknown-text',
  severity: 'error',
  message: `The theme has no text \`${key}\`${languages.length === 0 ? '' : ` in any of the languages ${languages.join(', ')}`}.`,
  hint: meantOr(
    meant,
    `Add the line \`${key}: …\` to templates/texts/en.yaml, or to \`texts\` in site.yaml.`,
  ),
});

export const textValueMissing = (place: Located, key: string, text: string, name: string): Problem => ({
  ...place,
  code: 'template-text-value',
  severity: 'error',
  message: `The text \`${key}\` is "${text}", but it was given no value for {${name}}.`,
  hint: `Give it one: \`{{ t('${key}', { ${name}: … }) }}\`.`,
});

export const titleTextValue = (place: Located, key: string, text: string, name: string): Problem => ({
  ...place,
  code: 'template-text-value',
  severity: 'error',
  message: `The text \`${shown(key)}\` is "${shown(text)}", but it stands in titles, where there is no value for {${name}}.`,
  hint: `Take {${name}} out of the text.`,
});

export const unknownAsset = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-unknown-asset',
  severity: 'error',
  message: `There is no asset \`${name}\`.`,
  hint: meantOr(meant, `Put the file at \`templates/assets/${name}\`.`),
});

export const unknownDateStyle = (place: Located, style: string, styles: readonly string[]): Problem => ({
  ...place,
  code: 'template-date-style',
  severity: 'error',
  message: `The filter \`date\` has no style "${style}".`,
  hint: `Its styles are ${styles.map((known) => `\`${known}\``).join(', ')}.`,
});

export const unknownArgument = (
  place: Located,
  filter: string,
  name: string,
  known: readonly string[],
  meant: string | null,
): Problem => ({
  ...place,
  code: 'template-unknown-argument',
  severity: 'error',
  message: `The filter \`${filter}\` has no argument \`${name}\`.`,
  hint: meantOr(
    meant,
    known.length === 0
      ? 'It takes none by its name: take it out.'
      : `${known.length === 1 ? 'It takes' : 'It takes attributes of pictures and'} ${known
          .slice(0, 6)
          .map((one) => `\`${one}\``)
          .join(', ')}.`,
  ),
});

export const filterFault = (place: Located, filter: string, wanted: string, got: string): Problem => ({
  ...place,
  code: 'template-filter-input',
  severity: 'error',
  message: `\`${filter}\` needs ${wanted}, but was given ${got}.`,
  hint: `Look at what stands before \`| ${filter}\`, or in its brackets.`,
});

export const callFault = (
  place: Located,
  name: string,
  wanted: string,
  got: string,
  meant: string | null,
): Problem => ({
  ...place,
  code: 'template-filter-input',
  severity: 'error',
  message: `\`${name}\` needs ${wanted}, but was given ${shown(got)}.`,
  hint: meantOr(meant, `Look at what stands in the brackets of \`${name}\`.`),
});
