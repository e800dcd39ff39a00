import { describe, expect, it } from 'vitest';
import { type Meant, measure, readLinks } from '../../../src/stages/relate/index.js';

const DAY = 86_400_000;
const lists = (of: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(of).map(([id, all]) => [id, all.map((other, n) => ({ id: other, score: 9 - n }))]));
const links = (of: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(of).map(([id, all]) => [id, new Set(all)]));
const dates = new Map(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'me'].map((id, n) => [id, n * 10 * DAY]));
dates.set('same-day', 70.5 * DAY);
dates.set('later', 90 * DAY);

describe('measuring lists by links', () => {
  it('is 1 where the links come first, whatever their order', () => {
    expect(measure(lists({ me: ['b', 'a', 'c'] }), links({ me: ['a', 'b'] }), dates)).toEqual({
      articles: 1,
      links: 2,
      ndcg5: 1,
      recall5: 1,
      recall10: 1,
      mrr: 1,
      coverage: 1,
    });
  });

  it('is 0 where none is found', () => {
    const of = measure(lists({}), links({ me: ['a'] }), dates);
    expect(of).toMatchObject({ articles: 1, ndcg5: 0, recall5: 0, recall10: 0, mrr: 0, coverage: 0 });
  });

  it('falls with the place', () => {
    const of = measure(lists({ me: ['a', 'b', 'c'] }), links({ me: ['c'] }), dates);
    expect(of).toMatchObject({ ndcg5: 0.5, recall5: 1, mrr: 0.3333 });
    const sixth = measure(lists({ me: ['a', 'b', 'c', 'd', 'e', 'f'] }), links({ me: ['f'] }), dates);
    expect(sixth).toMatchObject({ ndcg5: 0, recall5: 0, recall10: 1, mrr: 0.1667 });
  });

  it('is the mean over articles', () => {
    const of = measure(lists({ me: ['a'], g: ['a'] }), links({ me: ['a'], g: ['b'] }), dates);
    expect(of).toMatchObject({ articles: 2, ndcg5: 0.5, coverage: 1 });
  });

  it('looks away from what is newer, in lists and links, with a day’s tolerance', () => {
    const list = lists({ me: ['later', 'a', 'same-day'] });
    expect(measure(list, links({ me: ['later', 'a'] }), dates)).toMatchObject({ links: 1, ndcg5: 1 });
    expect(measure(list, links({ me: ['same-day'] }), dates)).toMatchObject({ mrr: 0.5 });
    expect(measure(list, links({ me: ['later', 'me'] }), dates)).toMatchObject({ articles: 0, ndcg5: 0 });
  });
});

describe('a file of links', () => {
  const meantBy = (name: string): Meant =>
    name === 'secret' ? { hidden: 'content/x.md' } : ['a', 'b', 'me'].includes(name) ? { id: name } : null;
  const read = (text: string) => readLinks('links.jsonl', text, meantBy, ['a', 'b', 'me']);

  it('has a line for each article; lines of one article are joined', () => {
    const { links: found, problems } = read(
      '{"id":"me","links":["a"]}\r\n\r\n{"id": "me", "links": ["b"]}\n{"id":"a","links":[]}\n',
    );
    expect(problems).toEqual([]);
    expect([...found].map(([id, all]) => [id, [...all]])).toEqual([
      ['me', ['a', 'b']],
      ['a', []],
    ]);
  });

  it.each([
    '{"id": "me"',
    '["me", "a"]',
    '{"id": "me"}',
    '{"id": 5, "links": []}',
    '{"id": "me", "links": [1]}',
    'null',
  ])('is told of a line such as %s, with its number', (line) => {
    expect(read(`{"id":"a","links":[]}\n${line}`).problems).toMatchObject([
      { code: 'links-syntax', severity: 'error', file: 'links.jsonl', line: 2, column: 1 },
    ]);
  });

  it('is told of names that mean nothing, and what was probably meant', () => {
    const { links: found, problems } = read('{"id":"me","links":["a","mee","zzzzzz"]}');
    expect(problems).toMatchObject([
      { code: 'unknown-link-id', severity: 'warning', line: 1, column: 25, hint: 'Did you mean "me"?' },
      { code: 'unknown-link-id', hint: 'Write an article’s id, the path of its file, or its address.' },
    ]);
    expect([...(found.get('me') ?? [])]).toEqual(['a']);
  });

  it('is told of an article that readers can’t see by its file alone', () => {
    const { problems } = read('{"id":"me","links":["secret"]}');
    expect(problems).toMatchObject([{ code: 'hidden-link-id', line: 1, column: 21 }]);
    expect(JSON.stringify(problems)).toContain('content/x.md');
    expect(JSON.stringify(problems)).not.toContain('secret');
  });
});
