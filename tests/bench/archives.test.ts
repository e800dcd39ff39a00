import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp.js';

const LIB = join(import.meta.dirname, '../../bench/lib');

interface Archived {
  path: string;
  day: string | null;
}
const { nameOf, readArticles }: { nameOf(path: string): string; readArticles(folder: string): Archived[] } =
  await import(join(LIB, 'archives.mjs'));
const { cosineLists }: { cosineLists(articles: Archived[], wanted: Set<string>): Map<string, string[]> } =
  await import(join(LIB, 'rivals.mjs'));

const folder = tempFolder('archives');

const FILES = {
  'news/2024-03-05-ferry.md':
    '---\ntitle: The ferry\ndate: 2024-03-05 9:29:47 -0400\ntags: harbour, ferry\n---\nThe ferry stays at the quay.\n',
  'news/quay/index.md':
    '---\ntitle: A new quay\npublished: "2024-02-01"\ntopics:\n  - harbour\nauthor: Ana\n---\nA quay for the ferry.\n',
  '20240101 The budget.md':
    '[#]: author: (Ben https://ben.example/)\n[#]: subject: (The budget)\n\nThe council speaks of money.\n',
  '2024-04-01-later.md': '---\ntitle: Later\n---\nThe ferry and the quay again.\n',
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text.replaceAll('\n', '\r\n'));
}

describe('what the benches read of other people’s archives', () => {
  const articles = readArticles(folder);
  const of = (name: string) => articles.find(({ path }) => nameOf(path) === name);

  it('finds fields under the names that each archive has for them, and dates where it keeps them', () => {
    expect(of('news/2024-03-05-ferry')).toMatchObject({
      title: 'The ferry',
      day: '2024-03-05',
      tags: ['harbour', 'ferry'],
    });
    expect(of('news/quay')).toMatchObject({ day: '2024-02-01', tags: ['harbour'], authors: ['Ana'] });
    expect(of('20240101 The budget')).toMatchObject({
      title: 'The budget',
      day: '2024-01-01',
      authors: ['Ben'],
    });
    expect(of('2024-04-01-later')?.day).toBe('2024-04-01');
  });

  it('lists the nearest by cosine, none of them newer', () => {
    const path = of('news/2024-03-05-ferry')?.path ?? '';
    const lists = cosineLists(articles, new Set([path]));
    expect([...lists.keys()]).toEqual([path]);
    expect(lists.get(path)?.[0]).toBe('news/quay/index.md');
    expect(lists.get(path)).not.toContain('2024-04-01-later.md');
  });
});
