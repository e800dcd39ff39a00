import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { articleFields } from '../../../src/schema/article.js';
import { noteOf } from '../../../src/schema/field.js';
import { FOREIGN_FIELDS, KIND_SYNONYMS } from '../../../src/schema/foreign.js';
import { pageFields, profileFields } from '../../../src/schema/profile.js';
import { foldKey } from '../../../src/stages/parse/tree.js';
import { articleWith, bytes, parse, parserFor, withFields } from './support.js';

const fieldsOf = (schema: { readonly shape: object }) =>
  Object.entries(schema.shape) as [string, z.ZodType][];

describe('the schema of articles', () => {
  it.each(fieldsOf(articleFields).map(([field, type]) => [field, noteOf(type).example]))(
    'shows an example of %s that is read without a problem',
    (field, example) => {
      expect(parse(withFields(example)).problems).toEqual([]);
      expect(Object.keys(articleWith(example).spots)).toContain(field);
    },
  );

  it('gives no name to two fields, but where the value decides', () => {
    const names = fieldsOf(articleFields).flatMap(([field, type]) => [
      foldKey(field),
      ...(noteOf(type).names ?? []).map(foldKey),
    ]);
    expect(names.filter((name, i) => names.indexOf(name) !== i).sort()).toEqual([
      'permalink',
      'publishdate',
      'published',
    ]);
  });

  it('calls no name foreign that it knows', () => {
    const names = fieldsOf(articleFields).flatMap(([field, type]) => [field, ...(noteOf(type).names ?? [])]);
    expect(names.map(foldKey).filter((name) => FOREIGN_FIELDS.has(name))).toEqual([]);
    expect([...FOREIGN_FIELDS].filter((name) => foldKey(name) !== name)).toEqual([]);
  });

  it('writes synonyms of kinds as they are looked up', () => {
    expect(Object.keys(KIND_SYNONYMS).filter((word) => foldKey(word) !== word)).toEqual([]);
  });

  it.each(
    fieldsOf(articleFields).flatMap(([field, type]) =>
      (noteOf(type).names ?? []).map((name) => [name, field] as const),
    ),
  )('understands %s of other systems as %s', (name, field) => {
    const values: { readonly [field: string]: string } = {
      date: '2023-06-30',
      updated: '2023-06-30',
      embargo: '2023-06-30',
      expires: '2099-06-30',
      draft: 'false',
      lang: 'sq',
      url: '/a/b/',
      sourceUrl: 'https://example.com/a',
      aliases: '/old/',
    };
    const lines = `${name}: ${values[field] ?? 'x'}\n`;
    const title = field === 'title' ? '' : 'title: A\n';
    const { value } = parse(`---\n${title}${lines}---\n`, undefined, 'content/2023-06-30-a.md');
    expect(Object.keys(value?.article.spots ?? {})).toContain(field);
  });
});

describe('the schemas of profiles and pages', () => {
  const parser = parserFor();

  it.each(fieldsOf(profileFields).map(([field, type]) => [field, noteOf(type).example]))(
    'show an example of %s that is read without a problem',
    (field, example) => {
      const { value, problems } = parser.profile(
        'author',
        'a',
        'content/authors/a.md',
        bytes(`---\n${example}\n---\n`),
      );
      expect(problems).toEqual([]);
      expect(Object.keys(value?.spots ?? {})).toEqual([field]);
    },
  );

  it.each(fieldsOf(pageFields).map(([field, type]) => [field, noteOf(type).example]))(
    'show an example of %s for pages that is read without a problem',
    (field, example) => {
      const title = field === 'title' ? '' : 'title: A\n';
      const { value, problems } = parser.page('content/pages/a.md', bytes(`---\n${title}${example}\n---\n`));
      expect(problems).toEqual([]);
      expect(Object.keys(value?.spots ?? {})).toContain(field);
    },
  );
});
