import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify, slugPath } from '../../src/text/slug.js';

/** Letters of many scripts, marks, and whatever has a meaning in a path, an address or HTML. */
const SIGNS = [
  ...'aZëÇİßаЖΣ北ंักه۵٣½Å\u0301\u0308\u200c\u200d\u00ad\ufeff\u2028🚆👩\ud83d',
  ...'/\\.%2eF?#&<>"\'`-_ \t\n\0:*|~',
];

describe('slugify', () => {
  it.each([
    ['Night trains return', 'night-trains-return', 'night-trains-return'],
    ['Çlirimi', 'çlirimi', 'clirimi'],
    ['Gjirokastër', 'gjirokastër', 'gjirokaster'],
    ['Gjirokaste\u0308r', 'gjirokastër', 'gjirokaster'],
    ['Москва слезам не верит', 'москва-слезам-не-верит', 'moskva-slezam-ne-verit'],
    ['Αθήνα', 'αθήνα', 'athina'],
    ['北京 2023', '北京-2023', 'bei-jing-2023'],
    ['چه باید کرد؟', 'چه-باید-کرد', 'chh-byd-khrd'],
    ['می\u200cخواهم', 'می-خواهم', 'my-khwhm'],
    ['Straße', 'straße', 'strasse'],
    ['O’Riordan’s "day"', 'oriordans-day', 'oriordans-day'],
    ["It's", 'its', 'its'],
    ['0.9.8-release', '0-9-8-release', '0-9-8-release'],
    ['end_users', 'end-users', 'end-users'],
    ['a/b\\c', 'a-b-c', 'a-b-c'],
    ['Mac & Cheese!', 'mac-cheese', 'mac-cheese'],
    ['  -- a --  ', 'a', 'a'],
    ['%EF%BB%BFgsoc', 'gsoc', 'gsoc'],
    ['caf%C3%A9', 'café', 'cafe'],
    ['100%', '100', '100'],
    ['50% off %zz', '50-off-zz', '50-off-zz'],
    ['İstanbul', 'i̇stanbul', 'istanbul'],
    ['soft\u00adhyphen', 'softhyphen', 'softhyphen'],
    ['🚆 trains', 'trains', 'trains'],
  ])('makes an address of %j', (text, unicode, ascii) => {
    expect(slugify(text, 'unicode')).toBe(unicode);
    expect(slugify(text, 'ascii')).toBe(ascii);
  });

  it.each(['', '.', '..', '...', '🚆', '؟', '/', '%2e%2e'])(
    'makes a hash of %j, which has no letter',
    (text) => {
      expect(slugify(text, 'unicode')).toMatch(/^[0-9a-f]{10}$/);
      expect(slugify(text, 'ascii')).toMatch(/^[0-9a-f]{10}$/);
    },
  );

  it('gives texts without a letter different addresses', () => {
    expect(slugify('🚆', 'unicode')).not.toBe(slugify('🚂', 'unicode'));
  });

  it('cuts at a word, at most 200 bytes', () => {
    expect(slugify(`${'word '.repeat(60)}end`, 'unicode')).toBe(`${'word-'.repeat(39)}word`);
    expect(slugify('车'.repeat(300), 'unicode')).toBe('车'.repeat(66));
    expect(slugify('x'.repeat(300), 'unicode')).toBe('x'.repeat(200));
  });

  it('is always one safe part of a path, and stays as it is when made again', () => {
    for (const mode of ['unicode', 'ascii'] as const) {
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 100 }), (text) => {
          const slug = slugify(text, mode);
          const safe =
            slug !== '' &&
            slug === slug.normalize('NFC') &&
            !/[/\\.%?#&\s\p{Cc}<>"'`]/u.test(slug) &&
            new TextEncoder().encode(slug).length <= 200 &&
            (mode === 'unicode' || /^[a-z0-9-]+$/.test(slug));
          expect([slug, safe, slugify(slug, mode)]).toEqual([slug, true, slug]);
        }),
        { numRuns: 400 },
      );
    }
  });
});

it('makes a path of parts', () => {
  expect(slugPath('World / Southern Europe//', 'ascii')).toBe('world/southern-europe');
  expect(slugPath('/', 'unicode')).toBe('');
});
