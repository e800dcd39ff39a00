import { describe, expect, it } from 'vitest';
import { bytes, codes, parserFor } from './support.js';

const parser = parserFor();
const profile = (
  text: string,
  kind: 'author' | 'section' | 'tag' | 'series' = 'author',
  id = 'rudina-leka',
) => parser.profile(kind, id, `content/${kind}s/${id}.md`, bytes(text));
const page = (text: string, file = 'content/pages/about.md') => parser.page(file, bytes(text));

describe('profiles', () => {
  it('reads all fields of an author', () => {
    const { value, problems } = profile(
      [
        '---',
        'title: Rudina Leka',
        'description: Covers railways.',
        'picture: { src: rudina.jpg, alt: A portrait }',
        'order: 3',
        'names: [R. Leka, Rudi]',
        'aliases: /staff/rudina/',
        'role: Transport editor',
        'email: rudina@example.org',
        'sameAs: [https://mastodon.social/@rudina]',
        'desk: trains',
        '---',
        'She *travels*.',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      kind: 'author',
      id: 'rudina-leka',
      file: 'content/authors/rudina-leka.md',
      title: 'Rudina Leka',
      description: 'Covers railways.',
      picture: { src: { text: 'rudina.jpg', line: 4 }, alt: 'A portrait' },
      order: 3,
      names: ['R. Leka', 'Rudi'],
      aliases: [{ text: '/staff/rudina/' }],
      role: 'Transport editor',
      email: 'rudina@example.org',
      sameAs: ['https://mastodon.social/@rudina'],
      extra: { desk: 'trains' },
    });
    expect(value?.body.html).toContain('<em>travels</em>');
  });

  it('understands other systems’ names', () => {
    const text =
      '---\ndisplay_name: Rudina Leka\nbio: Covers railways.\nweight: 2\nphoto: a.jpg\nslug: rudina\n---\n';
    expect(profile(text).value).toMatchObject({
      title: 'Rudina Leka',
      description: 'Covers railways.',
      order: 2,
      picture: { src: { text: 'a.jpg' } },
    });
  });

  it.each([
    ['author', 'rudina-leka', 'Rudina Leka'],
    ['author', 'Ciaran O’Riordan', 'Ciaran O’Riordan'],
    ['section', 'world/southern-europe', 'Southern europe'],
    ['tag', 'press-freedom', 'Press freedom'],
    ['series', 'çlirimi', 'Çlirimi'],
  ] as const)('takes the name of a %s from the file where none is written: %s', (kind, id, title) => {
    expect(profile('Text.', kind, id).value?.title).toBe(title);
  });

  it('tells what is wrong, with its place', () => {
    const text =
      '---\ntitle: [A, B]\norder: first\nemail: <a@b>\nsameAs: [ftp://x]\naliases: [../x]\npicture: "javascript:x"\n---\n';
    expect(profile(text)).toMatchObject({ value: null });
    expect(codes(profile(text).problems)).toEqual([
      'wrong-shape 2:8',
      'invalid-value 3:8',
      'invalid-value 4:8',
      'invalid-value 5:10',
      'address-outside 6:11',
      'invalid-value 7:10',
    ]);
    expect(codes(profile('---\ntitle: A: b\n---\n').problems)).toEqual(['unquoted-colon 2:8']);
  });
});

describe('standing pages', () => {
  it.each([
    ['content/pages/about.md', '/about/'],
    ['content/pages/help/contact us.md', '/help/contact-us/'],
    ['content/pages/help/index.md', '/help/'],
    ['content/pages/Über uns.md', '/über-uns/'],
  ])('stand where their file does: %s', (file, url) => {
    expect(page('# About us\n\nWe are.', file)).toMatchObject({
      problems: [],
      value: { url, title: 'About us' },
    });
  });

  it('read all fields, and their title from the first heading', () => {
    const { value, problems } = page(
      '---\ndescription: Who we are.\nurl: /imprint.html\nlang: sq\nnoindex: true\ntemplate: plain.njk\naliases: [/old/]\nx: 1\n---\n# Rreth nesh\n\nTekst.',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      id: 'pages/about',
      title: 'Rreth nesh',
      description: 'Who we are.',
      url: '/imprint/',
      lang: 'sq',
      noindex: true,
      draft: false,
      template: { text: 'plain.njk', line: 6 },
      aliases: [{ text: '/old/' }],
      extra: { x: 1 },
    });
    expect(value?.body.html).not.toContain('Rreth');
  });

  it.each([
    ['---\ntitle: A\n---\n', 'content/pages/index.md', 'reserved-address 2:8'],
    ['---\ntitle: A\n---\n', 'content/pages/archive.md', 'reserved-address 2:8'],
    ['---\ntitle: A\n---\n', 'content/pages/2023.md', 'reserved-address 2:8'],
    ['---\ntitle: A\nurl: /tags/\n---\n', 'content/pages/a.md', 'reserved-address 3:6'],
    ['---\ntitle: A\nurl: ../a\n---\n', 'content/pages/a.md', 'address-outside 3:6'],
    ['---\ntitle: A\ntemplate: ../a\n---\n', 'content/pages/a.md', 'invalid-value 3:11'],
    ['Text.', 'content/pages/a.md', 'missing-title 1:1'],
    ['', 'content/pages/a.md', 'empty-file 1:1'],
  ])('tell what is wrong: %j in %s', (text, file, problem) => {
    expect(codes(page(text, file).problems)).toEqual([problem]);
    expect(page(text, file).value).toBeNull();
  });

  it('are hidden as drafts, also with an error', () => {
    expect(page('---\ntitle: A\ndraft: true\nlang: "?"\n---\n')).toMatchObject({
      hidden: true,
      problems: [{ confidential: true }],
    });
    expect(page('---\ntitle: A: b\ndraft: true\n---\n')).toMatchObject({ hidden: true });
  });
});
