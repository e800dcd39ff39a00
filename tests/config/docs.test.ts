import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig, parseFront } from '../../src/config/index.js';
import { staleDocs } from '../../src/docs/main.js';
import { problemsPage } from '../../src/docs/problems.js';
import { SITE_GROUPS } from '../../src/docs/site-groups.js';
import { siteSchemaFile } from '../../src/docs/site-schema.js';
import { siteYamlPage } from '../../src/docs/site-yaml.js';
import { frontSchema } from '../../src/schema/front.js';
import { OPTION_DOCS } from '../../src/schema/option.js';
import { siteSchema } from '../../src/schema/site.js';

const options = Object.entries(siteSchema.shape).map(([name, type]) => ({
  name,
  doc: OPTION_DOCS.get(type),
}));

describe('the documentation of site.yaml', () => {
  it('is what `npm run docs` would write now', async () => {
    expect(await staleDocs([problemsPage, siteSchemaFile, siteYamlPage])).toEqual([]);
  });

  it('has every option in one group', () => {
    expect(SITE_GROUPS.flatMap((group) => group.options).sort()).toEqual(
      options.map(({ name }) => name).sort(),
    );
  });

  test.each(options)('shows an example of $name that works', ({ name, doc }) => {
    const loaded = loadConfig(doc?.example ?? '', 'content/site.yaml', { baseUrl: 'https://a.example/' });
    expect(doc?.example).toMatch(new RegExp(`^${name}:`));
    expect(loaded.problems).toEqual([]);
  });

  test.each(Object.entries(frontSchema.shape))('shows an example of a front’s %s that works', (_, type) => {
    const example = OPTION_DOCS.get(type)?.example ?? '';
    expect(parseFront(example, 'f', 'home', () => ({ ms: 1 })).problems).toEqual([]);
  });
});

describe('the JSON Schema for editors', () => {
  let validate: (value: unknown) => unknown;
  beforeAll(async () => {
    const schema: unknown = JSON.parse(
      await siteSchemaFile.text(
        async () => '',
        async () => [],
      ),
    );
    validate = new Ajv({ strict: false }).compile(Object(schema));
  });
  const check = (yaml: string) => validate(parse(yaml));

  it('accepts every example of the documentation', () => {
    for (const { name, doc } of options) expect(check(doc?.example ?? ''), name).toBe(true);
  });

  test.each([
    ['titel: x'],
    ['related: { counts: 1 }'],
    ['slugs: latin'],
    ['related: { count: many }'],
    ['title: [a]'],
  ])('marks %s', (yaml) => {
    expect(check(yaml)).toBe(false);
  });
});
