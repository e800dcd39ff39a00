import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { article, newsroom } from '../support/site.js';

describe('problems of articles that nobody may know of', () => {
  it('are marked confidential, whatever stage found them', async () => {
    const site = newsroom({
      'content/articles/draft.md': article(
        'title: Draft\ndate: 2026-11-01\ndraft: true',
        'A [link](nowhere.md) and {{< gist x >}}.',
      ),
      'content/articles/later.md': article('title: Later\ndate: 2027-03-01', 'Some {{< gist x >}} here.'),
      'content/articles/wrong.md': article('title: Wrong\ndate: 2027-03-01\nkind: nonsense'),
      'content/articles/seen.md': article('title: Seen\ndate: 2026-11-01', 'A [link](nowhere.md).'),
    });
    const { problems } = await site.build();
    expect(problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(
        ['draft', 'later', 'wrong', 'seen'].map((name) => `content/articles/${name}.md`),
      ),
    );
    for (const { file, confidential } of problems) {
      expect([file, confidential === true]).toEqual([file, !file.endsWith('seen.md')]);
    }
  });
});

describe('--on-invalid', () => {
  const good = article('title: Good version\ndate: 2026-11-01');

  it('keep shows a wrong article as it last was, and says so by its status', async () => {
    const site = newsroom({ 'content/articles/a.md': good });
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ 'content/articles/a.md': article('title: Bad version\ndate: 2026-13-01') });
    const result = await site.build({ store, onInvalid: 'keep' });
    expect(result.outcome).toBe('faults');
    expect(site.read('2026/11/a/index.html')).toContain('Good version');
  });

  it('keep does not bring back what is a draft by now', async () => {
    const site = newsroom({
      'content/articles/a.md': good,
      'content/articles/b.md': article('title: Other\ndate: 2026-11-02'),
    });
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ 'content/articles/a.md': article('title: Bad version\ndate: 2026-13-01\ndraft: true') });
    await site.build({ store, onInvalid: 'keep' });
    expect([...site.published().keys()].join()).not.toContain('2026/11/a/');
  });

  it('skip publishes the others', async () => {
    const site = newsroom({
      'content/articles/a.md': good,
      'content/articles/b.md': article('title: No date'),
    });
    const result = await site.build({ onInvalid: 'skip' });
    expect([result.outcome, result.articles, result.invalid]).toEqual(['faults', 1, 1]);
  });
});
