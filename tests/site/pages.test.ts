import { describe, expect, it } from 'vitest';
import { article, codes, newsroom, SITE_YAML } from '../support/site.js';

const harbour = article(
  `
title: Harbour reopens after the storm
date: 2023-06-30 10:00
section: local
authors: [Rudina Leka]
tags: [Port, Weather]
dateline: TIRANA
summary: Ferries leave again.
source: { name: Adriatic Wire, url: "https://wire.example/harbour" }`,
  'Ferries left the harbour on Friday. The [strike](strike.md) is over.',
);
const strike = article(
  'title: Dockers strike\ndate: 2023-06-28\nsection: local\ntags: [Port]\nauthors: [Rudina Leka]',
  'Dockers at the harbour stopped work, and ferries stayed in the port.',
);

describe('a small newsroom', () => {
  it('becomes a complete site', async () => {
    const site = newsroom({ 'content/articles/harbour.md': harbour, 'content/articles/strike.md': strike });
    const result = await site.build();
    expect(result.problems).toEqual([]);
    expect(result.outcome).toBe('done');
    const pages = [...site.published().keys()].filter((path) => path.endsWith('.html'));
    expect(pages).toEqual([
      '2023/06/harbour/index.html',
      '2023/06/harbour/related/index.html',
      '2023/06/index.html',
      '2023/06/strike/index.html',
      '2023/06/strike/related/index.html',
      '2023/index.html',
      '404.html',
      '_f/breaking.html',
      '_f/latest.html',
      'archive/index.html',
      'authors/index.html',
      'authors/rudina-leka/index.html',
      'corrections/index.html',
      'index.html',
      'local/index.html',
      'search/index.html',
      'tags/index.html',
      'tags/port/index.html',
      'tags/weather/index.html',
    ]);
  });

  it('has no page that lists tags, authors or series where there are none, and no links to it', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: One\ndate: 2026-11-01', 'See [all topics](/tags/).'),
    });
    const result = await site.build();
    expect(result.problems).toMatchObject([{ code: 'broken-link' }]);
    const paths = [...site.published().keys()];
    expect(paths.filter((path) => /^(?:tags|authors|series)\//.test(path))).toEqual([]);
  });

  it('tells names that are slugs in words, at the same address', async () => {
    const site = newsroom({
      'content/articles/a.md': article(
        'title: One\ndate: 2026-11-01\nauthors: [aidan-feldman]\ntags: [open-source]',
      ),
    });
    await site.build();
    const html = site.read('2026/11/a/index.html');
    expect(html).toContain('<a href="/authors/aidan-feldman/" rel="author"><bdi>Aidan Feldman</bdi></a>');
    expect(html).toContain('<a href="/tags/open-source/" rel="tag">Open source</a>');
  });

  it('shows all years with their months in the archive, which changes only when a month begins', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: One\ndate: 2025-03-01'),
      'content/articles/b.md': article('title: Two\ndate: 2026-10-01'),
    });
    await site.build();
    const archive = site.read('archive/index.html');
    expect(archive).toMatch(
      /<a href="\/2026\/">2026<\/a>[\s\S]*<a href="\/2026\/10\/">October<\/a>[\s\S]*<a href="\/2025\/03\/">March<\/a>/,
    );
    site.write({ 'content/articles/c.md': article('title: Three\ndate: 2026-10-02') });
    await site.build();
    expect(site.read('archive/index.html')).toBe(archive);
  });

  it('sets the dateline before the first paragraph, in the article’s language', async () => {
    const site = newsroom({
      'content/articles/harbour.md': harbour,
      'content/articles/strike.md': strike,
      'content/articles/hafen.md': article(
        'title: Hafen\ndate: 2023-06-30\nlang: de\ndateline: BERLIN',
        'Der Hafen ist auf.',
      ),
    });
    await site.build();
    expect(site.read('2023/06/harbour/index.html')).toContain(
      '<p><span class="dateline">TIRANA, June 30, 2023 –</span> Ferries left',
    );
    expect(site.read('2023/06/hafen/index.html')).toContain('BERLIN, 30. Juni 2023 –');
  });

  it('credits a syndicated story on its page and in teasers, and tells search engines of the original', async () => {
    const site = newsroom({ 'content/articles/harbour.md': harbour, 'content/articles/strike.md': strike });
    await site.build();
    const page = site.read('2023/06/harbour/index.html');
    expect(page).toContain('<link rel="canonical" href="https://wire.example/harbour">');
    for (const html of [page, site.read('2023/06/strike/index.html'), site.read('index.html')]) {
      expect(html).toMatch(/<a [^>]*href="https:\/\/wire\.example\/harbour"[^>]*>\s*Original post here/);
    }
  });

  it('shows related news with date and excerpt, cut at a word’s end', async () => {
    const long = 'The harbour and its ferries were quiet while dockers talked about the port. '.repeat(9);
    const site = newsroom({
      'content/articles/harbour.md': harbour,
      'content/articles/strike.md': strike,
      'content/articles/talks.md': article('title: Talks at the port\ndate: 2023-06-29\ntags: [Port]', long),
    });
    await site.build();
    for (const page of ['2023/06/strike/index.html', '2023/06/strike/related/index.html']) {
      const html = site.read(page);
      expect(html).toContain('Talks at the port');
      expect(html).toMatch(/\w…/);
      expect(html).toContain('datetime="2023-06-29');
    }
  });

  it('resolves links by file and by url, and leaves the words of a broken one', async () => {
    const site = newsroom({
      'content/articles/harbour.md': harbour,
      'content/articles/strike.md': article(
        'title: Dockers strike\ndate: 2023-06-28',
        'See [the harbour](/2023/06/harbour/#top), [this file](./harbour.md?x=1), [nothing](/2019/01/nothing/) and [the page](https://herald.example/2023/06/harbour/).',
      ),
    });
    const result = await site.build();
    const html = site.read('2023/06/strike/index.html');
    expect(html).toContain('<a href="/2023/06/harbour/#top">the harbour</a>');
    expect(html).toContain('<a href="/2023/06/harbour/?x=1">this file</a>');
    expect(html).toContain('<a href="/2023/06/harbour/">the page</a>');
    expect(html).toContain(', nothing and');
    expect(codes(result)).toEqual(['broken-link']);
  });

  it('stands below a path where its address has one', async () => {
    const site = newsroom({ 'content/articles/strike.md': strike });
    await site.build({ baseUrl: 'https://example.org/news/' });
    const home = site.read('index.html');
    expect(home).toContain('href="/news/2023/06/strike/"');
    expect(home).not.toMatch(/(?:href|src)="\/(?!news\/)/);
  });
});

describe('a series', () => {
  const parts = (count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `content/articles/p${i + 1}.md`,
        article(`title: Title ${i + 1}\ndate: 2026-11-0${i + 1}\nseries: Villages\nsection: local`),
      ]),
    );
  const told = (html: string): string[] =>
    [...html.matchAll(/<span class="kicker">(Part \d) · Local<\/span> <a [^>]*>(Title \d)/g)].map(
      ([, part, title]) => `${part}: ${title}`,
    );

  it('reads from its first part, each with its number, as the article says it', async () => {
    const site = newsroom(parts(3));
    await site.build();
    expect(told(site.read('series/villages/index.html'))).toEqual([
      'Part 1: Title 1',
      'Part 2: Title 2',
      'Part 3: Title 3',
    ]);
    expect(site.read('2026/11/p2/index.html')).toContain('<a href="/series/villages/">Part 2 · Villages</a>');
  });

  it('shows what is new where its older parts are in the archive', async () => {
    const site = newsroom({ 'content/site.yaml': `${SITE_YAML}front: { group: 2 }\n`, ...parts(3) });
    await site.build();
    expect(told(site.read('series/villages/index.html'))).toEqual(['Part 3: Title 3', 'Part 2: Title 2']);
  });
});

describe('the list of authors', () => {
  it('leaves out who has paid stories alone, and says what the others are', async () => {
    const site = newsroom({
      'content/authors/mira.md': '---\ntitle: Mira Kodra\nrole: Reporter\n---\n',
      'content/articles/a.md': article('title: One\ndate: 2026-11-01\nauthors: [mira]'),
      'content/articles/b.md': article(
        'title: Two\ndate: 2026-11-01\nauthors: [Valley Houses]\nkind: sponsored',
      ),
    });
    await site.build();
    const html = site.read('authors/index.html');
    expect(html).toContain('<bdi>Mira Kodra</bdi> <span class="role">Reporter</span>');
    expect(html).not.toContain('Valley Houses');
  });
});

describe('the front page', () => {
  it('shows no story twice, leads with a breaking one and follows the editor’s slots', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `content/articles/news/s${i}.md`,
        article(
          `title: Story number ${i}\ndate: 2026-11-${String(20 - (i % 20)).padStart(2, '0')}\nkind: ${i % 5 === 0 ? 'opinion' : 'news'}`,
        ),
      ]),
    );
    const site = newsroom({
      ...files,
      'content/articles/news/breaking.md': article(
        'title: The breaking one\ndate: 2026-11-24 11:00\nbreaking: true',
      ),
      'content/fronts/home.yaml': 'lead: articles/news/s3\nsecondary: [articles/news/s7]\n',
    });
    await site.build();
    const links = [
      ...site.read('index.html').matchAll(/<h[1-6][^>]*>(?:(?!<\/h)[\s\S])*?<a [^>]*href="(\/2026[^"]*)"/g),
    ].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(15);
    expect(new Set(links).size).toBe(links.length);
    expect(site.read('index.html').indexOf('The breaking one')).toBeGreaterThan(-1);
    expect(links).toContain('/2026/11/s3/');
    // Six hours on, the editor's lead leads.
    await site.build({ now: Date.parse('2026-11-24T18:00:00Z') });
    expect(site.read('index.html')).not.toMatch(/class="[^"]*breaking/);
  });
});
