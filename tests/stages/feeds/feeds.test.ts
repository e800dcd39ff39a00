import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tagUri } from '../../../src/stages/feeds/guid.js';
import { absoluteAddress, portable } from '../../../src/stages/feeds/html.js';
import { mediaType } from '../../../src/text/media-types.js';
import { htmlFaults } from '../../support/feeds.js';

const BASE = 'https://post.example/news/2026/11/flood/';

describe('the guid of a story', () => {
  test.each([
    ['post.example', 'articles/world/flood', 'tag:post.example,2026:articles/world/flood'],
    ['Post.Example', 'flood', 'tag:post.example,2026:flood'],
    ['localhost:8080', 'flood', 'tag:localhost-8080,2026:flood'],
    ['xn--mller-kva.example', 'a', 'tag:xn--mller-kva.example,2026:a'],
    ['Çlirimi', 'a', 'tag:lirimi,2026:a'],
    ['新聞', 'a', 'tag:site,2026:a'],
    ['post.example', 'articles/gjirokastër', 'tag:post.example,2026:articles/gjirokast%C3%ABr'],
    ['post.example', 'a b#c[d]"e"', 'tag:post.example,2026:a%20b%23c%5Bd%5D%22e%22'],
    ['post.example', '100%', 'tag:post.example,2026:100%25'],
    ['post.example', 'lone\ud800', 'tag:post.example,2026:lone%EF%BF%BD'],
  ])('of site %s and article %s is %s', (site, article, guid) => {
    expect(tagUri(site, article)).toBe(guid);
  });

  it('is the same however a disk composes letters', () => {
    expect(tagUri('a.example', 'gjirokaste\u0308r')).toBe(tagUri('a.example', 'gjirokastër'));
  });

  it('is another for every other article, and a URI', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(tagUri('a.example', a) === tagUri('a.example', b)).toBe(a.normalize() === b.normalize());
        expect(tagUri('a.example', a)).toMatch(/^tag:a\.example,2026:[!-~]*$/);
      }),
    );
  });
});

describe('the HTML of a text, made to stand anywhere', () => {
  test.each([
    ['<p id="a" class="b" tabindex="0">Text <em lang="sq">é</em></p>', '<p>Text <em lang="sq">é</em></p>'],
    [
      '<a href="/news/a/" rel="sponsored" class="x" title="t">a</a>',
      '<a href="https://post.example/news/a/" rel="sponsored" title="t">a</a>',
    ],
    ['<p><strike>wrong</strike> <tt>x</tt></p>', '<p><s>wrong</s> <code>x</code></p>'],
    ['<a href="#fn-1">1</a>', `<a href="${BASE}#fn-1">1</a>`],
    ['<a href="b.html?x=1&amp;y=2">b</a>', `<a href="${BASE}b.html?x=1&amp;y=2">b</a>`],
    ['<a href="//other.example/x">o</a>', '<a href="https://other.example/x">o</a>'],
    ['<a href="mailto:a@b.example">m</a>', '<a href="mailto:a@b.example">m</a>'],
    [
      '<img src="/m.jpg" alt="" width="3" height="2" loading="lazy" decoding="async">',
      '<img src="https://post.example/m.jpg" alt="" width="3" height="2">',
    ],
    ['<aside class="factbox">\n<p>x</p>\n</aside>', '<div>\n<p>x</p>\n</div>'],
    [
      '<figure class="embed" data-embed="youtube"><a href="https://www.youtube.com/watch?v=x">Watch</a></figure>',
      '<figure><a href="https://www.youtube.com/watch?v=x">Watch</a></figure>',
    ],
    [
      '<ol start="3" reversed>\n<li value="2">x</li>\n</ol>',
      '<ol start="3" reversed>\n<li value="2">x</li>\n</ol>',
    ],
    ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><p>after</p>', '<p>after</p>'],
    ['1 &lt; 2 &amp; 3', '1 &lt; 2 &amp; 3'],
    ['<br>', '<br>'],
  ])('%s', (html, wanted) => {
    expect(portable(html, BASE)).toBe(wanted);
    expect(htmlFaults(portable(html, BASE))).toEqual([]);
  });

  test.each([
    ['/a b/', 'https://post.example/a%20b/'],
    ['?x', `${BASE}?x`],
    ['https://x.example/', 'https://x.example/'],
    ['//[', BASE],
  ])('the address %s becomes %s', (address, wanted) => {
    expect(absoluteAddress(address, BASE)).toBe(wanted);
  });
});

describe('the type of a file', () => {
  test.each([
    ['/media/a.JPG', 'image/jpeg'],
    ['https://x.example/a.mp3?x=1', 'audio/mpeg'],
    ['/media/a.pdf', null],
    ['/media/constructor', null],
    ['/media/x.constructor', null],
  ])('%s is %s', (path, type) => {
    expect(mediaType(path)).toBe(type);
  });
});
