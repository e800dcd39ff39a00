import { describe, expect, it } from 'vitest';
import { nameInWords, wordsOfSlug } from '../../src/text/slug-names.js';

describe('a name that is a slug', () => {
  it.each([
    ['aidan-feldman', 'author', 'Aidan Feldman'],
    ['jean_luc_picard', 'author', 'Jean Luc Picard'],
    ['çlirim-hoxha', 'author', 'Çlirim Hoxha'],
    ['open-source', 'tag', 'Open source'],
    ['press-freedom', 'series', 'Press freedom'],
  ] as const)('is told in words: %s', (slug, kind, name) => expect(nameInWords(slug, kind)).toBe(name));

  it.each([
    ['geekpi', 'author'],
    ['Aidan Feldman', 'author'],
    ['Jean-Luc', 'author'],
    ['j.smith-2', 'author'],
    ['wi-fi', 'tag'],
    ['e-mail', 'tag'],
    ['covid-19', 'tag'],
    ['Open-source', 'tag'],
    ['تهران-امروز', 'tag'],
  ] as const)('stays as it is where it may be meant so: %s', (name, kind) => {
    expect(nameInWords(name, kind)).toBe(name);
  });

  it('has one capital, or one for each word', () => {
    expect(wordsOfSlug('climate-policy')).toBe('Climate policy');
    expect(wordsOfSlug('rudina-leka', true)).toBe('Rudina Leka');
  });
});
