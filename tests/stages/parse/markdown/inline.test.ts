import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { describe, expect, it } from 'vitest';
import { codes, html, read } from './support.js';

describe('links of a story that was paid for', () => {
  const rel = 'sponsored';
  it.each([
    ['[a](https://a.example/)', '<p><a href="https://a.example/" rel="sponsored">a</a></p>'],
    ['<https://a.example/>', '<p><a href="https://a.example/" rel="sponsored">https://a.example/</a></p>'],
    ['[a](b.md) [c](#c)', '<p>[A0]a[Z0] <a href="#c">c</a></p>'],
    [
      '@[vimeo](76979871)',
      '<figure class="embed" data-embed="vimeo"><a href="https://vimeo.com/76979871" rel="sponsored">Watch on Vimeo</a></figure>',
    ],
  ])('say so where they lead to other sites: %s', (source, expected) => {
    expect(html(source, { rel })).toBe(expected);
  });

  it('say so in raw HTML and of pictures as well', () => {
    const source = 'x <a href="https://a.example/" rel="nofollow">a</a> <a href="/b/">b</a>';
    expect(html(source, { rel }, { html: { allow: ['a'] } })).toBe(
      '<p>x <a href="https://a.example/" rel="sponsored">a</a> [A0]b[Z0]</p>',
    );
    expect(read('![](https://a.example/a.jpg)', { rel }).body.refs[0]?.remote?.rel).toBe('sponsored');
  });
});

describe('links', () => {
  it.each([
    ['a path beside the file', '[x](../b.md)', '<p>[A0]x[Z0]</p>', '../b.md'],
    ['a path from the root', '[x](/2023/06/b/#c)', '<p>[A0]x[Z0]</p>', '/2023/06/b/#c'],
    ['the site’s own address', '[x](https://news.example/b/)', '<p>[A0]x[Z0]</p>', 'https://news.example/b/'],
    ['its own address without a scheme', '[x](//NEWS.example/b/)', '<p>[A0]x[Z0]</p>', '//NEWS.example/b/'],
    [
      'its own bare address',
      'See https://news.example/b/.',
      '<p>See [A0]https://news.example/b/[Z0].</p>',
      'https://news.example/b/',
    ],
    ['a reference', '[x]\n\n[x]: b.md', '<p>[A0]x[Z0]</p>', 'b.md'],
    [
      'a target with entities and escapes, decoded once',
      '[x](a\\_b&amp;c%20d.md)',
      '<p>[A0]x[Z0]</p>',
      'a_b&c%20d.md',
    ],
  ])('get a hole where they may lead to something of the site: %s', (_, source, expected, target) => {
    expect(html(source)).toBe(expected);
    expect(read(source).body.refs[0]?.target).toBe(target);
  });

  it.each([
    [
      'https',
      '[x](https://other.example/?a=1&b=2 "T")',
      '<p><a href="https://other.example/?a=1&amp;b=2" title="T">x</a></p>',
    ],
    ['without a scheme', '[x](//other.example/a)', '<p><a href="//other.example/a">x</a></p>'],
    ['mailto', '[x](mailto:a@b.example)', '<p><a href="mailto:a@b.example">x</a></p>'],
    ['tel', '<tel:+355691234567>', '<p><a href="tel:+355691234567">tel:+355691234567</a></p>'],
    ['a second #', '[x](//a.example/#/#b#c)', '<p><a href="//a.example/#/%23b%23c">x</a></p>'],
    ['slashes too many', '[x](https:////a.example//b)', '<p><a href="https://a.example//b">x</a></p>'],
    ['slashes too many, no scheme', '[x](////a.example/b)', '<p><a href="//a.example/b">x</a></p>'],
    ['a fragment of the page', '[x](#results)', '<p><a href="#results">x</a></p>'],
    [
      'letters that are to be encoded',
      '[x](https://other.example/Çlirimi?a=b c)',
      '<p>[x](<a href="https://other.example/%C3%87lirimi?a=b">https://other.example/Çlirimi?a=b</a> c)</p>',
    ],
    [
      'a host of other letters',
      '[x](https://bücher.example/ä)',
      '<p><a href="https://xn--bcher-kva.example/%C3%A4">x</a></p>',
    ],
  ])('are complete where they lead elsewhere: %s', (_, source, expected) => {
    expect(html(source)).toBe(expected);
    expect(read(source).problems).toEqual([]);
  });

  it('belong to the site only below its base', () => {
    const options = { url: 'https://x.example/news/', base: '/news/' };
    expect(html('[a](https://x.example/news/b/) [c](https://x.example/shop/)', {}, options)).toBe(
      '<p>[A0]a[Z0] <a href="https://x.example/shop/">c</a></p>',
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#x6A;avascript:alert(1)',
    'javascript&colon;alert(1)',
    '&nbsp;javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:x',
    'view-source:x',
    'htps://slip.example',
  ])('are none where the target is %s; the words stay and the editor is told where', (target) => {
    expect(html(`Go [*there*](<${target}>).`)).toBe('<p>Go <em>there</em>.</p>');
    expect(codes(`Go [*there*](${target}).`)[0]).toMatch(/^unsafe-link 1:/);
  });

  it('say what was probably meant where the scheme is a slip', () => {
    expect(read('[x](htps://a.example/)').problems[0]?.message).toContain(
      'Did you mean `https://a.example/`?',
    );
    expect(read('[x](maito:a@b.example)').problems[0]?.message).toContain(
      'Did you mean `mailto:a@b.example`?',
    );
  });

  it('are none without a target or without words', () => {
    expect(html('[x]() [](b.md) [y](#)')).toBe('<p>x  y</p>');
    expect(read('[x]() [](b.md)').body.refs).toEqual([]);
    expect(codes('[x]()')).toEqual(['empty-link 1:3']);
  });

  it('tell the line and column of each target in the file', () => {
    const source =
      'One [a](b.md)\nand [a](b.md) ![p](c.png).\n\n- x\n- [r][ref]\n\n> [q](d.md)\n\n| a |\n|---|\n| [t](e.md) |\n\n[ref]: f.md';
    const { refs } = read(source, { line: 10 }).body;
    expect(refs.map(({ target, line, column }) => [target, line, column])).toEqual([
      ['b.md', 10, 9],
      ['b.md', 11, 9],
      ['c.png', 11, 20],
      ['f.md', 22, 8],
      ['d.md', 16, 7],
      ['e.md', 20, 7],
    ]);
  });

  it.each([
    ['punctuation behind it', 'Look at https://a.example/b.', 'Look at [https://a.example/b].'],
    ['in brackets', '(see https://a.example/b_(c))', '(see [https://a.example/b_(c)])'],
    ['with underscores and stars', 'https://a.example/b_c_d*e*', '[https://a.example/b_c_d*e]*'],
    ['www', 'On www.a.example/x, today', 'On [www.a.example/x], today'],
    ['Chinese behind it', '见https://a.example/b。好', '见[https://a.example/b]。好'],
    ['ideographs behind it', 'https://a.example/b查看', '[https://a.example/b]查看'],
    ['Persian letters in it', 'https://fa.example/wiki/فارسی', '[https://fa.example/wiki/فارسی]'],
    ['an entity behind it', 'https://a.example/?a&amp;', '[https://a.example/?a]&'],
  ])('are made of bare addresses: %s', (_, source, expected) => {
    expect(
      html(source)
        .replace(/<a href="[^"]*">|<\/?p>/g, (tag) => (tag.startsWith('<a') ? '[' : ''))
        .replace(/<\/a>/g, ']')
        .replace(/&amp;/g, '&'),
    ).toBe(expected);
  });

  it.each([
    'node.js and a.example',
    'a@b.example',
    'http:// alone',
    'https://https://',
    '`https://a.example`',
    'xhttps://a.example',
    'ftp://a.example',
    'www. and www.x',
  ])('are not made of %s', (source) => {
    expect(html(source)).not.toContain('<a');
  });
});

describe('running text', () => {
  it.each([
    ['emphasis', '*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>'],
    ['a break by a backslash or two spaces', 'a\\\nb  \nc', '<p>a<br>b<br>c</p>'],
    [
      'angle brackets that are no tags',
      'ssh <user>@<host> and 1 < 2 <text:p>',
      '<p>ssh &lt;user&gt;@&lt;host&gt; and 1 &lt; 2 &lt;text:p&gt;</p>',
    ],
    [
      'emphasis beside Chinese without spaces',
      '**注意：**这些，他说**“好”**了',
      '<p><strong>注意：</strong>这些，他说<strong>“好”</strong>了</p>',
    ],
    [
      'emphasis that ends in Chinese punctuation before a number or a Latin word',
      '**年龄：**8 岁，**「机」**AI，*（注）*abc 一__x__一',
      '<p><strong>年龄：</strong>8 岁，<strong>「机」</strong>AI，<em>（注）</em>abc 一__x__一</p>',
    ],
    ['emphasis in Korean', '**제목(부제)**은', '<p><strong>제목(부제)</strong>은</p>'],
    [
      'a mention with a link',
      'Follow @[ana](https://a.example/)!',
      '<p>Follow @<a href="https://a.example/">ana</a>!</p>',
    ],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('reads emphasis as CommonMark does where nothing is Chinese, Japanese or Korean', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '__',
      '***',
      ' ',
      'a',
      '8',
      '.',
      '“',
      '(',
      '—',
      'é',
      'ب',
      '🎉',
    );
    const standard = new MarkdownIt();
    const friendly = new MarkdownIt().use(cjkFriendly);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const source = pieces.join('');
        expect(friendly.renderInline(source)).toBe(standard.renderInline(source));
      }),
    );
  });

  it('keeps characters that mark holes out, written or as references', () => {
    const { html: text } = read('a \ufdd0A0\ufdd1 &#xFDD0;I0&#64977; b').body;
    expect(text).not.toMatch(/[\ufdd0-\ufdef]/);
  });
});
