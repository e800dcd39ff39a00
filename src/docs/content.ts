import { z } from 'zod';
import { KINDS } from '../model/article.js';
import { articleFields } from '../schema/article.js';
import { type FieldNote, noteOf, type Shape } from '../schema/field.js';
import { KIND_SYNONYMS } from '../schema/foreign.js';
import { pageFields, profileFields } from '../schema/profile.js';
import { cell, formatJson, type Generator, generatedNote } from './generator.js';

const GUIDE = 'src/docs/content-guide.md';

/** `docs/content.md`: what editors write, with the fields as the schema has them. */
export const contentPage: Generator = {
  path: 'docs/content.md',
  text: async (read) => {
    const tables: { readonly [name: string]: string } = {
      article: fieldTable(articleFields),
      profile: fieldTable(profileFields),
      page: fieldTable(pageFields),
      names: nameTable(),
      kinds: kindTable(),
    };
    const guide = (await read(GUIDE)).replace(/<!-- table: (\w+) -->/g, (_, name: string) => {
      const table = tables[name];
      if (table === undefined) throw new Error(`${GUIDE} asks for a table "${name}" that there is not.`);
      return table;
    });
    return `${generatedNote(`${GUIDE} and src/schema/`)}\n\n${guide.trimEnd()}\n`;
  },
};

/** `docs/article.schema.json`: by it editors complete and check front matter while it is written. */
export const articleSchemaFile: Generator = {
  path: 'docs/article.schema.json',
  text: () =>
    formatJson({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Dateline: front matter of an article',
      type: 'object',
      required: ['title', 'date'],
      properties: Object.fromEntries(fieldsOf(articleFields).map(([name, type]) => [name, property(type)])),
    }),
};

function fieldsOf(schema: {
  readonly shape: { readonly [field: string]: z.ZodType };
}): [string, z.ZodType][] {
  return Object.entries(schema.shape);
}

function fieldTable(schema: { readonly shape: { readonly [field: string]: z.ZodType } }): string {
  const rows = fieldsOf(schema).map(([field, type]) => {
    const note = noteOf(type);
    const otherwise = note.otherwise === undefined ? '' : ` *Otherwise:* ${note.otherwise}.`;
    return `| \`${field}\` | ${cell(note.doc + otherwise)} | ${exampleCell(note)} |`;
  });
  return ['| field | meaning | example |', '| --- | --- | --- |', ...rows].join('\n');
}

/** An example of several lines is shown on one, as YAML's braces allow. */
function exampleCell({ example }: FieldNote): string {
  const [head = '', ...rest] = example.split('\n');
  if (rest.length === 0) return `\`${cell(head)}\``;
  const entry = rest.map((text) => text.replace(/^\s*(?:- )?/, '')).join(', ');
  return `\`${cell(`${head} [{ ${entry} }]`)}\``;
}

function nameTable(): string {
  const rows = fieldsOf(articleFields).flatMap(([field, type]) => {
    const names = noteOf(type).names ?? [];
    return names.length === 0 ? [] : [`| \`${field}\` | ${names.map((name) => `\`${name}\``).join(', ')} |`];
  });
  return ['| field | other names, in the order in which they count |', '| --- | --- |', ...rows].join('\n');
}

function kindTable(): string {
  const rows = KINDS.map((kind) => {
    const words = Object.entries(KIND_SYNONYMS).filter(([, meant]) => meant === kind);
    return `| \`${kind}\` | ${words.map(([word]) => `\`${word}\``).join(', ')} |`;
  });
  return ['| kind | the same in other words |', '| --- | --- |', ...rows].join('\n');
}

type JsonSchema = { readonly [key: string]: unknown };

/** What may be written for a field, in all the forms that the parser brings into one. */
function property(type: z.ZodType): JsonSchema {
  const note = noteOf(type);
  const { $schema: _, default: fallback, ...base } = z.toJSONSchema(type, { target: 'draft-7', io: 'input' });
  return {
    description: note.doc.replaceAll('`', ''),
    ...(fallback !== undefined && { default: fallback }),
    anyOf: [...FORMS[note.shape](base), { type: 'null' }],
  };
}

const WORD: JsonSchema = { type: ['string', 'number', 'boolean'] };
const LIST: readonly JsonSchema[] = [
  { type: 'array', items: { type: ['string', 'number', 'boolean', 'object', 'null'] } },
  WORD,
];

const FORMS: { readonly [shape in Shape]: (base: JsonSchema) => readonly JsonSchema[] } = {
  line: () => [WORD],
  name: () => [WORD],
  language: () => [{ type: 'string' }],
  kind: (base) => [base, { enum: Object.keys(KIND_SYNONYMS) }],
  moment: () => [{ type: ['string', 'number'] }],
  flag: (base) => [base, { enum: ['yes', 'no', 'on', 'off'] }],
  number: (base) => [base],
  until: () => [{ type: ['boolean', 'string', 'number'] }],
  reason: () => [{ type: ['boolean', 'string'] }],
  list: () => LIST,
  people: () => LIST,
  paths: () => LIST,
  picture: (base) => [{ type: 'string' }, base],
  source: (base) => [{ type: 'string' }, base],
  corrections: (base) => [base],
  live: (base) => [base],
};
