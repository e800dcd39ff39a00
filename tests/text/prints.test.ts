import { describe, expect, it } from 'vitest';
import { MOST_PRINTS } from '../../src/text/prints.js';
import { termsOf } from '../../src/text/terms.js';

const of = (text: string, title = '') => termsOf({ title, summary: '', tags: [], text });
const words = (count: number): string => Array.from({ length: count }, (_, n) => `w${n}`).join(' ');

describe('prints of a text', () => {
  it('are one for every four neighbouring words, each once', () => {
    expect(of('a b c').prints).toHaveLength(0);
    expect(of('a b c d e').prints).toHaveLength(2);
    expect(of('a b c d a b c d').prints).toHaveLength(4);
  });

  it('don’t see capitals, punctuation or the headline', () => {
    expect(of('One, two: three four!', 'Headline of many words').prints).toEqual(
      of('one two three four').prints,
    );
  });

  it('see the order of words', () => {
    expect(of('a b c d').prints).not.toEqual(of('a b d c').prints);
  });

  it('of a long text are thinned as little as leaves no more than may be', () => {
    for (const count of [132, 500, 5000, 40_000]) {
      const { prints, thinning } = of(words(count));
      expect(prints.length).toBeLessThanOrEqual(MOST_PRINTS);
      expect(prints.length).toBeGreaterThan(20);
      for (const print of prints) expect(print % 2 ** thinning).toBe(0);
    }
    expect(of(words(131)).thinning).toBe(0);
    expect(of(words(132)).thinning).toBe(1);
  });

  it('of a part are those of the whole, thinned alike', () => {
    const whole = new Set(of(words(3000)).prints);
    const { thinning } = of(words(3000));
    for (const print of of(words(300)).prints) expect(whole.has(print)).toBe(print % 2 ** thinning === 0);
  });
});
