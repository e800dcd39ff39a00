import { describe, expect, it } from 'vitest';
import { pretty } from '../../src/problems/format.js';
import { article, codes, newsroom } from '../support/site.js';

const GOOD = article('title: Good\ndate: 2026-11-01');

describe('a hostile pull request', () => {
  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'js'])(
    'gets a problem for front matter in `---%s`, not a crash',
    async (name) => {
      const site = newsroom({
        'content/articles/a.md': `---${name}\ntitle: A\ndate: 2026-11-01\n---\n\nText.\n`,
      });
      const result = await site.build();
      expect([result.outcome, codes(result)]).toEqual(['content', ['front-matter-language']]);
    },
  );

  it('can’t write a command of GitHub Actions into the log', async () => {
    const site = newsroom({
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-01\nslug: "../x\\n::error file=README.md::PWNED"',
      ),
      'content/articles/b.md': article(
        'title: B\ndate: 2026-11-01',
        `[a](<x ${'a '.repeat(70)}::error::PWNED>)`,
      ),
    });
    const { problems } = await site.build();
    expect(problems.length).toBeGreaterThan(1);
    for (const problem of problems) {
      for (const width of [40, 60, 100]) {
        for (const line of pretty(problem, { width }).split('\n'))
          expect(line.trimStart()).not.toMatch(/^::|^##\[/);
      }
    }
  });

  it.each([
    '/.htaccess',
    '/.git/hooks/x',
    '/robots.txt',
    '/assets/site.css',
    '/2026/11/good/related/',
    '/404.html/x',
    '/2026/11/',
    '/feed.xml',
    '/a\\ud800/',
    '/\\u202egnp/',
  ])('can’t take the address %s by an alias', async (alias) => {
    const site = newsroom({
      'content/articles/good.md': GOOD,
      'content/articles/bad.md': article(`title: Bad\ndate: 2026-11-02\naliases: ["${alias}"]`),
    });
    const result = await site.build();
    const [problem] = result.problems;
    expect([result.outcome, problem?.file, problem?.line]).toEqual(['content', 'content/articles/bad.md', 4]);
    expect((await site.build({ onInvalid: 'skip' })).outcome).toBe('faults');
    expect(site.read('2026/11/good/index.html')).toContain('Good');
  });

  it('can’t take /robots.txt by its own address', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\nurl: /robots.txt'),
    });
    expect(codes(await site.build())).toEqual(['reserved-address']);
  });

  it('can’t use the ids of the theme, nor a link that runs something', async () => {
    const site = newsroom({
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-01',
        '## dl content\n\n[x](feed:javascript:alert(1))',
      ),
    });
    await site.build();
    const html = site.read('2026/11/a/index.html');
    expect(html.match(/id="dl-content"/g)).toHaveLength(1);
    expect(html).not.toContain('href="feed:');
  });

  it('is answered in time, however many slips stand on one line', async () => {
    const site = newsroom({
      'content/articles/a.md': article(
        `title: A\ndate: 2026-11-01\naliases: [${Array.from({ length: 40_000 }, (_, n) => `/al${n}/`).join(',')}]\ndraft: true`,
      ),
      'content/articles/b.md': article(`title: B\ndate: 2026-11-01\nx: "${'\\u00'.repeat(30_000)}"`),
    });
    const result = await site.build();
    expect(result.problems.map(({ file }) => file)).toContain('content/articles/b.md');
  });
});

describe('a template that is not there', () => {
  it('is a problem of the article that asks for it, with its line, and stops no other', async () => {
    const site = newsroom({
      'content/articles/good.md': GOOD,
      'content/articles/bad.md': article('title: Bad\ndate: 2026-11-02\ntemplate: longraed.njk'),
      'content/pages/about.md': '---\ntitle: About\ntemplate: nothing\n---\n\nText.\n',
      'templates/longread.njk': '{{ article.title }}',
    });
    const result = await site.build();
    expect(result.outcome).toBe('content');
    expect(result.problems.map(({ code, file, line, hint }) => [code, file, line, hint])).toEqual([
      ['page-template-missing', 'content/articles/bad.md', 4, 'Did you mean `longread.njk`?'],
      [
        'page-template-missing',
        'content/pages/about.md',
        3,
        expect.stringContaining('templates/nothing.njk'),
      ],
    ]);
    expect((await site.build({ onInvalid: 'skip' })).outcome).toBe('faults');
    expect(site.published().has('2026/11/good/index.html')).toBe(true);
  });
});

describe('a file that the system does not let be read', () => {
  const files = {
    'content/articles/good.md': GOOD,
    'content/articles/bad.md': article('title: Bad\ndate: 2026-11-01'),
    'content/pages/about.md': '---\ntitle: About\n---\n\nWho we are.\n',
  };
  const refused = ['content/articles/bad.md', 'content/pages/about.md'];

  it('is told, each with its path and without the machine’s, and nothing is published', async () => {
    const site = newsroom(files);
    const result = await site.build({ refused });
    expect(result.outcome).toBe('content');
    expect(result.problems.map(({ code, file }) => [code, file])).toEqual(
      refused.map((file) => ['unreadable-file', file]),
    );
    expect(result.problems[0]?.message).toContain('EACCES: permission denied');
    expect(JSON.stringify(result.problems)).not.toContain('/root/');
  });

  it('leaves the rest of the site as it is where wrong articles are left out', async () => {
    const site = newsroom(files);
    expect((await site.build({ refused, onInvalid: 'skip' })).outcome).toBe('faults');
    expect(site.read('2026/11/good/index.html')).toContain('Good');
  });
});
