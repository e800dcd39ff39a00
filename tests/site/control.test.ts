import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, newsroom, SITE_YAML } from '../support/site.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/;

/** A text with a control character in it, in quotes as YAML, JSON and TOML have them. */
const odd: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('x', 'Port', 'A B'), fc.integer({ min: 0, max: 0x1f }), fc.constantFrom('y', 'gale'))
  .map(([before, code, after]) => `"${before}\\u${code.toString(16).padStart(4, '0')}${after}"`);

/** Each of them once in the text: a library may forget one. */
const EXAMPLES: [string, string, string, number][] = Array.from({ length: 31 }, (_, i) => [
  '"a\\u0001"',
  '"b\\u000c"',
  '"c\\u001f"',
  i + 1,
]);

describe('a control character that is written by its number', () => {
  it('is in no output, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, fc.integer({ min: 1, max: 0x1f }), async (a, b, c, code) => {
        const hex = code.toString(16).padStart(2, '0');
        const site = newsroom({
          'content/site.yaml': `${SITE_YAML}tagline: ${a}
description: ${b}
copyright: ${c}
sections: [{ title: ${a}, slug: news }, Sport]
footer: [{ name: ${b}, url: /about/ }]
publisher: { name: ${c}, email: a@herald.example }
html: { allow: [p, b] }
feeds: { tags: true, authors: true, series: true }
`,
          'content/articles/news/a.md': article(
            `title: ${a}
date: 2026-11-24 08:00
tags: [${a}, ${b}]
authors: [${b}, ${c}]
series: ${c}
kicker: ${a}
dateline: ${b}
summary: ${c}
source: { name: ${a}, url: "https://wire.example/\\u00${hex}" }
image: { src: there.svg, alt: ${a}, caption: ${b}, credit: ${c} }
corrections: [{ date: 2026-11-24, text: ${a} }]
live: [{ date: 2026-11-24 09:00, title: ${b}, text: ${c} }]
${b}: ${a}`,
            `<https://x.example/%${hex}> https://y.example/%${hex}/z [a](https://x.example/%${hex} "b&#${code};c") &#x${hex}; <b>b&#${code};</b> ![a&#${code};](/media/there.svg "c%${hex} | d")

::: chart /media/figures.csv
:::

<p>Raw &#${code}; *text*</p>

## Heading &#${code};

[ref][r]

[r]: https://x.example/ "title&#${code};"

@[youtube](dQw4w9WgXcQ%${hex})
`,
          ),
          'content/articles/news/toml.md': `+++\ntitle = ${a}\ndate = 2026-11-23\ntags = [${b}]\nauthors = [${c}]\n+++\n\nText.\n`,
          'content/articles/news/json.md': `{"title": ${a}, "date": "2026-11-22", "tags": [${b}], "authors": ${c}}\n\nText.\n`,
          'content/authors/somebody.md': `---\ntitle: ${a}\nnames: [${b}]\nrole: ${c}\n---\n\nText.\n`,
          'content/sections/news.md': `---\ntitle: News\ndescription: ${b}\n---\n`,
          'content/pages/about.md': `---\ntitle: ${c}\ndescription: ${a}\n---\n\nText.\n`,
          'content/fronts/home.yaml': `slots:\n  - { name: lead, title: ${a}, items: [articles/news/a] }\n`,
          'content/media/there.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>',
          'content/media/figures.csv': `a,b\u0001\nx${String.fromCharCode(code)},2\n`,
        });
        const result = await site.build({ onInvalid: 'skip' });
        expect([result.problems.filter(({ severity }) => severity === 'error'), result.articles]).toEqual([
          [],
          3,
        ]);
        for (const [path, content] of site.published())
          if (!/\.(?:csv|woff2)$/.test(path))
            expect([path, CONTROL.exec(content)?.[0]]).toEqual([path, undefined]);
      }),
      { numRuns: 40, examples: EXAMPLES },
    );
  });

  it.each([
    ['YAML', '---\ntitle: A\ndate: 2026-11-01\ntags: [Port, "Gj\\x01on", "\\x02"]\n---\n', 4, 14],
    ['TOML', '+++\ntitle = "A\\u0001"\ndate = 2026-11-01\n+++\n', 2, 9],
    ['JSON', '{"title": "A",\n"date": "2026-11-01", "tags": ["\\u0001"]}\n', 2, 32],
  ])('is told once a file, with its place, in %s', async (_, head, line, column) => {
    const site = newsroom({ 'content/articles/a.md': `${head}\nText.\n` });
    const { problems } = await site.build();
    expect(problems.map((one) => [one.code, one.severity, one.line, one.column])).toEqual([
      ['control-characters', 'warning', line, column],
    ]);
    expect(problems[0]?.message).toContain('U+0001');
  });

  it('is told in site.yaml and profiles, and can’t make a forbidden name', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}tagline: "An\\u0008independent daily"\n`,
      'content/authors/jo.md': '---\ntitle: "Jo\\u0007"\n---\n',
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-01\nauthors: jo\n"__pro\\u0001to__": { x: 1 }',
      ),
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['control-characters', 'content/articles/a.md', 5],
      ['forbidden-key', 'content/articles/a.md', 5],
      ['control-characters', 'content/authors/jo.md', 2],
      ['control-characters', 'content/site.yaml', 4],
    ]);
  });
});
