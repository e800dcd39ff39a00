import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Discovered, discover } from '../../../src/stages/discover/index.js';

const found = (paths: readonly string[], ignore: readonly string[] = []): Discovered =>
  discover(
    paths.map((path) => ({ path })),
    { ignore },
  );

/** What one file is, in a word or two. */
function roleOf(path: string, ignore: readonly string[] = []): string {
  const all = found([`content/${path}`], ignore);
  const [profile] = all.profiles;
  if (profile) return `${profile.kind} ${profile.id}`;
  if (all.fronts[0]) return `front ${all.fronts[0].id}`;
  if (all.media[0]) return `media ${all.media[0].url}`;
  if (all.articles.length > 0) return 'article';
  if (all.pages.length > 0) return 'page';
  if (all.statics.length > 0) return 'static';
  if (all.site !== null) return 'site';
  return all.ignored.length > 0 ? 'ignored' : 'nothing';
}

describe('a file’s name says what it is', () => {
  test.each([
    ['site.yaml', 'site'],
    ['site.yml', 'ignored'],
    ['blog/site.yaml', 'ignored'],
    // articles, wherever they lie
    ['articles/a.md', 'article'],
    ['articles/world/europe/a.md', 'article'],
    ['articles/a.markdown', 'article'],
    ['articles/A.MD', 'article'],
    ['articles/a/index.md', 'article'],
    ['articles/index.es.md', 'article'],
    ['a.md', 'article'],
    ['_posts/2014/2014-09-05-x.md', 'article'],
    ['daily/content/posts/x.md', 'article'],
    ['published/201901/20120104 A title with spaces.md', 'article'],
    ['tags.md', 'article'],
    ['daily/authors/someone.md', 'article'],
    // what describes a repository
    ['README.md', 'ignored'],
    ['daily/readme.md', 'ignored'],
    ['daily/LICENSE.md', 'ignored'],
    ['CONTRIBUTING.markdown', 'ignored'],
    ['x/CHANGELOG.md', 'ignored'],
    ['articles/readme.md', 'article'],
    ['posts/readmes-for-you-and-me.md', 'article'],
    // what editors and systems leave behind
    ['media/harbour.jpg~', 'ignored'],
    ['media/#harbour.jpg#', 'ignored'],
    ['media/Thumbs.db', 'ignored'],
    ['articles/port.md.orig', 'ignored'],
    ['articles/port.md~', 'ignored'],
    // profiles
    ['authors/rudina-leka.md', 'author rudina-leka'],
    ['authors/rudina-leka/index.md', 'author rudina-leka'],
    ['authors/rudina-leka/_index.md', 'author rudina-leka'],
    ['sections/world/europe.md', 'section world/europe'],
    ['sections/world/_index.md', 'section world'],
    ['tags/press-freedom.md', 'tag press-freedom'],
    ['series/the-port.md', 'series the-port'],
    ['authors/_index.md', 'ignored'],
    ['tags/index.md', 'ignored'],
    ['authors/README.md', 'author README'],
    // Hugo's branch bundles
    ['daily/content/authors/ana/_index.md', 'author ana'],
    ['daily/topics/design/_index.md', 'tag design'],
    ['daily/Categories/health/_index.md', 'tag health'],
    ['daily/series/the-port/_index.md', 'series the-port'],
    ['daily/content/authors/_index.md', 'ignored'],
    ['daily/content/authors/ana/_index.es.md', 'ignored'],
    ['articles/world/europe/_index.md', 'section world/europe'],
    ['articles/_index.md', 'ignored'],
    ['news/_index.md', 'ignored'],
    ['_index.md', 'ignored'],
    // standing pages, fronts, files
    ['pages/about.md', 'page'],
    ['pages/legal/imprint/index.md', 'page'],
    ['pages/_index.md', 'ignored'],
    ['fronts/home.yaml', 'front home'],
    ['fronts/world/europe.yml', 'front world/europe'],
    ['fronts/notes.txt', 'ignored'],
    ['media/2026/a.jpg', 'media /media/2026/a.jpg'],
    ['media/report.pdf', 'media /media/report.pdf'],
    ['media/readme.md', 'media /media/readme.md'],
    ['articles/world/a.jpg', 'media /media/articles/world/a.jpg'],
    ['authors/rudina.png', 'media /media/authors/rudina.png'],
    ['articles/votes.csv', 'media /media/articles/votes.csv'],
    ['data/people.yaml', 'ignored'],
    ['static/ads.txt', 'static'],
    ['static/.well-known/security.txt', 'static'],
    ['static/README.md', 'static'],
    ['static/site.yaml', 'static'],
  ])('%s is: %s', (path, role) => {
    expect(roleOf(path)).toBe(role);
  });

  it('leaves what is outside of content/ alone', () => {
    expect(found(['templates/a.md', 'contents/a.md'])).toMatchObject({
      articles: [],
      ignored: [{}, {}].map(() => expect.any(String)),
    });
  });
});

describe('ignore', () => {
  test.each([
    ['drafts/**', 'drafts/a.md', true],
    ['drafts/', 'drafts/deep/a.md', true],
    ['drafts', 'drafts/a.md', true],
    ['drafts', 'articles/drafts/a.md', true],
    ['drafts/**', 'articles/drafts/a.md', false],
    ['**/drafts/**', 'articles/drafts/a.md', true],
    ['**/drafts/**', 'drafts/a.md', true],
    ['content/drafts/**', 'drafts/a.md', true],
    ['./drafts/**', 'drafts/a.md', true],
    ['*.bak.md', 'articles/x/a.bak.md', true],
    ['*.bak.md', 'articles/x/a.md', false],
    ['articles/*.md', 'articles/a.md', true],
    ['articles/*.md', 'articles/x/a.md', false],
    ['articles/?.md', 'articles/a.md', true],
    ['articles/?.md', 'articles/ab.md', false],
    ['a+b(c)[d].md', 'a+b(c)[d].md', true],
    ['a.md', 'abmd', false],
    ['', 'a.md', false],
    ['**', 'media/a.jpg', true],
    ['static/**', 'static/ads.txt', true],
    ['çështje/*', 'çështje/ë.md', true],
  ])('%s and %s: %s', (pattern, path, ignored) => {
    expect(found([`content/${path}`], [pattern]).ignored.length === 1).toBe(ignored);
  });

  it('never ignores site.yaml, which it stands in', () => {
    expect(roleOf('site.yaml', ['**'])).toBe('site');
  });
});

describe('two files that claim to be one thing', () => {
  it('takes the profile in our own folder, and tells of the other', () => {
    const all = found(['content/authors/x.md', 'content/a/authors/x/_index.md']);
    expect(all.profiles).toEqual([{ kind: 'author', id: 'x', file: 'content/authors/x.md' }]);
    expect(all.problems).toMatchObject([
      { code: 'duplicate-profile', severity: 'warning', file: 'content/a/authors/x/_index.md' },
    ]);
  });

  it('takes the first by its path where both lie there', () => {
    const all = found(['content/tags/x/index.md', 'content/tags/x.md', 'content/tags/x/_index.md']);
    expect(all.profiles.map(({ file }) => file)).toEqual(['content/tags/x.md']);
    expect(all.problems.map(({ file }) => file)).toEqual([
      'content/tags/x/_index.md',
      'content/tags/x/index.md',
    ]);
  });

  it('tells of two fronts, and of a file beside an article that takes the address of one in media/', () => {
    const all = found([
      'content/fronts/home.yaml',
      'content/fronts/home.yml',
      'content/articles/a.png',
      'content/media/articles/a.png',
    ]);
    expect(all.fronts).toEqual([{ id: 'home', file: 'content/fronts/home.yaml' }]);
    expect(all.media).toEqual([{ file: 'content/media/articles/a.png', url: '/media/articles/a.png' }]);
    expect(all.problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'duplicate-front content/fronts/home.yml',
      'media-taken content/articles/a.png',
    ]);
  });

  it('tells of a site file of another name', () => {
    expect(found(['content/site.yml']).problems).toMatchObject([
      { code: 'site-file-name', file: 'content/site.yml' },
    ]);
  });
});

describe('discover', () => {
  const part = fc.constantFrom(
    'articles',
    'authors',
    'tags',
    'media',
    'static',
    'pages',
    'fronts',
    'x',
    '_index.md',
    'index.md',
    'a.md',
    'b.png',
    'home.yaml',
    'site.yaml',
  );
  const paths = fc.uniqueArray(
    fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `content/${parts.join('/')}`),
    { maxLength: 30 },
  );

  it('gives the same for every order of the files, in code-point order', () => {
    fc.assert(
      fc.property(paths, (list) => {
        const all = found(list);
        expect(found([...list].reverse())).toEqual(all);
        for (const files of [all.articles, all.pages, all.statics, all.media.map(({ file }) => file)]) {
          expect(files).toEqual([...files].sort());
        }
      }),
    );
  });

  it('gives every file one role, or tells why it has none', () => {
    fc.assert(
      fc.property(paths, (list) => {
        const all = found(list);
        const files = [
          ...(all.site === null ? [] : [all.site]),
          ...all.articles,
          ...all.pages,
          ...all.statics,
          ...all.ignored,
          ...[...all.profiles, ...all.fronts, ...all.media].map(({ file }) => file),
        ];
        const told = all.problems.map(({ file }) => file);
        expect(new Set(files).size).toBe(files.length);
        expect(new Set([...files, ...told])).toEqual(new Set(list));
      }),
    );
  });
});

test.each(
  (
    'html xhtml shtml js mjs wasm php phps pht aspx asmx cfm jsp cgi svgz xsl xml XML rdf owl mml mathml atom rss xsd ' +
    'dtd xul xbl kml gpx gml smil ttml wsdl hta htc vbs htaccess config'
  ).split(' '),
)('nothing that ends in .%s is published but from content/static/', (ending) => {
  for (const folder of ['media', 'articles/news', 'media/2026/11'])
    expect(found([`content/${folder}/x.${ending}`]).media).toEqual([]);
  expect(roleOf(`static/x.${ending}`)).toBe('static');
});

test.each('jpg svg pdf csv xlsx docx mp3 mp4 webm vtt zip geojson json txt ics kmz epub gltf'.split(' '))(
  'what ends in .%s is media',
  (ending) => {
    expect(roleOf(`media/x.${ending}`)).toBe(`media /media/x.${ending}`);
  },
);
