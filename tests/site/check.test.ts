import { describe, expect, it } from 'vitest';
import { article, codes, newsroom } from '../support/site.js';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>';

const found = async (fields: string, text?: string): Promise<string[]> =>
  codes(
    await newsroom({
      'content/articles/a.md': article(`title: A\ndate: 2026-11-20\n${fields}`, text),
      'content/media/there.svg': PICTURE,
    }).check(),
  );

describe('a picture without words for those who can’t see it', () => {
  it.each([
    ['a lead picture', 'image: there.svg', undefined],
    ['a picture in the text', '', '![](/media/there.svg)'],
  ])('is told of as %s', async (_, fields, text) => {
    expect(await found(fields, text)).toEqual(['missing-alt']);
  });

  it.each([
    ['a lead picture', 'image: none.png', undefined],
    ['a picture in the text', '', '![](none.png)'],
  ])('is told as missing alone where no page shows it, as %s', async (_, fields, text) => {
    expect(await found(fields, text)).toEqual(['missing-picture']);
  });

  it('of another site is told as that alone, as no page shows it', async () => {
    expect(await found('image: https://x.example/a.png')).toEqual(['remote-picture']);
  });
});
