import { afterEach, describe, expect, it } from 'vitest';
import { parse } from './support.js';

/** Set by any code in an article that is ever run. */
const canary = globalThis as { datelineCanary?: boolean };

afterEach(() => {
  delete canary.datelineCanary;
});

describe('nothing in an article is ever run', () => {
  const code = 'globalThis.datelineCanary = true';

  it.each([
    ['---js', `---js\n${code}; module.exports = {}\n---\n`],
    ['---javascript', `---javascript\n{ title: (${code}, "A") }\n---\n`],
    ['--- JS with blanks', `---   JS  \n{ title: (${code}, "A") }\n---\n`],
    ['---coffee', `---coffee\n${code}\n---\n`],
    ['---js that nothing ends', `---js\n${code}`],
    ['a text that begins like it', `---js ${code}\n---\n`],
    ['+++js', `+++js\n${code}\n+++\n`],
    [';;;js', `;;;js\n${code}\n;;;\n`],
    [
      'a tag of YAML for functions',
      `---\ntitle: !!js/function 'function () { ${code} }'\ndate: 2023-06-30\n---\n`,
    ],
    ['a tag of YAML for expressions', `---\ntitle: !!js/eval "${code}"\ndate: 2023-06-30\n---\n`],
    ['JSON with code', `---json\n{ "title": (${code}) }\n---\n`],
    [
      'a template in a title',
      `---\ntitle: "{{ ${code} }}{% set x = 1 %}"\ndate: 2023-06-30\n---\n{{ range.constructor("${code}")() }}`,
    ],
  ])('%s', (_, text) => {
    parse(text);
    expect(canary.datelineCanary).toBeUndefined();
  });

  it('leaves templates in fields as the text that they are', () => {
    const { value } = parse('---\ntitle: "{{ 7 * 7 }}"\ndate: 2023-06-30\n---\n');
    expect(value?.article.title).toBe('{{ 7 * 7 }}');
  });

  it('changes no prototype', () => {
    parse(
      '---\ntitle: A\ndate: 2023-06-30\nx: { constructor: { prototype: { hurt: 1 } } }\n__proto__: { hurt: 1 }\n---\n',
    );
    parse('{ "title": "A", "date": "2023-06-30", "__proto__": { "hurt": 1 } }\n');
    parse('+++\ntitle = "A"\ndate = 2023-06-30\n["__proto__"]\nhurt = 1\n+++\n');
    expect(({} as { hurt?: number }).hurt).toBeUndefined();
  });

  it('gives each article values of its own, though their texts are alike', () => {
    const text = '---\ntitle: A\ndate: 2023-06-30\nx: { y: [1] }\n---\n';
    const first = parse(text).value?.article.extra;
    const second = parse(text).value?.article.extra;
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
    expect(first?.x).not.toBe(second?.x);
  });
});
