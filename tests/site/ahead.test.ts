import { expect, test } from 'vitest';
import { article, newsroom } from '../support/site.js';

test('live posts and corrections that are published before their date are told, in articles that can be seen', async () => {
  const parts = [
    'live:',
    '  - { date: 2026-11-24 11:00, text: Doors open }',
    '  - { date: 2026-11-24 19:00, text: Results }',
    '  - { date: 2026-11-24 18:00, text: Polls close }',
    'corrections:',
    '  - { date: 2026-11-26, text: A wrong fare. }',
  ].join('\n');
  const site = newsroom({
    'content/articles/a.md': article(`title: Live\ndate: 2026-11-24 10:00\n${parts}`),
    'content/articles/b.md': article(`title: To come\ndate: 2026-11-25\n${parts}`),
    'content/articles/c.md': article(`title: Draft\ndate: 2026-11-20\ndraft: true\n${parts}`),
  });
  const told = [
    ['content/articles/a.md', 5, 'shown-ahead'],
    ['content/articles/a.md', 9, 'shown-ahead'],
  ];
  for (const { problems } of [await site.check(), await site.build()]) {
    const ahead = problems.filter(({ code }) => code === 'shown-ahead');
    expect(ahead.map(({ file, line, code }) => [file, line, code])).toEqual(told);
    expect(ahead[0]?.message).toMatch(/^2 live posts .*2026-11-24T18:00:00/);
  }
  // In their time nothing is left to tell.
  const later = await site.build({ now: Date.parse('2026-11-27T12:00:00Z') });
  expect(later.problems.map(({ code }) => code)).not.toContain('shown-ahead');
});
