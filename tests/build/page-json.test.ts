import { describe, expect, it } from 'vitest';
import { fewPagesPacker, pagePacker, pageReader } from '../../src/build/page-json.js';
import { frontPageOf } from './support.js';

describe('a page as text', () => {
  it.each(['Rain', '\0', '\0Rain', 'a\0b', '\\u0000'])(
    'is read as it was, with %j in a text of it',
    async (words) => {
      const { site, page } = await frontPageOf(words);
      for (const { pack, met } of [pagePacker(site), fewPagesPacker(site)]) {
        expect(pageReader(met)(pack(page))).toEqual(page);
        expect(met.size).toBeGreaterThan(0);
      }
    },
  );

  it('is the same for few pages as for all, whatever calls itself `id` in the content', async () => {
    const { site, page } = await frontPageOf('Rain');
    const [brief] = site.entries.map((entry) => entry.brief);
    const extra = { video: { id: { toString: 'x' } }, other: { id: brief?.id }, none: { id: null } };
    Object.assign(page.view, { extra, brief });
    expect(fewPagesPacker(site).pack(page)).toBe(pagePacker(site).pack(page));
  });
});
