import { BUILT_IN_FILTERS, BUILT_IN_GLOBALS, BUILT_IN_TESTS } from '../stages/render/built-in.js';
import { FILTER_DOCS, FUNCTION_DOCS, type ToolDoc } from './filter-docs.js';
import { cell, fence, type Generator, generatedNote } from './generator.js';
import { shapesModule } from './shapes.js';
import { readViewTypes, type ViewField, type ViewType, type ViewTypes } from './view-types.js';

const VIEWS = 'src/model/view.ts';
const PARTS = 'src/model/view-parts.ts';

async function viewTypes(read: (path: string) => Promise<string>): Promise<ViewTypes> {
  return readViewTypes(`${await read(PARTS)}\n${await read(VIEWS)}`);
}

/** Types that every page sees, or that are described where they are used. */
const NOT_FOR_TEMPLATES = new Set(['RefView']);

/** `docs/templates.md`: for those who design a theme. */
export const templatesPage: Generator = {
  path: 'docs/templates.md',
  text: async (read) => {
    const types = await viewTypes(read);
    const intro = await read('src/docs/templates-intro.md');
    return `${[
      generatedNote(`${PARTS}, ${VIEWS}, src/docs/templates-intro.md and src/docs/filter-docs.ts`),
      '',
      intro.trimEnd(),
      '',
      '## Filters',
      '',
      'A filter takes what stands before it: `{{ article.date | date }}`. None (`null`) passes through and prints nothing.',
      '',
      ...FILTER_DOCS.flatMap(tool),
      `Besides these there are [those of Nunjucks](https://mozilla.github.io/nunjucks/templating.html#builtin-filters): ${codes(BUILT_IN_FILTERS)}. Its tests (\`{% if x is defined %}\`): ${codes(BUILT_IN_TESTS)}.`,
      '',
      'A site can’t add filters: a build runs no code of a site’s but its templates. Write a macro instead, `{{ price(4.5) }}`, or put what it would make into a field of the front matter.',
      '',
      '## Functions',
      '',
      ...FUNCTION_DOCS.flatMap(tool),
      `And those of Nunjucks: ${codes(BUILT_IN_GLOBALS)}.`,
      '',
      '## The views',
      '',
      'Each stands beside [`page`](#page) and [`site`](#site), which every template sees.',
      '',
      ...viewSections(types),
      '## On every page',
      '',
      ...typeSection('page', types.types.get('PageView'), types),
      ...typeSection('site', types.types.get('SiteView'), types),
      '## What the fields hold',
      '',
      ...[...types.types.values()]
        .filter((type) => isShared(type, types))
        .flatMap((type) => typeSection(type.name, type, types)),
    ]
      .join('\n')
      .trimEnd()}\n`;
  },
};

/** The table of views that names in templates are checked against: made from the same types. */
export const shapesFile: Generator = {
  path: 'src/stages/render/shapes.ts',
  text: async (read) => shapesModule(await viewTypes(read)),
};

function tool({ name, use, text, examples }: ToolDoc): string[] {
  const lines = examples.map(([line, printed]) => `${line}\n{# ${printed} #}`);
  const title = use === name ? [] : [`\`${use}\``, ''];
  return [`### ${name}`, '', ...title, text, '', fence('njk', lines.join('\n')), ''];
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** One section for each view, with all kinds of pages that have it. */
function viewSections(types: ViewTypes): string[] {
  const kindsOf = new Map<string, string[]>();
  for (const [kind, view] of types.kinds) kindsOf.set(view, [...(kindsOf.get(view) ?? []), kind]);
  return [...kindsOf].flatMap(([view, kinds]) => {
    const type = types.types.get(view);
    const own = type?.fields.filter((field) => field.name !== 'page') ?? [];
    const title = kinds.map((kind) => `${kind}.njk`).join(', ');
    const comment = type?.comment.replace(/^Templates? (?:`[^`]+`(?:, )?)+[.:]? ?/, '') ?? '';
    const text = comment === '' ? '' : comment[0]?.toUpperCase() + comment.slice(1);
    return typeSection(title, type && { ...type, comment: text, fields: own }, types);
  });
}

/** Neither the view of a page nor `page`, `site` or a nameless part of something. */
function isShared(type: ViewType, types: ViewTypes): boolean {
  const views = new Set([...types.kinds.values(), 'PageView', 'SiteView']);
  return !views.has(type.name) && !type.name.includes('.') && !NOT_FOR_TEMPLATES.has(type.name);
}

function typeSection(title: string, type: ViewType | undefined, types: ViewTypes): string[] {
  if (type === undefined) return [];
  return [
    `### ${title}`,
    '',
    ...(type.comment === '' ? [] : [type.comment, '']),
    ...(type.fields.length === 0 ? [] : ['| field | holds | |', '| --- | --- | --- |']),
    ...type.fields.flatMap((field) => rows(field, '', types)),
    ...(type.fields.length === 0 ? [] : ['']),
  ];
}

/** The row of a field; fields of a nameless object follow it. */
function rows(field: ViewField, path: string, types: ViewTypes): string[] {
  const name = path + field.name;
  const holds = field.types.map((type) => holding(type, types)).join(' or ');
  const values =
    field.values.length === 0
      ? holds
      : holds.replace('text', field.values.map((value) => `\`${value}\``).join(', '));
  const row = `| \`${name}\` | ${values} | ${cell(field.comment)} |`;
  const inner = field.types.flatMap((type) => {
    const list = type.endsWith('[]');
    const nameless = type.includes('.') ? types.types.get(list ? type.slice(0, -2) : type) : undefined;
    return (nameless?.fields ?? []).flatMap((one) => rows(one, `${name}${list ? '[]' : ''}.`, types));
  });
  return [row, ...inner];
}

function holding(type: string, types: ViewTypes): string {
  if (type.endsWith('[]')) return `list of ${holding(type.slice(0, -2), types)}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'any') return 'anything';
  if (type.includes('.')) return 'object';
  return types.types.has(type) ? `[${type}](#${type.toLowerCase()})` : type;
}
