import { describe, expect, it } from 'vitest';
import { html } from './support.js';

const quoted = `"A 'b' c"`;
const NARROW = '\u202f';

describe('quotation marks', () => {
  it.each([
    ['en', '“A ‘b’ c”'],
    ['en-GB', '“A ‘b’ c”'],
    ['de', '„A ‚b‘ c“'],
    ['de-CH', '«A ‹b› c»'],
    ['fr', `«${NARROW}A “b” c${NARROW}»`],
    ['fr-CH', '«A ‹b› c»'],
    ['sq', '„A ‚b’ c”'],
    ['cs', '„A ‚b‘ c“'],
    ['el', '«A “b” c»'],
    ['ru', '«A „b“ c»'],
    ['sr-Latn', '„A ’b’ c”'],
    ['sv', '”A ’b’ c”'],
    ['pl', '„A «b» c”'],
    ['hu', '„A »b« c”'],
    ['tr', '“A ‘b’ c”'],
    ['fa', '«A ‹b› c»'],
    ['ar-EG', '«A ‹b› c»'],
    ['ja', '「A 『b』 c」'],
    ['zh', '“A ‘b’ c”'],
    ['zh-Hant-TW', '「A 『b』 c」'],
    ['xx', '“A ‘b’ c”'],
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
