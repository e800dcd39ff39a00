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

describe('a site without a permanent name', () => {
  const URL = 'title: T\nurl: https://herald.example/\n';
  const told = async (yaml: string): Promise<readonly string[]> => {
    const site = newsroom({
      'content/site.yaml': yaml,
      'content/articles/a.md': article('title: A\ndate: 2026-11-20'),
    });
    const { problems } = await site.check();
    return problems.map(({ code, hint }) => `${code}: ${hint}`);
  };

  it('is told once that its feeds hang on the domain, with the line that keeps their names', async () => {
    expect(await told(URL)).toEqual([expect.stringMatching(/^site-id-missing: Write `id: herald\.example`/)]);
  });

  it.each([
    ['with a name', `${URL}id: paper\n`],
    ['without feeds', `${URL}feeds: false\n`],
  ])('is not told %s', async (_, yaml) => {
    expect(await told(yaml)).toEqual([]);
  });

  it('is not held up by that: a build says nothing of it', async () => {
    expect((await newsroom({ 'content/site.yaml': URL }).build()).problems).toEqual([]);
  });
});
