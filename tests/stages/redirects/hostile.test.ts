import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryPath, sitePath } from '../../../src/stages/parse/addresses.js';
import { apache } from '../../../src/stages/redirects/apache.js';
import { nginxMaps } from '../../../src/stages/redirects/nginx.js';
import type { Move, Rules } from '../../../src/stages/redirects/rules.js';
import { s3 } from '../../../src/stages/redirects/s3.js';
import { cloudflare, netlify } from '../../../src/stages/redirects/underscore.js';
import { CONFIG, nginxWords } from './support.js';

const ORIGIN = 'https://herald.example';
const place = { file: 'content/articles/a.md' };

/** What an editor, or whoever can send one an article, may write as an old address. */
const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '\t',
        '"',
        "'",
        '$',
        ['$', '{x}'].join(''),
        '%{ENV:x}',
        '{',
        '}',
        ';',
        '#',
        '*',
        ':splat',
        '/*',
        '(',
        ')',
        '[',
        ']',
        '^',
        '|',
        '+',
        '?',
        '%0A',
        '%0D%0A',
        '%20',
        '%22',
        '%3F',
        '%23',
        '%2A',
        '%25',
        '<',
        '>',
        '`',
        '&',
        '=',
        '!',
        ' 301!',
        ' /evil 200',
        '"; return 200 x; #',
        '"> RewriteRule',
        'é',
        'ë',
        '新聞',
        '\u2028',
        '\u00a0',
        '~',
        '\\',
      ),
      fc.stringMatching(/^[a-zA-Z0-9./_-]{1,8}$/),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `/${parts.join('')}`);

/** Those of them that the front matter lets through, each once, as redirects. */
const moves: fc.Arbitrary<Move[]> = fc.array(written, { maxLength: 12 }).map((all) => {
  const paths = new Map<string, string>();
  for (const text of all) {
    const result = sitePath(text, CONFIG);
    if ('path' in result) paths.set(result.path.toLowerCase(), result.path);
  }
  return [...paths.values()].map((from, i) => ({ from, to: `/2026/11/story-${i}/`, place }));
});

const rules = (list: readonly Move[], gone: readonly Move[] = []): Rules => ({
  moves: list,
  queries: [],
  gone: gone.map(({ from, to }) => ({ from, page: to })),
});

const linesOf = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('old addresses that were written to do harm', () => {
  it('become one rule each in _redirects, which means that address alone', () => {
    fc.assert(
      fc.property(moves, (all) => {
        for (const text of [netlify(rules(all)).text, cloudflare(rules(all)).text]) {
          expect(text).toMatch(/^[\x20-\x7e\n]*$/);
          const read = linesOf(text).map((line) => line.split(/\s+/));
          for (const [from = '', to = '', status = '', ...more] of read) {
            expect([more, /^301!?$/.test(status), from[0], /[*:?#]/.test(from)]).toEqual([
              [],
              true,
              '/',
              false,
            ]);
            const path = decodeURIComponent(from);
            const move = all.find((one) => one.from === path || one.from === `${path}/`);
            expect([path, to]).toEqual([path, move?.to]);
          }
          const answered = read.map(([from = '']) => decodeURIComponent(from));
          for (const { from } of all) expect(answered).toContain(from);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('become one entry each of a map of nginx, and no other directive', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const read = nginxWords(nginxMaps(rules(all, all), ORIGIN));
        const allowed = ['map', 'map_hash_bucket_size', 'map_hash_max_size'];
        expect(read.filter(({ words }) => !allowed.includes(words[0] ?? ''))).toEqual([]);
        const [plain] = read.filter(({ words }) => words[2] === '$dateline_path');
        const entries = new Map(plain?.block?.map(([key = '', value = '']) => [key, value]));
        expect(entries.get('default')).toBe('');
        for (const { from, to } of all) expect(entries.get(from)).toBe(ORIGIN + to);
        for (const [key, value] of entries) {
          if (key === 'default') continue;
          expect(
            all.some(({ from, to }) => (from === key || from === `${key}/`) && ORIGIN + to === value),
          ).toBe(true);
        }
        for (const { block } of read) for (const entry of block ?? []) expect(entry.length).toBe(2);
      }),
      { numRuns: 300 },
    );
  });

  it('become one line each for Apache, with an expression that matches that address alone', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const lines = linesOf(apache(rules(all, all), ORIGIN, '/'));
        const own = [
          '<IfModule mod_rewrite.c>',
          'RewriteEngine On',
          '</IfModule>',
          'ErrorDocument 404 "/404.html"',
        ];
        const found = lines
          .filter((line) => !own.includes(line) && !line.startsWith('ErrorDocument 410 "/%{reqenv:'))
          .map((line) => {
            // Nothing in an argument can end it, expand or be a flag.
            const match =
              /^RewriteRule "(\^[^" \t\r$%{}]*\$)" "([^"$%{} ]|\\%)*" \[R=(301|410),L,[\w=:/.\\%-]+\]$/.exec(
                line,
              );
            expect(match, line).not.toBeNull();
            expect(match?.[1]).not.toMatch(/\\["\\]/);
            return { pattern: new RegExp(match?.[1] ?? ''), status: match?.[3], line };
          });
        for (const { from, to } of all) {
          const hits = found.filter(({ pattern }) => pattern.test(from.slice(1)));
          expect(hits.map(({ status }) => status)).toEqual(['301', '410']);
          expect(hits[0]?.line).toContain(`"${ORIGIN}${to}"`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are data in the list for S3', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const read: unknown = JSON.parse(s3(rules(all), '/').text);
        expect(read).toEqual(
          all.map(({ from, to }) => ({
            key: from.endsWith('/') ? `${from.slice(1)}index.html` : from.slice(1),
            location: to,
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('with a ? are only names with plain values', () => {
    fc.assert(
      fc.property(written, fc.string({ unit: 'binary', maxLength: 20 }), (path, query) => {
        const address = queryPath(`${path}?${query}`, CONFIG);
        if (address !== null) expect(address).toMatch(/^\/[^?]*\?\w+=[\w.~-]+(?:&\w+=[\w.~-]+){0,4}$/);
      }),
      { numRuns: 500 },
    );
  });
});
