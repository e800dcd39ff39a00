import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, newsroom, SITE_YAML } from '../support/site.js';
import { dateline } from './support.js';

const site = newsroom({
  'content/articles/storm.md': article('title: Storm\ndate: 2026-11-01\naliases: [/old/]'),
  'content/articles/secret.md': article('title: Secret\ndate: 2027-01-01\naliases: [/secret-old/]'),
});
const urls = (...args: string[]) => dateline(site.root, ['urls', ...args]);
const ledger = (): string => readFileSync(join(site.root, 'urls.txt'), 'utf8');

describe('dateline urls', () => {
  it('writes nothing unasked', async () => {
    const { status, out } = await urls();
    expect([status, out]).toEqual([
      0,
      'There is no urls.txt yet. `dateline urls --save` makes it, with 5 addresses.\n',
    ]);
    await dateline(site.root, ['build', '--no-cache']);
    expect(existsSync(join(site.root, 'urls.txt'))).toBe(false);
  });

  it('saves what was published, and nothing of what is not', async () => {
    expect((await urls('--save')).out).toBe('urls.txt is there, with 5 addresses. Commit it.\n');
    expect(ledger().split('\n').slice(2)).toEqual([
      '/2026/11/storm/ articles/storm',
      '/atom.xml feed:site',
      '/feed.json feed:site',
      '/feed.xml feed:site',
      '/old/ articles/storm',
      '',
    ]);
    for (const flag of ['--future', '--drafts']) {
      expect((await urls('--save', flag)).status).toBe(2);
      expect(ledger()).not.toContain('secret');
    }
  });

  it('adds what is new, keeps what has vanished, and tells of both', async () => {
    site.write({
      'content/articles/storm.md': article('title: Storm\ndate: 2026-11-01\nslug: gale'),
      'content/articles/more.md': article('title: More\ndate: 2026-11-03'),
    });
    expect(JSON.parse((await urls('--json')).out)).toEqual({
      known: 5,
      new: ['/2026/11/more/', '/2026/11/gale/'],
      vanished: ['/2026/11/storm/', '/old/'],
    });
    const { out, err } = await urls('--save');
    expect(out).toBe(
      'urls.txt knows 5 addresses, 2 answered no more.\n2 addresses added. Commit urls.txt.\n  /2026/11/more/\n  /2026/11/gale/\n',
    );
    expect(err).toContain('Write into content/articles/storm.md: `aliases: [/2026/11/storm/]`');
    expect(ledger().match(/^\/\S+/gm)).toEqual([
      '/2026/11/gale/',
      '/2026/11/more/',
      '/2026/11/storm/',
      '/atom.xml',
      '/feed.json',
      '/feed.xml',
      '/old/',
    ]);
  });
});

describe('rules for servers', () => {
  it('lie beside the manifest of each output folder, and go when they are wanted no more', async () => {
    const paper = newsroom({
      'content/site.yaml': `${SITE_YAML}redirects: [html, nginx, s3]\n`,
      'content/articles/storm.md': article('title: Storm\ndate: 2026-11-01\naliases: [/old/]'),
    });
    const { err } = await dateline(paper.root, ['build', '--no-cache']);
    expect(err).toContain('.dateline/redirects/');
    const names = (folder: string) => readdirSync(join(paper.root, folder)).sort();
    expect(names('.dateline/redirects')).toEqual([
      'nginx-headers-map.conf',
      'nginx-headers.conf',
      'nginx-maps.conf',
      'nginx-server.conf',
      's3.json',
    ]);
    const preview = await dateline(paper.root, [
      'build',
      '--no-cache',
      '--out',
      'preview',
      '--base-url',
      'https://p.example/',
    ]);
    const folder = /server rules\s+(\S+)\//.exec(preview.err)?.[1] ?? '';
    expect(folder).toMatch(/^\.dateline\/out\/[0-9a-f]{16}\/redirects$/);
    expect(readFileSync(join(paper.root, folder, 'nginx-maps.conf'), 'utf8')).toContain(
      '"https://p.example/2026/11/storm/"',
    );
    paper.write({ 'content/site.yaml': SITE_YAML });
    await dateline(paper.root, ['build', '--no-cache']);
    expect(names('.dateline/redirects')).toEqual([]);
    expect(names(folder)).toHaveLength(5);
  });
});

it('keeps the id that an address was published with until somebody has decided', async () => {
  const moved = newsroom({ 'content/articles/a.md': article('title: Storm\ndate: 2026-11-01\nslug: storm') });
  const run = (...args: string[]) => dateline(moved.root, ['urls', ...args]);
  await run('--save');
  moved.rename('content/articles/a.md', 'content/articles/local/a.md');
  moved.write({ 'content/articles/b.md': article('title: B\ndate: 2026-11-02') });
  for (const _ of ['told', 'and told again']) expect((await run('--save')).err).toContain('id: articles/a');
  expect(readFileSync(join(moved.root, 'urls.txt'), 'utf8')).toContain('/2026/11/storm/ articles/a\n');
});
