import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, codes, newsroom, SITE_YAML } from '../support/site.js';

const GOOD = article('title: Good\ndate: 2026-11-01');

describe('an article that would make work without end', () => {
  const many = (count: number, name: (n: number) => string): string =>
    `[${Array.from({ length: count }, (_, n) => name(n)).join(', ')}]`;

  it.each([
    ['tags', many(100_000, (n) => `t${n}`), 250],
    ['authors', many(101, (n) => `Jo Smith ${n}`), 100],
    ['aliases', many(1001, (n) => `/old/${n}/`), 1000],
    ['related', many(101, (n) => `x${n}`), 100],
    ['keywords', many(251, (n) => `t${n}`), 250],
  ])('has too many %s, and is told', async (field, value, limit) => {
    const site = newsroom({
      'content/articles/good.md': GOOD,
      'content/articles/a.md': article(`title: A\ndate: 2026-11-01\n${field}: ${value}`),
    });
    const { outcome, problems, pages } = await site.build({ onInvalid: 'skip' });
    expect([outcome, problems.map(({ code, file, line }) => [code, file, line])]).toEqual([
      'faults',
      [['too-many', 'content/articles/a.md', 4]],
    ]);
    expect(problems[0]?.message).toContain(`\`${field}\` has more than ${limit} entries`);
    expect(pages).toBeLessThan(20);
  });

  it('may have as many tags as the limit', async () => {
    const site = newsroom({
      'content/articles/a.md': article(`title: A\ndate: 2026-11-01\ntags: ${many(250, (n) => `t${n}`)}`),
    });
    expect((await site.build()).outcome).toBe('done');
  });

  it.each([
    ['many sections inside each other', `section: ${'a/'.repeat(300)}b`, 'section-too-deep'],
    ['a long section', `section: ${`${'x'.repeat(150)}/`.repeat(4)}b`, 'address-too-long'],
  ])('has %s, and is told', async (_, fields, code) => {
    const site = newsroom({
      'content/articles/good.md': GOOD,
      'content/articles/a.md': article(`title: A\ndate: 2026-11-01\n${fields}`),
    });
    const result = await site.build({ onInvalid: 'skip' });
    expect([result.outcome, codes(result)]).toEqual(['faults', [code]]);
  });

  it('has an address too long for a disk, and is told', async () => {
    const folders = Array.from({ length: 6 }, (_, n) => '政'.repeat(40) + n).join('/');
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}permalink: /:id/\nslugs: ascii\n`,
      [`content/${folders}/a.md`]: article('title: A\ndate: 2026-11-01'),
      'content/articles/good.md': GOOD,
    });
    const result = await site.build({ onInvalid: 'skip' });
    expect([result.outcome, codes(result)]).toEqual(['faults', ['address-too-long']]);
  });
});

describe('a file that can’t be published', () => {
  it.each([
    ['a line break', 'media/a\nb.png', 'media/a\\nb.png'],
    ['a backslash', 'media/a\\b.png', 'media/a\\\\b.png'],
    ['a control character', 'static/a\u0007b.txt', 'static/a\\u0007b.txt'],
    ['a folder with a line break', 'static/a\nb/c.txt', 'static/a\\nb/c.txt'],
    ['a name beside an article', 'articles/a\\b.png', 'articles/a\\\\b.png'],
    ['an article', 'articles/a\nb.md', 'articles/a\\nb.md'],
    ['300 folders', `media/${'d/'.repeat(300)}a.png`, 'media/d/d/d/'],
    ['300 folders around an article', `articles/${'d/'.repeat(300)}a.md`, 'articles/d/d/d/'],
    ['300 folders around a static file', `static/${'d/'.repeat(300)}a.txt`, 'static/d/d/d/'],
    ['a very long path', `media/${`${'x'.repeat(200)}/`.repeat(6)}a.png`, 'media/xxx'],
  ])('stops no build and is named: %s', async (_, path, named) => {
    const site = newsroom({ 'content/articles/good.md': GOOD, [`content/${path}`]: GOOD });
    const { outcome, problems } = await site.build();
    expect([outcome, problems.map(({ code, severity, file }) => [code, severity, file])]).toEqual([
      'done',
      [['unusable-name', 'warning', `content/${path}`]],
    ]);
    expect(problems[0]?.message).toContain(`\`content/${named}`);
    expect(problems[0]?.message).not.toMatch(/\p{Cc}/u);
    expect(site.published().has('2026/11/good/index.html')).toBe(true);
  });

  it('stops no build either where the disk itself has no longer path', async () => {
    const site = newsroom({ 'content/articles/good.md': GOOD });
    const name = 'd'.repeat(200);
    const script = `cd "$1"; for i in $(seq 30); do mkdir ${name}; cd ${name}; done 2>/dev/null; echo x > a.png`;
    const media = join(site.root, 'content/media');
    mkdirSync(media);
    execFileSync('sh', ['-c', script, 'sh', media]);
    try {
      const result = await site.build();
      expect([result.outcome, codes(result)]).toEqual(['done', ['skipped-file', 'unusable-name']]);
    } finally {
      // Node can't: the paths are longer than it may ask for.
      execFileSync('rm', ['-rf', media]);
    }
  });

  it('is told by its size: what is no text, and what is large', async () => {
    const site = newsroom({ 'content/articles/good.md': GOOD, 'content/media/x': '' });
    for (const path of ['articles/dump.md', 'articles/dump.svg', 'media/film.mov']) {
      writeFileSync(join(site.root, 'content', path), '');
      truncateSync(join(site.root, 'content', path), path.endsWith('.mov') ? 201 << 20 : 2 ** 32);
    }
    const { outcome, problems } = await site.build({ onInvalid: 'skip' });
    expect([outcome, problems.map(({ code, file }) => `${code} ${file}`)]).toEqual([
      'faults',
      [
        'text-file-too-large content/articles/dump.md',
        'text-file-too-large content/articles/dump.svg',
        'large-file content/media/film.mov',
      ],
    ]);
    expect(site.published().has('media/film.mov')).toBe(true);
  });
});
