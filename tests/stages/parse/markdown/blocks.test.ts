import { describe, expect, it } from 'vitest';
import { codes, html, read } from './support.js';

describe('headings', () => {
  it.each([
    ['begin at h2, whatever the editor began with', '# A\n\n## B\n\n# C', ['2 a', '3 b', '2 c']],
    ['stay where they begin at h2', '## A\n\n### B', ['2 a', '3 b']],
    ['skip no level', '### A\n\n##### B\n\n###### C\n\n## D', ['2 a', '3 b', '4 c', '2 d']],
    ['end at h6', '# A\n## B\n### C\n#### D\n##### E\n###### F', ['2 a', '3 b', '4 c', '5 d', '6 e', '6 f']],
    ['have ids of their own', '## A\n\n## A\n\n## A-2\n\n## a', ['2 a', '2 a-2', '2 a-2-2', '2 a-3']],
    [
      'keep letters of every script in their ids',
      '## Çlirimi në 1944\n\n## 新聞 と',
      ['2 çlirimi-në-1944', '2 新聞-と'],
    ],
    ['never take the ids of footnotes', '## fn 1\n\n## fnref-2', ['2 h-fn-1', '2 h-fnref-2']],
  ])('%s', (_, source, expected) => {
    expect(read(source).body.headings.map(({ level, id }) => `${level} ${id}`)).toEqual(expected);
  });

  it('print what they say, and tell it in plain text', () => {
    expect(html('## A *b* `c` [d](e.md)')).toBe(
      '<h2 id="a-b-c-d">A <em>b</em> <code>c</code> [A0]d[Z0]</h2>',
    );
    expect(read('## A *b* `c`').body.headings).toEqual([{ level: 2, id: 'a-b-c', text: 'A b c' }]);
  });

  it('have the prefix that keeps several texts on one page apart', () => {
    expect(html('## A[^1]\n\n[^1]: N', { idPrefix: 'post-2-' })).toMatch(
      /id="post-2-a".*#post-2-fn-1.*id="post-2-fnref-1".*id="post-2-fn-1"/,
    );
  });
});

describe('figures', () => {
  it.each([
    ['a picture alone', '![A](b.png)', '[B0]<figure>[I0]</figure>[E0]'],
    [
      'with a caption',
      '![A](b.png "The *old* bridge")',
      '[B0]<figure>[I0]<figcaption>The <em>old</em> bridge</figcaption></figure>[E0]',
    ],
    [
      'with caption and credit',
      '![A](b.png "The bridge | Photo: Ana Leka")',
      '[B0]<figure>[I0]<figcaption>The bridge <small class="credit">Photo: Ana Leka</small></figcaption></figure>[E0]',
    ],
    [
      'with a credit alone',
      '![A](b.png "| Ana & Co")',
      '[B0]<figure>[I0]<figcaption><small class="credit">Ana &amp; Co</small></figcaption></figure>[E0]',
    ],
    [
      'with a link',
      '[![A](b.png)](https://x.example/)',
      '[B0]<figure><a href="https://x.example/">[I0]</a></figure>[E0]',
    ],
    ['several', '![A](b.png)\n![C](d.png)', '[B0]<figure>[I0]</figure>[E0][B1]<figure>[I1]</figure>[E1]'],
    ['in a running text', 'See ![A](b.png) here', '<p>See [I0] here</p>'],
    ['in a running text with a link', 'See [![A](b.png)](c.md)', '<p>See [B1][A0][I1][Z0][E1]</p>'],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('keep the alternative text in plain words', () => {
    expect(read('![The *old* `bridge`](b.png)').body.refs[0]).toMatchObject({
      kind: 'picture',
      target: 'b.png',
      alt: 'The old bridge',
    });
  });

  it.each([
    ['![The dam at night](https://www.pics.example/a.jpg)', 'Picture at pics.example: The dam at night'],
    ['![](https://pics.example/a.jpg)', 'Picture at pics.example'],
    ['![a-1.jpg](//pics.example/a-1.jpg)', 'Picture at pics.example'],
    ['![image](https://pics.example/a.jpg)', 'Picture at pics.example'],
    ['![The dam](https://pics.example/a.jpg "The dam | Jo")', 'Picture at pics.example'],
  ])('of other servers are told in words, the caption once: %s', (source, words) => {
    expect(read(source).body.refs[0]?.remote).toEqual({ words, rel: null });
  });

  it('of other servers are told in the language of the text', () => {
    const source = '![Der Damm](https://pics.example/a.jpg)';
    expect(read(source, { lang: 'de' }).body.refs[0]?.remote?.words).toBe('Bild auf pics.example: Der Damm');
    expect(read('![](a.jpg)').body.refs[0]?.remote).toBeNull();
  });

  it('are left out where the source is data or a script', () => {
    expect(html('![A](data:image/png;base64,AAAA)')).toBe('');
    expect(codes('![A](javascript:x)')).toEqual(['unsafe-picture 1:6']);
  });
});

describe('tables', () => {
  it.each([
    ['a blank line of bars', ' | | \n-|-|\nTitle | *A book* | \nPages | 12 | '],
    ['bars alone', ' | |\n-|-|\nTitle | *A book* |\nPages | 12 |'],
    ['a blank head of its own', '| | |\n|---|---|\n| Title | *A book* |\n| Pages | 12 |'],
  ])('have no head where it is %s', (_, source) => {
    expect(html(`before\n${source}\n\nafter`)).toBe(
      '<p>before</p><div class="table" role="group" aria-label="Table" tabindex="0"><table>' +
        '<tbody><tr><td>Title</td><td><em>A book</em></td></tr><tr><td>Pages</td><td>12</td></tr></tbody></table></div><p>after</p>',
    );
  });

  it.each([' | |\n-|-|', ' | |\n-|-|\n\na | b', ' | |\n- a | b', '| |'])(
    'need a delimiter and a row below a blank head: %j',
    (source) => {
      expect(html(source)).not.toContain('<table>');
    },
  );

  it('can be scrolled by the keyboard, have heads and are aligned by classes', () => {
    expect(html('| a | b |\n|---|--:|\n| 1 | *2* |')).toBe(
      '<div class="table" role="group" aria-label="Table" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" class="right">b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td class="right"><em>2</em></td></tr></tbody></table></div>',
    );
  });
});

describe('footnotes', () => {
  it('stand at the end, with ways there and back that a screen reader can tell', () => {
    expect(html('A[^n] and B[^n].\n\n[^n]: The *note*.')).toBe(
      '<p>A<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> and B<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup>.</p>' +
        '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol><li id="fn-1"><p>The <em>note</em>.' +
        ' <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to the text 1">↩\ufe0e</a>' +
        ' <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="Back to the text 2">↩\ufe0e</a></p></li></ol></section>',
    );
  });

  it('may hold several blocks, stand in the text, and are numbered by their first reference', () => {
    const result = html('A^[inline *x*] B[^b] C[^a]\n\n[^a]: One\n\n    - list\n\n[^b]: Two');
    expect(result).toMatch(/id="fn-1"><p>inline <em>x<\/em>.*id="fn-2"><p>Two.*id="fn-3"><p>One<\/p><ul>/);
  });

  it('are left out where nothing refers to them', () => {
    expect(html('A\n\n[^a]: One')).toBe('<p>A</p>');
  });
});

describe('colon-fence blocks', () => {
  it.each([
    [
      'factbox',
      '::: factbox The *vote*\n- a\n:::',
      '<aside class="factbox"><p class="block-title">The <em>vote</em></p><ul><li>a</li></ul></aside>',
    ],
    ['note', '::: note\nx\n:::', '<div class="note" role="note"><p>x</p></div>'],
    [
      'gallery',
      '::: gallery\n![A](b.png)\n![C](d.png "e")\n:::',
      '<div class="gallery">[B0]<figure>[I0]</figure>[E0][B1]<figure>[I1]<figcaption>e</figcaption></figure>[E1]</div>',
    ],
    [
      'quote',
      '::: quote Ana Leka, mayor\nNo.\n:::',
      '<figure class="quote"><blockquote><p>No.</p></blockquote><figcaption>Ana Leka, mayor</figcaption></figure>',
    ],
    [
      'quote without a name',
      '::: quote\nNo.\n:::',
      '<figure class="quote"><blockquote><p>No.</p></blockquote></figure>',
    ],
    [
      'chart',
      '::: chart data/votes.csv Turnout\nBy district.\n:::',
      '<figure class="chart"><p class="block-title">Turnout</p><p>By district.</p>[G0]<figcaption>Data: [A1]votes.csv[Z1]</figcaption></figure>',
    ],
    [
      'inside another, with more colons outside',
      ':::: factbox\n::: quote A\nx\n:::\ny\n::::',
      '<aside class="factbox"><figure class="quote"><blockquote><p>x</p></blockquote><figcaption>A</figcaption></figure><p>y</p></aside>',
    ],
    [
      'inside another, with as many',
      '::: factbox\n::: note\nx\n:::\ny\n:::',
      '<aside class="factbox"><div class="note" role="note"><p>x</p></div><p>y</p></aside>',
    ],
    [
      'right behind a paragraph',
      'a\n::: note\nx\n:::\nb',
      '<p>a</p><div class="note" role="note"><p>x</p></div><p>b</p>',
    ],
    [
      'in a list',
      '- a\n\n  ::: note\n  x\n  :::\n- b',
      '<ul><li><p>a</p><div class="note" role="note"><p>x</p></div></li><li><p>b</p></li></ul>',
    ],
    [
      'around a listing with colons',
      '::: note\n```\n:::\n```\n:::',
      '<div class="note" role="note"><pre tabindex="0"><code>:::\n</code></pre></div>',
    ],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toBe(expected);
    expect(codes(source)).toEqual([]);
  });

  it('tell a name that nobody knows, with the nearest that is known', () => {
    const { problems, body } = read('::: facbox A\nx\n:::', { line: 4 });
    expect(body.html).toContain('<div class="block">');
    expect(problems).toMatchObject([
      { code: 'unknown-block', line: 4, column: 5, length: 6, source: '::: facbox A' },
    ]);
    expect(problems[0]?.message).toContain('Did you mean `factbox`?');
  });

  it('tell the line of a block that is never closed, and of one that is closed twice', () => {
    expect(codes('a\n\n::: note\nx')).toEqual(['unclosed-block 3:1']);
    expect(codes('::: note\nx\n:::\n\n:::')).toEqual(['dangling-block-end 5:1']);
    expect(codes(':::: factbox\n::: note\nx\n::::')).toEqual(['unclosed-block 2:1']);
  });

  it('point to the data of a chart, and to links in titles', () => {
    const { refs } = read('a\n\n::: chart votes.csv By [x](y.md)\nz\n\nzz\n:::').body;
    expect(refs.map(({ target, line, column }) => [target, line, column])).toEqual([
      ['y.md', 3, 28],
      ['votes.csv', 3, 11],
      ['votes.csv', 3, 11],
    ]);
  });
});

describe('what stands before the text', () => {
  it.each([
    ['a paragraph', 'A *b*.', '<p><span class="dateline">TIRANA &amp; c –</span> A <em>b</em>.</p>'],
    [
      'a picture and a paragraph',
      '![x](y.png)\n\nA',
      '[B0]<figure>[I0]</figure>[E0]<p><span class="dateline">TIRANA &amp; c –</span> A</p>',
    ],
    [
      'a heading',
      '## H\n\nA',
      '<p><span class="dateline">TIRANA &amp; c –</span></p><h2 id="h">H</h2><p>A</p>',
    ],
    ['a list', '- A', '<p><span class="dateline">TIRANA &amp; c –</span></p><ul><li>A</li></ul>'],
    ['nothing', '', ''],
  ])('the dateline runs into the first paragraph, or stands by itself: %s', (_, source, expected) => {
    expect(html(source, { runIn: 'TIRANA & c –' })).toBe(expected);
  });

  it.each([
    ['# The *title*\n\nText', 'The title', '<p>Text</p>'],
    ['Title\n=====\n\nText', 'Title', '<p>Text</p>'],
    ['[a]: b\n\n<!-- c -->\n\n## Title ##\n\nText', 'Title', '<p>Text</p>'],
    ['Text\n\n# Title', null, '<p>Text</p><h2 id="title">Title</h2>'],
  ])('an opening heading is taken as the title: %j', (source, title, rest) => {
    expect(read(source, { takeTitle: true }).title).toBe(title);
    expect(html(source, { takeTitle: true })).toBe(rest);
    expect(read(source).title).toBe(null);
  });
});

describe('plain text', () => {
  const source =
    '## H\n\nOne *two* `three`\nfour.[^1]\n\n![alt](a.png "Caption | Credit")\n\n```\ncode\n```\n\n- item\n\n> quote\n\n| a | b |\n|---|---|\n| c | d |\n\n::: factbox T\nbox\n:::\n\nLast.\n\n[^1]: Note.';

  it('has every block but listings on a line of its own', () => {
    expect(read(source).text.split('\n')).toEqual([
      'H',
      'One two three four.',
      'Caption Credit',
      'item',
      'quote',
      'a b',
      'c d',
      'T',
      'box',
      'Last.',
      'Note.',
    ]);
  });

  it('has for excerpts only the paragraphs of the article itself', () => {
    expect(read(source, { runIn: 'TIRANA –' }).opening).toBe('One two three four. Last.');
    expect(read('- only\n- lists').opening).toBe('only\nlists');
  });

  it.each(['<!--more-->', '<!-- more -->', '<!--break-->'])('tells what stands before %s', (mark) => {
    expect(read(`## H\n\nOne.\n\nTwo.\n\n${mark}\n\nThree.`).lead).toBe('One. Two.');
    expect(read(`One ${mark} two.`).lead).toBe('One');
    expect(html(`One.\n\n${mark}\n\nThree.`)).toBe('<p>One.</p><p>Three.</p>');
    expect(read(`${mark}\n\nOne.`).lead).toBe(null);
    expect(read(`One.\n\n\`${mark}\``).lead).toBe(null);
  });

  it('counts its words', () => {
    expect(read('# One two\n\nThree, don’t.').body.words).toBe(4);
  });
});
