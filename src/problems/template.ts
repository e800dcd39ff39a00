import type { Problem } from '../model/problem.js';
import type { Located } from './locate.js';
import { shown } from './quote.js';

/** What is wrong with templates: how they are written, what they name, what happens while they render. */

const meantOr = (meant: string | null, otherwise: string): string =>
  meant === null ? otherwise : `Did you mean \`${meant}\`?`;

export const templateSyntax = (place: Located, message: string): Problem => ({
  ...place,
  code: 'template-syntax',
  severity: 'error',
  message: `This template can’t be read: ${message}.`,
  hint: 'Look at the marked place and just before it for a missing bracket, quote, comma, `%}` or `}}`.',
});

export const tagOpen = (place: Located, tag: string): Problem => ({
  ...place,
  code: 'template-tag-open',
  severity: 'error',
  message: `\`{% ${tag} %}\` is opened here and never closed.`,
  hint: `Write \`{% end${tag} %}\` where it is to end.`,
});

export const strayEnd = (
  place: Located,
  tag: string,
  open: { readonly tag: string; readonly line: number } | null,
): Problem => ({
  ...place,
  code: 'template-stray-end',
  severity: 'error',
  message:
    open === null
      ? `\`{% ${tag} %}\` closes nothing: no tag that it belongs to is open here.`
      : `\`{% ${tag} %}\` doesn’t fit here: \`{% ${open.tag} %}\` of line ${open.line} is still open.`,
  hint:
    open === null
      ? 'Take it out, or write the tag that it is to close.'
      : `Write \`{% end${open.tag} %}\` before it.`,
});

export const unknownTag = (place: Located, tag: string, suggested: string): Problem => ({
  ...place,
  code: 'template-unknown-tag',
  severity: 'error',
  message: `There is no tag \`{% ${tag} %}\`.`,
  hint:
    suggested.trim() ||
    'Tags are `if`, `for`, `set`, `block`, `extends`, `include`, `import` and `macro`, among others of Nunjucks. To print a value, write `{{ … }}`.',
});

export const commentOpen = (place: Located): Problem => ({
  ...place,
  code: 'template-comment-open',
  severity: 'error',
  message: 'A comment begins here and never ends.',
  hint: 'Write `#}` where it is to end.',
});

export const outputOpen = (place: Located): Problem => ({
  ...place,
  code: 'template-output-open',
  severity: 'error',
  message: '`{{` begins a value to print here, and it never ends.',
  hint: 'Write `}}` where it is to end.',
});

export const strayCommentEnd = (place: Located): Problem => ({
  ...place,
  code: 'template-stray-comment-end',
  severity: 'error',
  message: '`#}` ends a comment, but none is open here.',
  hint: 'Take it out. In CSS or JavaScript, put a space between `#` and `}`.',
});

export const blockTwice = (place: Located, name: string): Problem => ({
  ...place,
  code: 'template-block-twice',
  severity: 'error',
  message: `This template has two blocks named \`${name}\`, so that it is unclear which one is meant.`,
  hint: 'Give one of them another name. To print something twice, make it a macro.',
});

export const setField = (place: Located): Problem => ({
  ...place,
  code: 'template-set-field',
  severity: 'error',
  message:
    '`{% set %}` makes variables; it can’t change a field of something else, and would do nothing here.',
  hint: 'Set a variable of its own and use that: `{% set heading = page.title %}`.',
});

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

export const macroNotImported = (place: Located, name: string, file: string): Problem => ({
  ...place,
  code: 'template-unknown-name',
  severity: 'error',
  message: `\`${name}\` is a macro of \`${file}\`, and this file does not import it, so it is always undefined here.`,
  hint: `Write this at the top of the file: \`{% from "${file}" import ${name} with context %}\`.`,
});

export const unknownName = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-unknown-name',
  severity: 'error',
  message: `No page has a variable \`${name}\`, and nothing sets one, so it is always undefined here.`,
  hint: meantOr(
    meant,
    `Correct the name, or make the variable first: \`{% set ${name} = … %}\`. Where it may be absent, ask: \`{% if ${name} is defined %}\`.`,
  ),
});

export const nameOfOtherPages = (place: Located, name: string, kinds: readonly string[]): Problem => ({
  ...place,
  code: 'template-other-page',
  severity: 'error',
  message: `The pages that this template makes have no \`${name}\`; it is only in the view of: ${kinds.join(', ')}.`,
  hint: 'Take it out, or move it into a template that only those pages are made with.',
});

export const nameOutsideMacro = (place: Located, name: string): Problem => ({
  ...place,
  code: 'template-macro-scope',
  severity: 'error',
  message: `\`${name}\` is undefined here: this file is imported, and an imported file sees only \`page\`, \`site\` and what its macros are given.`,
  hint: `Hand it to the macro as an argument, or import the file \`with context\`.`,
});

export const unknownField = (
  place: Located,
  path: string,
  key: string,
  fields: readonly string[],
  meant: string | null,
): Problem => ({
  ...place,
  code: 'template-unknown-field',
  severity: 'error',
  message: `\`${path}\` has no field \`${key}\`, so this is always undefined.`,
  hint: meantOr(
    meant === null ? null : `${path}.${meant}`,
    `Its fields are ${fields.map((field) => `\`${field}\``).join(', ')}. Where it may be absent, ask: \`{% if ${path}.${key} is defined %}\`.`,
  ),
});

export const unusedBlock = (place: Located, name: string, parent: string): Problem => ({
  ...place,
  code: 'template-unused-block',
  severity: 'warning',
  message: `This block is never shown: neither \`${parent}\` nor what it extends has a block \`${name}\`.`,
  hint: `Put \`{% block ${name} %}{% endblock %}\` into \`${parent}\` where it is to appear, or take the block out here.`,
});

export const misspeltBlock = (place: Located, name: string, parent: string, meant: string): Problem => ({
  ...place,
  code: 'template-misspelt-block',
  severity: 'error',
  message: `Neither \`${parent}\` nor what it extends has a block \`${name}\`, so that nothing of this one would be shown.`,
  hint: `Did you mean \`${meant}\`?`,
});

export const importMissing = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-import-missing',
  severity: 'error',
  message: `The imported file has no macro \`${name}\`.`,
  hint: meantOr(meant, 'Only macros and variables that the file itself makes can be imported.'),
});

export const missingVariable = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: \`${name}\` is undefined here.`,
  hint: meantOr(
    meant,
    `Correct the name, make it first (\`{% set ${name} = … %}\`), or allow for its absence: \`{{ ${name} | default('') }}\`.`,
  ),
});

export const missingField = (
  place: Located,
  target: string,
  key: string,
  meant: string | null,
  description: string,
): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: \`${target}\` has no \`${key}\`. It is ${description}.`,
  hint: meantOr(
    meant === null ? null : `${target}.${meant}`,
    `Correct the name, or allow for its absence: \`{{ ${target}.${key} | default('') }}\`.`,
  ),
});

export const noneHasNoFields = (place: Located, target: string, key: string, none: boolean): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: \`${target}\` is ${none ? 'none (null)' : 'undefined'} here, so it has no \`${key}\`.`,
  hint: `Print it only where there is one: \`{% if ${target} %}{{ ${target}.${key} }}{% endif %}\`.`,
});

export const nothingToPrint = (place: Located, path: string | null): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: ${path === null ? 'this' : `\`${path}\``} is undefined here.`,
  hint: "Correct the names in it, or allow for its absence: `{{ … | default('') }}`.",
});

export const unprintable = (place: Located, description: string): Problem => ({
  ...place,
  code: 'template-unprintable',
  severity: 'error',
  message: `Only texts and numbers can be printed, but this is ${description}.`,
  hint: 'Print one of its fields (such as `.name` or `.title`), or walk through a list with `{% for … %}`.',
});

export const viewChanged = (place: Located, method: string): Problem => ({
  ...place,
  code: 'template-changes-view',
  severity: 'error',
  message: `\`${method}\` would change a list that other pages show too.`,
  hint: 'Make a list of your own: `{% set items = [] %}`, or use a filter (`sort`, `reverse`), which makes a new one.',
});

export const notCallable = (place: Located, name: string): Problem => ({
  ...place,
  code: 'template-not-callable',
  severity: 'error',
  message: `\`${name}\` is called here, but it is neither a macro nor a function.`,
  hint: 'Correct the name, or import the macro: `{% from "partials/macros.njk" import … %}`.',
});

/** What went wrong in a macro of the theme, at the place of the site's own template that calls it. */
export function failedCall(place: Located, inside: Problem): Problem {
  const { code, severity, message, file, line = 1, column = 1 } = inside;
  return {
    ...place,
    code,
    severity,
    message: `What is called here fails in the theme, at ${file}:${line}:${column}. ${message}`,
    hint: 'Look at what stands in the brackets of this call: one of the values is absent, or of another kind than the macro needs.',
  };
}

export const templateEndless = (place: Located): Problem => ({
  ...place,
  code: 'template-endless',
  severity: 'error',
  message: 'This template or macro calls itself without end.',
  hint: 'Look for an `include`, `extends` or macro call that leads back here, and end it with an `{% if %}`.',
});

export const templateFailed = (place: Located, message: string): Problem => ({
  ...place,
  code: 'template-failed',
  severity: 'error',
  message: `The template stopped here: ${message.replace(/[.\s]+$/, '')}.`,
  hint: 'Look at the values that the marked place uses: one is of another kind than it expects.',
});

export const templateEncoding = (place: Located): Problem => ({
  ...place,
  code: 'template-encoding',
  severity: 'error',
  message: 'This file of the theme is not UTF-8, so its letters can’t be read for certain.',
  hint: 'Save it as UTF-8 in your editor.',
});

export const fileUnused = (
  place: Located,
  unused: { readonly why: string; readonly cure: string },
): Problem => ({
  ...place,
  code: 'theme-file-unused',
  severity: 'warning',
  message: `This file is not used: ${unused.why}.`,
  hint: unused.cure,
});

export const textsOfSameLanguage = (place: Located, other: string): Problem => ({
  ...place,
  code: 'theme-file-unused',
  severity: 'warning',
  message: `This file is not used: the texts of its language are already read from \`${other}\`.`,
  hint: `Move its lines into \`${other}\` and delete it.`,
});

export const themeTexts = (place: Located, message: string): Problem => ({
  ...place,
  code: 'theme-texts',
  severity: 'error',
  message: `These texts of the theme can’t be read: ${message.replace(/[.\s]+$/, '')}.`,
  hint: 'Write one text on a line, its name first: `home.latest: Latest`. Quote a text that holds `: ` or ` #`.',
});

export const themeTextsQuote = (place: Located): Problem => ({
  ...place,
  code: 'theme-texts',
  severity: 'error',
  message: 'These texts of the theme can’t be read: the quote that begins here is not closed.',
  hint: "Write the same quote at the end of the text. In single quotes an apostrophe is written twice: `'It''s here'`.",
});

export const textTwice = (place: Located, name: string, line: number): Problem => ({
  ...place,
  code: 'theme-text-twice',
  severity: 'error',
  message: `The text \`${name}\` stands here a second time, after line ${line}. Only one of the two could count.`,
  hint: 'Keep one of the two lines and delete the other.',
});

export const unknownTextKey = (place: Located, name: string, meant: string): Problem => ({
  ...place,
  code: 'theme-text-unknown',
  severity: 'warning',
  message: `No template asks for a text \`${name}\`, so that nothing would ever show this one.`,
  hint: `Did you mean \`${meant}\`?`,
});
