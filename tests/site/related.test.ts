import { describe, expect, it } from 'vitest';
import { article, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const strike = article(
  'title: Dockers strike\ndate: 2026-11-18',
  'Dockers at the harbour stopped work, and ferries stayed in the port.',
);

describe('pins that can’t be meant so', () => {
  const paper = (lines: string): TestSite =>
    newsroom({
      'content/articles/strike.md': strike,
      'content/articles/draft.md': article('title: Secret\ndate: 2026-11-19\ndraft: true'),
      'content/articles/paid.md': article('title: New trams\ndate: 2026-11-19\nkind: sponsored'),
      'content/articles/me.md': article(`title: Talks\ndate: 2026-11-20\n${lines}`),
    });

  it.each([
    [
      'to nothing',
      'related: [strik]',
      'unknown-related',
      4,
      11,
      'Write an article’s id, the path of its file, or its address.',
    ],
    ['to itself', 'related:\n  - me.md', 'self-related', 5, 5, 'Take the line out, or name another article.'],
    [
      'to a draft',
      'related: [draft.md]',
      'hidden-related',
      4,
      11,
      'Nothing needs to be done if that is what you want.',
    ],
    [
      'twice, by other names',
      'related:\n  - strike.md\n  - /2026/11/strike/',
      'repeated-related',
      6,
      5,
      'Take the second one out. An id, a file and an address may all mean one article.',
    ],
    [
      'to what is excluded too',
      'related: [strike.md]\nrelatedExclude: [strike.md]',
      'contrary-related',
      4,
      11,
      'Take it out of one of the two.',
    ],
    [
      'to a story that was paid for',
      'related: [paid.md]',
      'sponsored-related',
      4,
      11,
      'Take the line out. A link in the text may lead to a paid-for story.',
    ],
  ])(
    '%s: told with place and cure, and nothing is broken by it',
    async (_, lines, code, line, column, hint) => {
      const result = await paper(lines).build();
      expect(result.outcome).toBe('done');
      const place = { file: 'content/articles/me.md', line, column };
      expect(result.problems).toMatchObject([{ code, severity: 'warning', ...place, hint }]);
      expect(JSON.stringify(result.problems)).not.toContain('Secret');
    },
  );

  it('name what is excluded twice, too', async () => {
    const result = await paper('relatedExclude: [strike.md, articles/strike]').build();
    expect(result.problems).toMatchObject([{ code: 'repeated-related', line: 4, column: 29 }]);
  });
});

describe('related news', () => {
  it('of a live blog follows what its posts say', async () => {
    const others = Object.fromEntries(
      ['Choir', 'Frost', 'Bees', 'Chess', 'Trams', 'Salt'].map((title, i): [string, string] => [
        `content/articles/${title}.md`,
        article(`title: ${title}\ndate: 2025-0${i + 3}-10`, `${title} was on many minds, and all spoke.`),
      ]),
    );
    const site = newsroom({
      ...others,
      'content/articles/strike.md': strike,
      'content/articles/blog.md': article(
        'title: The day as it happens\ndate: 2026-11-20\nkind: live\nlive:\n' +
          '  - { date: 2026-11-20 10:00, title: Dockers walk out, text: The harbour and its ferries stand still. }',
        'All that is new today.',
      ),
    });
    await site.build();
    expect(site.read('2026/11/blog/index.html')).toContain('Dockers strike');
  });

  it('has no fewer articles on its page than at the foot, whatever the counts say', async () => {
    const texts = Object.fromEntries(
      [1, 2, 3, 4].map((n): [string, string] => [
        `content/articles/a${n}.md`,
        article(`title: Ferry ${n}\ndate: 2026-11-0${n}\ntags: [Port]`, `Ferry ${n} left.`),
      ]),
    );
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}related: { count: 3, pageCount: 1 }\n`,
      ...texts,
    });
    const result = await site.build();
    expect(result.problems).toMatchObject([
      { code: 'related-counts', file: 'content/site.yaml', line: 4, column: 19, severity: 'warning' },
    ]);
    const cards = site.read('2026/11/a1/related/index.html').match(/<li class="card /g);
    expect(cards).toHaveLength(3);
  });
});
