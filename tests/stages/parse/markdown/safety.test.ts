import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { codes, read } from './support.js';

const PIECES = [
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">',
  '</a>',
  '<div',
  ' onclick="x"',
  '>',
  '<b>',
  '</b>',
  '<p>',
  '</p>',
  '<svg/onload=x>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<iframe src="//x">',
  '</iframe>',
  '<style>',
  '</style>',
  '[a](',
  ')',
  '![b](c.png "',
  '")',
  '[x]: javascript:y',
  '](javascript:alert(1))',
  '](data:text/html,x)',
  '<javascript:alert(1)>',
  '[d](e.md)',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```\n',
  '> ',
  '- ',
  '1. ',
  '# ',
  '\n',
  '\n\n',
  '    ',
  '|',
  '|-|\n',
  '::: factbox "T"\n',
  ':::\n',
  ':::: quote <b>\n',
  '@[youtube](dQw4w9WgXcQ)',
  '@[x](javascript:y)',
  '{{< a >}}',
  '{% raw %}',
  '{% endraw %}',
  '{{ "/x" | url }}',
  '{: .x onclick=y}',
  '[^1]',
  '[^1]: ',
  '^[',
  ']',
  '&lt;script&gt;',
  '&#60;script>',
  '&quot;onx=',
  '"',
  "'",
  '\\',
  'https://a.example/"onx=',
  'www.a.example',
  '\ufdd0A0\ufdd1',
  '&#xFDD0;Z0',
  'ë',
  '汉',
  '\u0000',
  '\r\n',
  '<!--more-->',
  '<textarea>',
  '<title>',
  '<math><mtext>',
  '<table><td>',
  '</figure>',
  '</div>',
];

const source = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

type Node = DefaultTreeAdapterTypes.Node;

function* elements(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

const FORBIDDEN = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'form',
  'svg',
  'math',
  'textarea',
  'title',
  'link',
  'meta',
  'base',
]);

/** Start and end tags pair, and so do holes. */
function balanced(html: string): boolean {
  const open: string[] = [];
  for (const [, close, name = '', hole] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)[^>]*>|\ufdd0([A-Z]\d+)\ufdd1/g,
  )) {
    if (hole !== undefined) {
      if (hole.startsWith('I')) continue;
      if (/^[AB]/.test(hole)) open.push(hole);
      else if (open.pop() !== hole.replace('Z', 'A').replace('E', 'B')) return false;
    } else if (/^(?:br|hr|img|wbr)$/.test(name)) continue;
    else if (close === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

function check(text: string, options: Parameters<typeof read>[2]): void {
  const { body } = read(text, { runIn: 'TIRANA –' }, options);
  expect(balanced(body.html), body.html).toBe(true);
  for (const element of elements(parseFragment(body.html))) {
    expect(FORBIDDEN.has(element.tagName), element.tagName).toBe(false);
    for (const { name, value } of element.attrs) {
      expect(name).not.toMatch(/^on|^style$|^src(?:doc|set)?$/);
      if (name === 'href') expect(value).toMatch(/^(?:(?:https?|mailto|tel|ftp|irc):|\/\/|#)/i);
    }
  }
  for (const [, letter, number] of body.html.matchAll(/\ufdd0([A-Z])(\d+)\ufdd1/g)) {
    expect(body.refs[Number(number)]?.kind).toBe(letter === 'A' || letter === 'Z' ? 'link' : 'picture');
  }
  for (const { target, line, column } of body.refs) {
    expect(target.replace(/\p{Cc}| /gu, '')).not.toMatch(/^(?:javascript|vbscript|data):/i);
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
  }
}

describe('whatever stands in a text', () => {
  it('the HTML is well formed, runs nothing and loads nothing', () => {
    fc.assert(
      fc.property(source, (text) => check(text, {})),
      { numRuns: 800 },
    );
  });

  it('the same holds where the site allows tags', () => {
    const allow = [
      'b',
      'i',
      'p',
      'div',
      'a',
      'table',
      'tr',
      'td',
      'figure',
      'script',
      'iframe',
      'svg',
      'style',
      'form',
    ];
    fc.assert(
      fc.property(source, (text) => check(text, { html: { allow } })),
      { numRuns: 400 },
    );
  });

  it('the same text gives the same result, whatever was read before', () => {
    fc.assert(
      fc.property(source, source, (text, other) => {
        const first = read(text);
        read(other);
        expect(read(text)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });
});

describe('texts made to hang the reader', () => {
  const many = (piece: string, times = 60_000): string => piece.repeat(times);

  it.each([
    ['opening brackets', many('[')],
    ['pictures that only open', many('![')],
    ['links that only open', many('[a](')],
    ['stars', many('*a ')],
    ['mixed emphasis', many('*a_ ')],
    ['10,000 nested quotes', `${many('> ', 10_000)}x`],
    ['10,000 nested lists', `${many('- ', 10_000)}x`],
    ['scripts that only open', many('<script>\n\n', 10_000)],
    ['scripts in a paragraph', many('a <script> ', 10_000)],
    ['blocks with scripts', many('<div><script>\n\n', 5_000)],
    ['addresses without an end', many('http://', 30_000)],
    ['shortcodes without an end', many('{{< a ', 20_000)],
    ['tags without an end', many('{% a\n\n', 10_000)],
    ['raw without an end', many('{% raw %} ', 20_000)],
    ['raw on lines without an end', many('{% raw %}\n', 20_000)],
    ['raw with one end', `${many('{% raw %}\n', 20_000)}{% endraw %}`],
    ['listings without an end', many('{% highlight x %}\n', 20_000)],
    ['attributes without an end', `{: ${many('a', 40_000)}`],
    ['footnotes without an end', many('^[', 20_000)],
    ['blocks without an end', many('::: note\n', 5_000)],
    ['2,000 footnotes', Array.from({ length: 2000 }, (_, i) => `x[^${i}]\n\n[^${i}]: n\n`).join('\n')],
    ['10,000 equal headings', many('# a\n\n', 10_000)],
    ['10,000 links that are none', many('[a](javascript:x) ', 10_000)],
    ['a wide table', `|${many('a|', 500)}\n|${many('-|', 500)}\n${many('|x\n', 500)}`],
  ])('%s are read within seconds', (_, text) => {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('what is nested too deep is told with its line', () => {
    expect(codes(`a\n\n${many('> ', 200)}x`)).toEqual(['nested-too-deep 3:1']);
  });

  it('a text of 10 MB is refused in a moment, and nothing of it is shown', () => {
    const { body, problems } = read(many('- a\n', 2_500_000));
    expect(body.html).toBe('');
    expect(problems).toMatchObject([{ code: 'text-too-long', severity: 'error', line: 1 }]);
  });
});
