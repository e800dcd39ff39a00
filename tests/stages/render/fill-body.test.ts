import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RefView } from '../../../src/model/view.js';
import { fillBody } from '../../../src/stages/render/index.js';

const hole = (letter: string, number: number): string => `\uFDD0${letter}${number}\uFDD1`;
const link = (href: string, title: string | null = null, rel: string | null = null): RefView => ({
  kind: 'link',
  href,
  title,
  rel,
});
const picture = (
  src: string,
  alt = '',
  width: number | null = null,
  height: number | null = null,
): RefView => ({
  kind: 'picture',
  src,
  alt,
  width,
  height,
  variants: null,
  tone: null,
});

describe('fillBody', () => {
  const linked = `<p>See ${hole('A', 0)}this${hole('Z', 0)}.</p>`;
  const figure = `<p>a</p>${hole('B', 1)}<figure>${hole('I', 1)}<figcaption>c</figcaption></figure>${hole('E', 1)}<p>b</p>`;
  const cases: readonly (readonly [string, string, readonly RefView[], string])[] = [
    ['leaves a text without holes as it is', '<p>x</p>', [], '<p>x</p>'],
    ['puts in the address of a link', linked, [link('/a/')], '<p>See <a href="/a/">this</a>.</p>'],
    [
      'puts in title and rel, escaped',
      linked,
      [link('/?a=1&b="', 'A "b" <c>', 'sponsored noopener')],
      '<p>See <a href="/?a=1&amp;b=&quot;" title="A &quot;b&quot; &lt;c&gt;" rel="sponsored noopener">this</a>.</p>',
    ],
    ['keeps the words of a link that leads nowhere', linked, [null], '<p>See this.</p>'],
    ['keeps the words of a link that has no ref at all', linked, [], '<p>See this.</p>'],
    [
      'makes a picture with its size',
      figure,
      [null, picture('/m/a.jpg', 'A "b"', 600, 400)],
      '<p>a</p><figure><img src="/m/a.jpg" alt="A &quot;b&quot;" width="600" height="400" loading="lazy" decoding="async"><figcaption>c</figcaption></figure><p>b</p>',
    ],
    [
      'leaves out a size that is known by half',
      hole('I', 0),
      [picture('/a.svg', '', 600, null)],
      '<img src="/a.svg" alt="" loading="lazy" decoding="async">',
    ],
    [
      'makes a picture of another server a link, in its figure',
      figure,
      [null, { kind: 'remote', href: 'https://a.example/p.jpg?x=1&y', words: 'A "b"', rel: 'sponsored' }],
      '<p>a</p><figure><a class="remote-picture" href="https://a.example/p.jpg?x=1&amp;y" rel="sponsored">A &quot;b&quot;</a><figcaption>c</figcaption></figure><p>b</p>',
    ],
    [
      'puts no link into a link for a picture of another server',
      `${hole('A', 0)}${hole('I', 1)}${hole('Z', 0)}${hole('I', 1)}<a href="/x/"><b>${hole('I', 1)}</b></a>`,
      [link('/y/'), { kind: 'remote', href: 'https://a.example/p', words: 'p', rel: null }],
      '<a href="/y/"><span class="remote-picture">p</span></a><a class="remote-picture" href="https://a.example/p">p</a><a href="/x/"><b><span class="remote-picture">p</span></b></a>',
    ],
    [
      'makes a link of it where the link around it leads nowhere',
      `${hole('A', 0)}${hole('I', 1)}${hole('Z', 0)}`,
      [null, { kind: 'remote', href: 'https://a.example/p', words: 'p', rel: null }],
      '<a class="remote-picture" href="https://a.example/p">p</a>',
    ],
    ['leaves out the region of a missing picture', figure, [null, null], '<p>a</p><p>b</p>'],
    ['leaves out a missing picture that has no region', `a${hole('I', 0)}b`, [null], 'ab'],
    [
      'leaves out what is inside a region that is left out',
      `${hole('B', 0)}${hole('A', 1)}x${hole('Z', 1)}${hole('I', 0)}${hole('E', 0)}y`,
      [null, link('/a/')],
      'y',
    ],
    [
      'never looks for holes in what it puts in',
      `${hole('A', 0)}x${hole('Z', 0)}`,
      [link('/a/', `${hole('I', 1)}`), picture('/b.jpg')],
      `<a href="/a/" title="${hole('I', 1)}">x</a>`,
    ],
    [
      'keeps a link together with a picture inside it',
      `${hole('A', 0)}${hole('I', 1)}${hole('Z', 0)}`,
      [link('/a/'), null],
      '<a href="/a/"></a>',
    ],
  ];
  test.each(cases)('%s', (_, html, refs, expected) => {
    expect(fillBody(html, refs)).toBe(expected);
  });

  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

  /** The same, said slowly: regions first, then every hole by itself. */
  function reference(html: string, refs: readonly RefView[]): string {
    let out = html;
    Array.from({ length: 6 }, (_, i) => refs[i]).forEach((ref, i) => {
      if (ref?.kind === 'picture') return;
      const start = hole('B', i);
      const end = hole('E', i);
      for (let from = out.indexOf(start); from !== -1; from = out.indexOf(start)) {
        const to = out.indexOf(end, from);
        out =
          to === -1
            ? out.slice(0, from) + out.slice(from + start.length)
            : out.slice(0, from) + out.slice(to + end.length);
      }
    });
    return out
      .split(/\uFDD0([A-Z])(\d+)\uFDD1/)
      .map((part, i, all) => {
        if (i % 3 === 0) return part;
        if (i % 3 === 2) return '';
        const ref = refs[Number(all[i + 1])] ?? null;
        if (part === 'Z' && ref?.kind === 'link') return '</a>';
        if (part === 'A' && ref?.kind === 'link') {
          const title = ref.title === null ? '' : ` title="${escaped(ref.title)}"`;
          const rel = ref.rel === null ? '' : ` rel="${escaped(ref.rel)}"`;
          return `<a href="${escaped(ref.href)}"${title}${rel}>`;
        }
        if (part === 'I' && ref?.kind === 'picture') {
          const size =
            ref.width === null || ref.height === null ? '' : ` width="${ref.width}" height="${ref.height}"`;
          return `<img src="${escaped(ref.src)}" alt="${escaped(ref.alt)}"${size} loading="lazy" decoding="async">`;
        }
        return '';
      })
      .join('');
  }

  const nasty = fc.string({ unit: fc.constantFrom('"', "'", '<', '>', '&', ' ', 'a', '=', '/', '…', 'ç') });
  const ref: fc.Arbitrary<RefView> = fc.oneof(
    fc.constant(null),
    fc.record({
      kind: fc.constant('link' as const),
      href: nasty,
      title: fc.option(nasty),
      rel: fc.option(nasty),
    }),
    fc.record({
      kind: fc.constant('picture' as const),
      src: nasty,
      alt: nasty,
      width: fc.option(fc.nat()),
      height: fc.option(fc.nat()),
      variants: fc.constant(null),
      tone: fc.constant(null),
    }),
  );
  /** Texts as the Markdown stage makes them: every start has its end, regions hold other pieces. */
  const text = (depth: number): fc.Arbitrary<string> => {
    const words = fc.constantFrom('<p>x</p>', 'y ', '&amp;', '');
    const inner = depth === 0 ? words : text(depth - 1);
    const piece = fc.tuple(fc.nat(5), inner, fc.constantFrom('plain', 'link', 'picture', 'region'));
    return fc.array(piece, { maxLength: 4 }).map((pieces) =>
      pieces
        .map(([n, html, kind]) => {
          if (kind === 'link') return hole('A', n) + html + hole('Z', n);
          if (kind === 'picture') return hole('I', n);
          return kind === 'region'
            ? hole('B', n) + html.replaceAll(hole('B', n), '').replaceAll(hole('E', n), '') + hole('E', n)
            : html;
        })
        .join(''),
    );
  };

  test('does what the plain reference does, on any text and any refs', () => {
    fc.assert(
      fc.property(text(2), fc.array(ref, { maxLength: 6 }), (html, refs) => {
        expect(fillBody(html, refs)).toBe(reference(html, refs));
      }),
    );
  });

  test('lets no attribute break out of its quotes', () => {
    fc.assert(
      fc.property(fc.array(ref, { minLength: 1, maxLength: 4 }), (refs) => {
        const html = refs.map((_, i) => `${hole('A', i)}${hole('I', i)}${hole('Z', i)}`).join('');
        const left = fillBody(html, refs).replace(
          /<a href="[^"<>]*"( title="[^"<>]*")?( rel="[^"<>]*")?>|<\/a>|<img src="[^"<>]*" alt="[^"<>]*"( width="\d+" height="\d+")? loading="lazy" decoding="async">/g,
          '',
        );
        expect(left).toBe('');
      }),
    );
  });

  test('takes time in proportion to the text, also on starts without ends', () => {
    const html = `${hole('B', 0)}x`.repeat(20_000);
    expect(fillBody(html, [null])).toBe('x'.repeat(20_000));
  });
});
