import { expect, it } from 'vitest';
import { article, newsroom } from '../support/site.js';

const HIDDEN = '<span class="hidden">Picture: </span>';

it('names a credit for screen readers once, where it has no label of its own', async () => {
  const credits: [string, string][] = [
    ['Ana Leka', HIDDEN],
    ['Photo: Ana Leka', ''],
    ['Photo : Ana Leka', ''],
    ['图片：新华社', ''],
    ['https://photos.example/1', HIDDEN],
    ['Ana Leka for the Herald: 2026', HIDDEN],
  ];
  const pictures = credits.map(
    ([credit], n) =>
      [
        `content/articles/a${n}.md`,
        article(`title: A${n}\ndate: 2026-11-20\nimage: { src: q.svg, alt: Q, credit: "${credit}" }`),
      ] as const,
  );
  const site = newsroom({
    'content/media/q.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    ...Object.fromEntries(pictures),
  });
  await site.build();
  for (const [n, [credit, label]] of credits.entries())
    expect(/<span class="credit">.*?<\/figcaption>/.exec(site.read(`2026/11/a${n}/index.html`))?.[0]).toBe(
      `<span class="credit">${label}${credit}</span></figcaption>`,
    );
});
