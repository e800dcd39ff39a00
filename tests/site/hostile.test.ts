import { describe, expect, it } from 'vitest';
import { codes, newsroom } from '../support/site.js';

describe('front matter in a language that is none', () => {
  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'js'])(
    '`---%s` is a problem of the article, not a crash',
    async (name) => {
      const site = newsroom({
        'content/articles/a.md': `---${name}\ntitle: A\ndate: 2026-11-01\n---\n\nText.\n`,
      });
      const result = await site.build();
      expect([result.outcome, codes(result)]).toEqual(['content', ['front-matter-language']]);
    },
  );
});
