import { describe, expect, it } from 'vitest';
import { pagePacker, pageReader } from '../../src/build/page-json.js';
import { frontPageOf } from './support.js';

describe('a page as text', () => {
  it.each(['Rain', '\0', '\0Rain', 'a\0b', '\\u0000'])(
    'is read as it was, with %j in a text of it',
    async (words) => {
      const { site, page } = await frontPageOf(words);
      const { pack, met } = pagePacker(site);
      expect(pageReader(met)(pack(page))).toEqual(page);
      expect(met.size).toBeGreaterThan(0);
    },
  );
});
