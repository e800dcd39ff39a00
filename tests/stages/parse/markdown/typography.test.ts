import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../../src/stages/parse/markdown/index.js';
import { cutExcerpt } from '../../../../src/text/excerpt.js';
import { html, read } from './support.js';

const maker = createMarkdown({ url: 'https://news.example/', base: '/', html: false, texts: {} });

const quoted = `"Ah 'b' c"`;
const NARROW = '\u202f';

describe('quotation marks', () => {
  it.each([
    ['en', '“Ah ‘b’ c”'],
    ['en-GB', '“Ah ‘b’ c”'],
    ['de', '„Ah ‚b‘ c“'],
    ['de-CH', '«Ah ‹b› c»'],
    ['fr', `«${NARROW}Ah “b” c${NARROW}»`],
    ['fr-CH', '«Ah ‹b› c»'],
    ['sq', '„Ah ‚b’ c”'],
    ['cs', '„Ah ‚b‘ c“'],
    ['el', '«Ah “b” c»'],
    ['ru', '«Ah „b“ c»'],
    ['sr-Latn', '„Ah ’b’ c”'],
    ['sv', '”Ah ’b’ c”'],
    ['pl', '„Ah «b» c”'],
    ['hu', '„Ah »b« c”'],
    ['tr', '“Ah ‘b’ c”'],
    ['fa', '«Ah ‹b› c»'],
    ['ar-EG', '«Ah ‹b› c»'],
    ['ja', '「Ah 『b』 c」'],
    ['zh', '“Ah ‘b’ c”'],
    ['zh-Hant-TW', '「Ah 『b』 c」'],
    ['xx', '“Ah ‘b’ c”'],
  ])('are those of %s', (lang, expected) => {
    expect(html(quoted, { lang })).toBe(`<p>${expected}</p>`);
  });

  it('leave apostrophes, years and inches alone as far as they can', () => {
    expect(html(`It's the '90s, 12" wide`)).toBe('<p>It’s the ’90s, 12&quot; wide</p>');
  });

  it('go across links and emphasis', () => {
    expect(html('"*a* [b](c.md)"')).toBe('<p>“<em>a</em> [A0]b[Z0]”</p>');
  });
});

describe('dashes and ellipses', () => {
  it.each([
    ['a -- b', 'a – b'],
    ['1990--1995', '1990–1995'],
    ['a---b', 'a—b'],
    ['run with --now', 'run with --now'],
    ['a ----- b', 'a ----- b'],
    ['Well...', 'Well…'],
    ['Well....', 'Well….'],
    ['cd ..', 'cd ..'],
    ['(c) and (r)', '(c) and (r)'],
    ['\\-- and \\...', '-- and ...'],
  ])('%s', (source, expected) => {
    expect(html(source)).toBe(`<p>${expected}</p>`);
  });

  it('are not made in code, listings or addresses', () => {
    expect(html('`"a" -- b...`')).toBe('<p><code>&quot;a&quot; -- b...</code></p>');
    expect(html('    "a" -- b...')).toBe('<pre tabindex="0"><code>&quot;a&quot; -- b...\n</code></pre>');
    expect(html('https://a.example/b--c...d')).toBe(
      '<p><a href="https://a.example/b--c...d">https://a.example/b--c...d</a></p>',
    );
  });

  it('French gets narrow spaces before ; : ! ? and inside « »', () => {
    expect(html('« Oui » : vraiment ?', { lang: 'fr' })).toBe(
      `<p>«${NARROW}Oui${NARROW}»${NARROW}: vraiment${NARROW}?</p>`,
    );
    expect(html('Oui : non ?', { lang: 'fr-CH' })).toBe('<p>Oui : non ?</p>');
  });
});

describe('lines of Chinese and Japanese', () => {
  it.each([
    ['zh', '今天北京\n下雨。\n市民带伞', '今天北京下雨。市民带伞'],
    ['ja', '今日は**東京**\nで雨', '今日は<strong>東京</strong>で雨'],
    ['zh', '今天 Linux\n发布', '今天 Linux\n发布'],
    ['ko', '서울에서\n열린', '서울에서\n열린'],
    ['zh', '一行  \n二行', '一行<br>二行'],
  ])('have no blank between two characters of %s', (lang, text, expected) => {
    expect(html(text, { lang })).toBe(`<p>${expected}</p>`);
  });
});

describe('words of one letter', () => {
  const shown = (source: string, lang: string): string => html(source, { lang }).replaceAll('\u00a0', '~');

  it.each([
    ['cs', 'Byl v Praze a s ním i já.', 'Byl v~Praze a~s~ním i~já.'],
    ['cs', 'V Praze (u nás) "z domu"', 'V~Praze (u~nás) „z~domu“'],
    ['cs', 'Dům v *Brně* a [o něm](b.md)', 'Dům v~<em>Brně</em> a~[A0]o~něm[Z0]'],
    ['cs', 'Byl v\nPraze\na jinde', 'Byl v~Praze\na~jinde'],
    ['sk', 'Bol v Bratislave', 'Bol v~Bratislave'],
    ['pl', 'Był w Krakowie, z nim i ja', 'Był w~Krakowie, z~nim i~ja'],
    ['cs-CZ', 'Šli k řece', 'Šli k~řece'],
    ['cs', 'Karel I. má `v kódu` B', 'Karel I. má <code>v kódu</code> B'],
    ['en', 'He saw a man, I saw a dog', 'He saw a man, I saw a dog'],
    ['csb', 'w Gdańsku', 'w Gdańsku'],
  ])('stay with the next in %s: %s', (lang, source, expected) => {
    expect(shown(source, lang)).toBe(`<p>${expected}</p>`);
  });

  it('do so in headlines and excerpts, and not in the text that is compared', () => {
    const { text, opening } = read('Byl v Praze.', { lang: 'cs' });
    expect(text).toBe('Byl v Praze.');
    expect(cutExcerpt(opening, 100, 'cs')).toBe('Byl v\u00a0Praze.');
    expect(maker.line('O "zemi" a lidech', 'cs')).toBe('O\u00a0„zemi“ a\u00a0lidech');
    expect(maker.line('O zemi', 'cs')).toBe('O\u00a0zemi');
  });

  it('give headings the ids that they had', () => {
    expect(html('## Byl v Praze', { lang: 'cs' })).toContain('id="byl-v-praze"');
  });
});
