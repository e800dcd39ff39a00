import { z } from 'zod';
import { unwrapped } from '../config/fit.js';
import { typeWords } from '../config/read.js';
import { frontSchema } from '../schema/front.js';
import { OPTION_DOCS } from '../schema/option.js';
import { siteSchema } from '../schema/site.js';
import { cell, fence, type Generator, generatedNote } from './generator.js';
import { anchor } from './problems.js';
import { SITE_GROUPS } from './site-groups.js';

/** `docs/site-yaml.md`: every option, for people who don't program. */
export const siteYamlPage: Generator = {
  path: 'docs/site-yaml.md',
  text: () =>
    `${[
      generatedNote('src/schema/site.ts'),
      '',
      '# site.yaml',
      '',
      'The options of a newsroom stand in `content/site.yaml`. Every option has a default: an empty file builds a site.',
      'Each line is a name, a colon, a space and a value; what belongs to an option is indented by two spaces below it.',
      'Texts with a colon or quotes in them go in quotes. What stands behind a `#` is a note for people.',
      '',
      fence(
        'yaml',
        [
          '# yaml-language-server: $schema=../docs/site.schema.json',
          'title: The Daily Example',
          'url: https://www.example.org/',
          'language: en',
          'timezone: Europe/London',
          'sections:',
          '  - Politics',
          '  - World',
          '  - Culture',
        ].join('\n'),
      ),
      '',
      'The first line is for editors such as VS Code: with it they complete names and mark mistakes while you type.',
      '`dateline check` tells every mistake with its line. Names may also be written as `time_zone` or `time-zone`, and',
      'where a list is wanted, a single value needs no list.',
      '',
      ...SITE_GROUPS.flatMap(({ title, options }) => [
        `- [${title}](#${anchor(title)}): ${options.map((name) => `[\`${name}\`](#${anchor(name)})`).join(', ')}`,
      ]),
      '- [Curated fronts](#curated-fronts)',
      '',
      ...SITE_GROUPS.flatMap(({ title, options }) => [
        `## ${title}`,
        '',
        ...options.flatMap((name) => optionLines(name, siteSchema.shape[name])),
      ]),
      ...frontLines(),
    ]
      .join('\n')
      .trimEnd()}\n`,
};

function optionLines(name: string, type: z.core.$ZodType): string[] {
  const doc = OPTION_DOCS.get(type);
  if (doc === undefined) throw new Error(`The option ${name} is not documented.`);
  return [
    `### ${name}`,
    '',
    doc.text,
    '',
    ...factLines(type),
    ...partLines(type),
    fence('yaml', doc.example),
    '',
  ];
}

/** Type and default, on one line. Groups have those of their parts. */
function factLines(type: z.core.$ZodType): string[] {
  if (unwrapped(type) instanceof z.ZodObject) return [];
  return [`*Value:* ${valueWords(type)}. *Default:* ${defaultWords(type)}.`, ''];
}

function partLines(type: z.core.$ZodType): string[] {
  const inner = unwrapped(type);
  const parts = inner instanceof z.ZodArray ? partsOf(inner.element) : partsOf(inner);
  if (parts === null) return [];
  const rows = Object.entries(parts.shape).map(([name, part]) => {
    const doc = OPTION_DOCS.get(part);
    const text = doc?.text ?? z.globalRegistry.get(part)?.description ?? '';
    return `| \`${name}\` | ${cell(text)} | ${cell(valueWords(part))} | ${cell(defaultWords(part))} |`;
  });
  return ['| name | meaning | value | default |', '| --- | --- | --- | --- |', ...rows, ''];
}

/** The names that an option or an entry of its list can hold. */
function partsOf(type: z.core.$ZodType): z.ZodObject | null {
  const bare = unwrapped(type);
  if (bare instanceof z.ZodObject) return bare;
  if (!(bare instanceof z.ZodUnion)) return null;
  const member = bare.options.map(unwrapped).find((option) => option instanceof z.ZodObject);
  return member instanceof z.ZodObject ? member : null;
}

function valueWords(type: z.core.$ZodType): string {
  const doc = OPTION_DOCS.get(type);
  const bare = unwrapped(type);
  const words = doc?.form ?? (bare instanceof z.ZodArray ? 'a list' : typeWords(bare)) ?? 'any value';
  if (!(bare instanceof z.ZodNumber)) return words;
  const range =
    bare.maxValue !== null && bare.maxValue < 1e9 ? ` from ${bare.minValue} to ${bare.maxValue}` : '';
  return `${words}${doc?.unit === undefined ? '' : ` of ${doc.unit}`}${range}`;
}

function defaultWords(type: z.core.$ZodType): string {
  const doc = OPTION_DOCS.get(type);
  if (doc?.fallback !== undefined) return doc.fallback;
  if (type instanceof z.ZodOptional) return 'none';
  if (!(type instanceof z.ZodDefault))
    return type instanceof z.ZodPrefault ? 'see its parts' : 'must be there';
  const value: unknown = type.def.defaultValue;
  if (Array.isArray(value) && value.length === 0) return 'none';
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return 'none';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function frontLines(): string[] {
  return [
    '## Curated fronts',
    '',
    'A file in `content/fronts/` says what stands on a front by choice: `home.yaml` on the home page, `world.yaml` or',
    '`world/europe.yaml` on that of a section. Without one, the newest and most important stories fill the front. No story',
    'stands on a front twice, and an article that readers may not see yet is passed over until they may.',
    '',
    ...Object.entries(frontSchema.shape).flatMap(([name, type]) => optionLines(name, type)),
    'A `query` may say:',
    '',
    ...queryLines(),
  ];
}

function queryLines(): string[] {
  const slot = partsOf(unwrappedElement(frontSchema.shape.slots));
  const query = slot === null ? undefined : slot.shape.query;
  return query === undefined ? [] : partLines(query);
}

function unwrappedElement(type: z.core.$ZodType): z.core.$ZodType {
  const bare = unwrapped(type);
  return bare instanceof z.ZodArray ? bare.element : bare;
}
