import { describe, expect, it, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { CRAWLERS } from '../../src/stages/sitemaps/crawlers.js';
import { codes, newsroom, SITE_YAML } from '../support/site.js';

/** Reads robots.txt as RFC 9309 says: the paths that a program may not read. */
function disallowed(text: string, agent: string): string[] {
  const groups: { agents: string[]; rules: [string, string][] }[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [] });
      groups.at(-1)?.agents.push(value.toLowerCase());
      open = true;
    } else if (name === 'allow' || name === 'disallow') {
      groups.at(-1)?.rules.push([name, value]);
      open = false;
    }
  }
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const own = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  return own.flatMap(({ rules }) =>
    rules.flatMap(([name, path]) => (name === 'disallow' && path !== '' ? [path] : [])),
  );
}

async function robots(yaml: string): Promise<string> {
  const site = newsroom({ 'content/site.yaml': SITE_YAML + yaml });
  await site.build();
  return site.read('robots.txt');
}

describe('robots.txt', () => {
  it('lets everybody read everything, and says where the sitemaps are', async () => {
    expect(await robots('')).toBe(`User-agent: *
Disallow:

Sitemap: https://herald.example/sitemap.xml
Sitemap: https://herald.example/sitemap-news.xml
`);
  });

  it('asks those to stay away that come for what the site does not want, and nobody else', async () => {
    const text = await robots('crawlers: { training: disallow, user: disallow }');
    for (const agent of [...CRAWLERS.training, ...CRAWLERS.user]) {
      expect([agent, disallowed(text, agent)]).toEqual([agent, ['/']]);
    }
    for (const agent of [...CRAWLERS.search, 'Googlebot', 'Bingbot', 'facebookexternalhit']) {
      expect([agent, disallowed(text, agent)]).toEqual([agent, []]);
    }
  });

  it('has the newsroom’s own lines for all programs, or for those that they name', async () => {
    const text = await robots(
      'crawlers:\n  training: disallow\n  lines:\n    - "Disallow: /search/"\n    - ""\n    - "User-agent: GreedyBot # a note"\n    - "Disallow: /media/"',
    );
    expect(disallowed(text, 'Googlebot')).toEqual(['/search/']);
    expect(disallowed(text, 'GreedyBot')).toEqual(['/media/']);
    expect(disallowed(text, 'GPTBot')).toEqual(['/']);
    expect(text.match(/^Sitemap:/gm)).toHaveLength(2);
  });

  test.each([
    ['no robots here', 'crawler-line'],
    ['Disallow /x/', 'crawler-line'],
    ['<html>', 'crawler-line'],
    ['Disallow: /x/\\nUser-agent: *', 'crawler-line'],
    ['# a note', null],
    ['Sitemap: https://other.example/sitemap.xml', null],
  ])('takes the line "%s" only where programs understand it', (line, code) => {
    const { problems } = loadConfig(
      `url: https://x.example/\ncrawlers:\n  lines:\n    - "${line}"`,
      'content/site.yaml',
    );
    expect(problems.map((problem) => `${problem.code} ${problem.line}`)).toEqual(
      code === null ? [] : [`${code} 4`],
    );
  });

  it('is the newsroom’s own file where there is one, and says that `crawlers` then means nothing', async () => {
    const site = newsroom({
      'content/static/robots.txt': 'User-agent: *\nDisallow: /\n',
      'content/site.yaml': SITE_YAML,
    });
    expect([(await site.build()).outcome, codes(await site.build())]).toEqual(['done', []]);
    expect(site.read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    site.write({ 'content/site.yaml': `${SITE_YAML}crawlers: { training: disallow }\n` });
    const { problems } = await site.build();
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['crawlers-unused', 4]]);
  });

  it('says what to copy where the site lies in a folder of its host', async () => {
    const site = newsroom({
      'content/site.yaml': 'title: T\nurl: https://paper.example/news/\ncrawlers: { training: disallow }\n',
    });
    const result = await site.build();
    expect(result.problems.map(({ code, line }) => [code, line])).toEqual([['robots-in-folder', 3]]);
    const text = site.read('robots.txt');
    expect(text).toContain('https://paper.example/robots.txt');
    expect(disallowed(text, 'GPTBot')).toEqual(['/news/']);
    expect(text).toContain('Sitemap: https://paper.example/news/sitemap.xml');
  });
});

describe('the list of crawlers', () => {
  it('has each name once', () => {
    const all = Object.values(CRAWLERS).flat();
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^[\w-]+$/);
  });
});
