import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { article, newsroom, type TestSite } from '../support/site.js';
import { dateline, type Transcript } from './support.js';

const TOPICS = ['ferry harbour captain', 'school court ruling', 'bees honey garden', 'tram rails budget'];

let site: TestSite;
beforeAll(() => {
  const files: Record<string, string> = {};
  TOPICS.forEach((topic, t) => {
    for (const n of [1, 2, 3]) {
      const link = n === 1 ? '' : ` More of it [here](t${t}-${n - 1}.md).`;
      files[`content/articles/t${t}-${n}.md`] = article(
        `title: Story ${t} ${n}\ndate: 2026-11-1${n}\nsection: local`,
        `${topic} ${topic}, told on day ${n}.${link}`,
      );
    }
  });
  files['content/articles/secret.md'] = article(
    'title: Merger planned\nid: merger\ndate: 2026-11-12\ndraft: true',
  );
  files['content/articles/paid.md'] = article('title: Buy this\ndate: 2026-11-12\nkind: sponsored');
  files['content/articles/pin.md'] = article(
    'title: Something else\ndate: 2026-11-15\nrelated: [t0-1.md]',
    'Snow fell. [Buy](paid.md)',
  );
  site = newsroom(files);
  const lines = (all: readonly unknown[]): string => all.map((line) => `${JSON.stringify(line)}\n`).join('');
  const named = { id: 'content/articles/t0-3.md', links: ['/2026/11/t0-1/', 'articles/t0-2'] };
  writeFileSync(join(site.root, 'links.jsonl'), lines([named]));
  writeFileSync(
    join(site.root, 'wrong.jsonl'),
    lines([named, { id: 'articles/t1-2', links: ['articles/t1-l', 'merger'] }]),
  );
  writeFileSync(join(site.root, 'broken.jsonl'), `${lines([named])}nonsense\n`);
  writeFileSync(join(site.root, 'empty.jsonl'), '');
});

const ask = (call: string, env: Readonly<Record<string, string>> = {}): Promise<Transcript> =>
  dateline(site.root, call.split(' '), { env });

describe('dateline related --score', () => {
  it('measures the lists by the newsroom’s own links and pins, which its pins do not help', async () => {
    const { status, out } = await ask('related --score --json');
    expect(status).toBe(0);
    // Eight links in texts and a pin; the link to a paid-for story can be in no list.
    expect(JSON.parse(out)).toMatchObject({ articles: 9, links: 9 });
    const quality: { recall5: number; ndcg5: number } = JSON.parse(out);
    expect(quality.recall5).toBeGreaterThan(0.85);
    expect(quality.recall5).toBeLessThan(1);
  });

  it('says it in words', async () => {
    const { out } = await ask('related --score');
    expect(out).toMatch(
      /^9 links of 9 articles, from the newsroom’s own links and pins\n {2}nDCG@5 +0\.\d{3} /,
    );
  });

  it('measures by a file, which names articles by id, file or address', async () => {
    const { status, out } = await ask('related --score links.jsonl --json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      articles: 1,
      links: 2,
      ndcg5: 1,
      recall10: 1,
      mrr: 1,
      coverage: 1,
    });
  });

  it('ends with status 1 where the lists are worse than they must be', async () => {
    expect((await ask('related --score links.jsonl --least 1')).status).toBe(0);
    const { status, out, err } = await ask('related --score --least 1');
    expect(status).toBe(1);
    expect(out).toContain('nDCG@5');
    expect(err).toMatch(/^nDCG@5 is 0\.\d+, less than the 1 that `--least` wants\.\n$/);
  });

  it.each([{}, { CI: 'true' }])(
    'tells of names that mean nothing and, by its file alone, of what can’t be seen (%j)',
    async (env) => {
      const { status, out, err } = await ask('related --score wrong.jsonl --json', env);
      expect(status).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ articles: 1 });
      expect(err).toMatch(/wrong\.jsonl:2:\d+ unknown-link-id/);
      expect(err).toContain('Did you mean "articles/t1-1"?');
      expect(err).toMatch(/wrong\.jsonl:2:\d+ hidden-link-id/);
      expect(err).toContain('content/articles/secret.md');
      expect(err).not.toMatch(/merger/i);
    },
  );

  it.each([
    ['a line that says something else', 'broken.jsonl', 'broken.jsonl:2:1 links-syntax'],
    ['a file that is not there', 'nowhere.jsonl', 'nowhere.jsonl links-missing'],
    ['a file without a link', 'empty.jsonl', 'empty.jsonl no-links'],
  ])('measures nothing with %s', async (_, file, told) => {
    const { status, out, err } = await ask(`related --score ${file}`);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`error ${told}`);
  });
});
