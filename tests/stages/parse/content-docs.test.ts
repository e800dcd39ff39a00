import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleFields } from '../../../src/schema/article.js';
import { pageFields, profileFields } from '../../../src/schema/profile.js';
import { bytes, FILE, parserFor } from './support.js';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/content.md');

describe('docs/content.md', () => {
  it.each(
    [...page.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text = '']) => [
      text.split('\n')[1] ?? '',
      text,
    ]),
  )('shows an article that is read without a problem: %s', (_, text) => {
    const parser = parserFor();
    const profile = /^role:/m.test(text);
    const { problems } = profile
      ? parser.profile('author', 'a', 'content/authors/a.md', bytes(text))
      : parser.article(FILE, bytes(text));
    expect(problems).toEqual([]);
  });

  it('says what it is of every field', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| \S/gm)].map(([, name]) => name);
    for (const schema of [articleFields, profileFields, pageFields]) {
      for (const field of Object.keys(schema.shape)) expect(rows).toContain(field);
    }
  });
});

describe('docs/article.schema.json', () => {
  it('describes every field, and which must be there', () => {
    const schema: unknown = JSON.parse(read('docs/article.schema.json'));
    expect(schema).toMatchObject({ required: ['title', 'date'] });
    const properties = Object.keys((schema as { properties: object }).properties);
    expect(properties).toEqual(Object.keys(articleFields.shape));
  });
});
