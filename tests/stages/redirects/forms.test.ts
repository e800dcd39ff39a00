import { describe, expect, it } from 'vitest';
import { apache } from '../../../src/stages/redirects/apache.js';
import { apachePattern, asRequested, nginxQuoted, strictly } from '../../../src/stages/redirects/encode.js';
import { nginxMaps } from '../../../src/stages/redirects/nginx.js';
import type { Move, Rules } from '../../../src/stages/redirects/rules.js';
import { s3 } from '../../../src/stages/redirects/s3.js';
import { cloudflare, netlify } from '../../../src/stages/redirects/underscore.js';
import { nginxWords } from './support.js';

const place = { file: 'content/articles/a.md', line: 3, column: 11 };
const ORIGIN = 'https://herald.example';

const move = (from: string, to = '/2026/11/storm/'): Move => ({ from, to, place });
const rules = (part: Partial<Rules>): Rules => ({ moves: [], queries: [], gone: [], ...part });
const lines = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const many = (count: number): Move[] => Array.from({ length: count }, (_, i) => move(`/old/${i}/`));

describe('an address in the words of a host', () => {
  it.each([
    ['/a b/', '/a%20b/', '/a%20b/'],
    ['/gjirokastër/', '/gjirokast%C3%ABr/', '/gjirokast%C3%ABr/'],
    ['/a:splat/*', '/a%3Asplat/%2A', '/a%3Asplat/%2A'],
    ['/what?#', '/what%3F%23', '/what%3F%23'],
    ['/100%/', '/100%25/', '/100%25/'],
    ["/it's $5/", "/it's%20$5/", '/it%27s%20%245/'],
    ['/\ud800/', '/%EF%BF%BD/', '/%EF%BF%BD/'],
  ])('%j is asked for as %s and led to as %s', (path, requested, target) => {
    expect([asRequested(path), strictly(path)]).toEqual([requested, target]);
  });

  it('is quoted for nginx, and by numbers for Apache', () => {
    expect(nginxQuoted('/"a\\b"; {$x}/')).toBe('"/\\"a\\\\b\\"; {$x}/"');
    expect(apachePattern('/a.b "c" $\u007bx}%/ë/')).toBe(
      '/a\\x2Eb\\x20\\x22c\\x22\\x20\\x24\\x7Bx\\x7D\\x25/ë/',
    );
  });
});

describe('_redirects', () => {
  const all = rules({
    moves: [move('/old/'), move('/old.html')],
    queries: [{ ...move('/'), query: [{ name: 'p', value: '123' }] }],
    gone: [{ from: '/2026/11/x/', page: '/2026/11/x/' }],
  });

  it('for Netlify answers in place of files, tells queries apart, and shows the page of a removed story', () => {
    expect(lines(netlify(all).text)).toEqual([
      '/ p=123 /2026/11/storm/ 301!',
      '/old/ /2026/11/storm/ 301!',
      '/old.html /2026/11/storm/ 301!',
      '/2026/11/x/ /2026/11/x/index.html 404!',
    ]);
  });

  it('for Cloudflare has both spellings of a folder, and only what it reads', () => {
    expect(lines(cloudflare(all).text)).toEqual([
      '/old /2026/11/storm/ 301',
      '/old.html /2026/11/storm/ 301',
      '/old/ /2026/11/storm/ 301',
    ]);
  });

  it.each([
    [1000, 2000, 0],
    [1001, 1001, 0],
    [2000, 2000, 0],
    [2001, 2000, 1],
  ])('for Cloudflare with %i old addresses has %i rules, and says which are left', (count, written, left) => {
    const { text, tooMany } = cloudflare(rules({ moves: many(count) }));
    expect([lines(text).length, tooMany.length]).toEqual([written, left]);
  });

  it('for Cloudflare leaves out what is longer than it reads, and says which', () => {
    const long = move(`/${'é'.repeat(170)}/`);
    const { text, tooLong } = cloudflare(rules({ moves: [long, move('/old/')] }));
    expect([lines(text).length, tooLong]).toEqual([2, [long]]);
  });
});

describe('the maps of nginx', () => {
  const words = (part: Partial<Rules>) => nginxWords(nginxMaps(rules(part), ORIGIN));

  it('know an address with and without its last slash, once in any case of letters', () => {
    const read = words({ moves: [move('/Old/'), move('/old', '/other/'), move('/x.html')] });
    expect(read.find(({ words: [, , name] }) => name === '$dateline_path')?.block).toEqual([
      ['default', ''],
      ['/Old/', `${ORIGIN}/2026/11/storm/`],
      ['/old', `${ORIGIN}/other/`],
      ['/x.html', `${ORIGIN}/2026/11/storm/`],
    ]);
  });

  it('ask for each set of names behind a ?, the most precise first', () => {
    const read = words({
      queries: [
        { ...move('/'), query: [{ name: 'p', value: '1' }] },
        { ...move('/'), query: [{ name: 'p', value: '2' }] },
        {
          ...move('/index.php'),
          query: [
            { name: 'ID', value: '5' },
            { name: 'view', value: 'a' },
          ],
        },
      ],
    });
    expect(read.map(({ words: all, block }) => [...all.slice(1), block?.length, block?.[0]?.[1]])).toEqual([
      ['$uri', '$dateline_path', 1, ''],
      ['$uri?p=$arg_p', '$dateline_query_1', 3, ''],
      ['$uri?ID=$arg_id&view=$arg_view', '$dateline_query', 2, '$dateline_query_1'],
      ['$uri', '$dateline_gone', 1, ''],
      ['$uri', '$dateline_gone_query', 1, ''],
    ]);
  });

  it('make room for long and for many keys, and only then', () => {
    const sizes = (moves: Move[]) =>
      words({ moves })
        .filter(({ block }) => block === null)
        .map(({ words: all }) => all);
    expect(sizes([move('/old/')])).toEqual([]);
    expect(sizes([move(`/${'a'.repeat(60)}/`)])).toEqual([['map_hash_bucket_size', '128']]);
    expect(sizes(many(3000))).toEqual([
      ['map_hash_bucket_size', '512'],
      ['map_hash_max_size', '16384'],
    ]);
    expect(sizes(many(100))).toEqual([['map_hash_bucket_size', '256']]);
  });
});

describe('.htaccess', () => {
  it('matches paths from its own folder on, and shows the page of a removed story as gone', () => {
    const text = apache(
      rules({
        moves: [move('/news/old/', '/news/2026/11/storm/')],
        queries: [{ ...move('/news/', '/news/ë/'), query: [{ name: 'p', value: '1.2' }] }],
        gone: [{ from: '/news/x/', page: '/news/x/' }],
      }),
      ORIGIN,
      '/news/',
    );
    expect(text).toContain(
      'RewriteCond %{QUERY_STRING} "(?:^|&)p=1\\x2E2(?:&|$)"\nRewriteRule "^$" "https://herald.example/news/\\%C3\\%AB/" [R=301,L,NE,QSD]\n',
    );
    expect(text).toContain(
      'RewriteRule "^old/?$" "https://herald.example/news/2026/11/storm/" [R=301,L,NE]\n',
    );
    expect(text).toContain('\nErrorDocument 404 "/news/404.html"\n');
    expect(text).toContain('RewriteRule "^x/?$" "-" [R=410,L,E=DATELINE_GONE:news/x/index.html]\n');
  });
});

describe('the list for S3', () => {
  it('names objects by their keys, without the path before them', () => {
    expect(
      JSON.parse(
        s3(rules({ moves: [move('/news/old/', '/news/a b/'), move('/news/x.html')] }), '/news/').text,
      ),
    ).toEqual([
      { key: 'old/index.html', location: '/news/a%20b/' },
      { key: 'x.html', location: '/2026/11/storm/' },
    ]);
  });

  it('leaves out what is longer than S3 keeps, and says which', () => {
    const long = move('/old/', `/${'é'.repeat(350)}/`);
    expect(s3(rules({ moves: [long] }), '/')).toEqual({ text: '[]\n', tooLong: [long] });
  });
});
