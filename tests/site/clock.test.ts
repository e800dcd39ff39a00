import { expect, it } from 'vitest';
import { article, codes, newsroom, SITE_YAML } from '../support/site.js';

const LONG_AGO = Date.parse('1970-01-01T00:00:00Z');
const stories = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `content/articles/a${n}.md`,
      article(`title: A ${n}\ndate: 2026-11-0${n + 1}`),
    ]),
  );

it.each([1, 5])('a clock that went back is told where it empties the site (%i published)', async (count) => {
  const site = newsroom(stories(count));
  expect(codes(await site.build())).toEqual([]);
  const result = await site.build({ now: LONG_AGO });
  expect(codes(result)).toEqual(['clock-behind']);
  expect(result.problems[0]?.message).toContain('1970-01-01T00:00:00Z');
});

it('a clock that went back publishes nothing where site.yaml says that it is an error', async () => {
  const site = newsroom({
    ...stories(5),
    'content/site.yaml': `${SITE_YAML}severity: { clock-behind: error }\n`,
  });
  await site.build();
  const before = site.published();
  expect((await site.build({ now: LONG_AGO })).outcome).toBe('content');
  expect(site.published()).toEqual(before);
});

it('a story under a new embargo, and a first build of what is to come, are no matter of the clock', async () => {
  const site = newsroom(stories(5));
  expect(codes(await site.build({ now: LONG_AGO }))).toEqual([]);
  await site.build();
  site.write({ 'content/articles/a1.md': article('title: A 1\ndate: 2026-11-02\nembargo: 2027-01-01') });
  expect(codes(await site.build())).toEqual([]);
});
