import { describe, expect, it } from 'vitest';
import { codes, html, read } from './support.js';

describe('raw HTML on a site that allows none', () => {
  it.each([
    [
      'tags in a text vanish, their words stay',
      'H<sub>2</sub>O is <b class="x">wet</b>',
      '<p>H2O is wet</p>',
    ],
    ['line breaks stay', 'a<br>b<br/>c', '<p>a<br>b<br>c</p>'],
    ['comments vanish', 'a <!-- secret --> b\n\n<!-- secret\n\nstill -->\n\nc', '<p>a  b</p><p>c</p>'],
    [
      'blocks become paragraphs, read as Markdown',
      '<div>\n*One*\n<p>[Two](b.md)</p>three</div>',
      '<p><em>One</em></p><p>[A0]Two[Z0]</p><p>three</p>',
    ],
    ['Markdown between blocks stays Markdown', '<div>\n\n**a**\n\n</div>', '<p><strong>a</strong></p>'],
    [
      'cells and items keep apart',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      '<p>a b</p><p>c</p>',
    ],
    [
      'listings stay listings',
      '<pre>\n a &lt; <b>b</b>\n</pre>',
      '<pre tabindex="0"><code> a &lt; b\n</code></pre>',
    ],
    ['readings of ruby stand in brackets', '<ruby>漢字<rt>kanji</rt></ruby>', '<p>漢字 (kanji)</p>'],
    ['scripts vanish with what they hold', 'a <script>alert(1)</script> b', '<p>a  b</p>'],
    ['also as blocks', '<script>\nalert(1)\n\nalert(2)\n</script>\n\na', '<p>a</p>'],
    [
      'also inside other blocks, across blank lines',
      '<div><script>\nx()\n\ny()\n</script>kept</div>\n\na',
      '<p>kept</p><p>a</p>',
    ],
    [
      'also frames, styles and drawings',
      '<style>p{}</style>\n\n<iframe src="x">y</iframe>\n\n<svg><text>z</text></svg>\n\na',
      '<p>a</p>',
    ],
    [
      'a script that is never closed swallows nothing but its tag',
      'Use <script> for this.\n\nb',
      '<p>Use  for this.</p><p>b</p>',
    ],
    ['entities are decoded once', '<p>a &amp;lt; &copy;</p>', '<p>a &amp;lt; ©</p>'],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('is told once for a text, with what was left out and what to allow', () => {
    const { problems } = read('a\n\n<b>x</b> <b>y</b> <i>z</i>\n\n<script>s</script>', { line: 3 });
    expect(problems).toMatchObject([{ code: 'html-left-out', line: 5 }]);
    expect(problems[0]?.message).toContain('`<b>` ×2, `<i>`, `<script>`');
    expect(problems[0]?.hint).toContain('html: { allow: [b, i] }');
  });

  it('is not told for comments, line breaks and words in angle brackets', () => {
    expect(codes('a<br><!-- b --> <name>')).toEqual([]);
  });
});

describe('raw HTML on a site that allows some', () => {
  const allow = (...names: string[]) => ({ html: { allow: names } });

  it.each([
    ['tags on the list stay, others vanish', ['b'], 'a <b>b</b> <i>c</i>', '<p>a <b>b</b> c</p>'],
    [
      'attributes are those that are harmless',
      ['b'],
      '<b class="x" lang="sq" style="color:red" onclick="x()" data-x="1">b</b>',
      '<p><b class="x" lang="sq">b</b></p>',
    ],
    [
      'tags are balanced',
      ['b', 'div'],
      '<div>\n\na *b <b>c*\n\nd',
      '<div><p>a <em>b <b>c</b></em></p><p>d</p></div>',
    ],
    [
      'links and pictures get holes',
      ['a', 'img'],
      '<a href="b.md" title="t">x</a> <img src="c.png" alt="d" onerror="x()">',
      '<p>[A0]x[Z0] [I1]</p>',
    ],
    [
      'links elsewhere stay',
      ['a'],
      '<a href="https://x.example/" target="_blank">x</a>',
      '<p><a href="https://x.example/">x</a></p>',
    ],
    [
      'Markdown links keep their holes inside it',
      ['span'],
      '<span>[x](b.md)</span> ![p](c.png)',
      '<p><span>[A0]x[Z0]</span> [I1]</p>',
    ],
    ['nothing can allow a script', ['script', 'b'], '<script>alert(1)</script><b>x</b>', '<b>x</b>'],
    ['nor a frame', ['iframe'], '<iframe src="https://x.example/"></iframe>\n\na', '<p>a</p>'],
    [
      'blocks stay as they are',
      ['table', 'tr', 'td'],
      '<table>\n<tr><td>*a*</td></tr>\n</table>',
      '<table><tr><td>*a*</td></tr></table>',
    ],
    ['no link inside a link', ['a'], '<a href="b.md">x [y](c.md)</a>', '<p>[A1]x y[Z1]</p>'],
  ])('%s', (_, names, source, expected) => {
    expect(html(source, {}, allow(...names))).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ])('has no link to %s', (href) => {
    const result = html(`<a href="${href}">x</a>`, {}, allow('a'));
    expect(result).toBe('<p>x</p>');
  });

  it('cannot forge a hole', () => {
    const source = '<b title="&#xFDD0;A0&#xFDD1;">&#64976;I0&#xfdd1</b> [x](y.md)';
    expect(html(source, {}, allow('b'))).not.toMatch(/[\ufdd0-\ufdef]/);
    expect(html('<div>&#xFDD0;A0&#xFDD1;</div>', {}, allow('div'))).not.toMatch(/\[A0\]/);
  });

  it('tells where a link in it stands', () => {
    expect(read('a\n\n<a href="b.md">x</a>', {}, allow('a')).body.refs).toMatchObject([
      { target: 'b.md', line: 3, column: 10 },
    ]);
  });
});
