import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { needsAmong } from '../../../src/stages/render/index.js';
import { policyOf } from '../../../src/text/csp.js';
import { pageOf, setUp } from './support.js';

const BASE =
  "default-src 'self'; base-uri 'none'; form-action 'self'; img-src 'self' data:; object-src 'none'";
const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function rendered(body: string, policy = { shared: [] as string[], inPages: true }) {
  const { renderer } = setUp({
    templates: {
      'article.njk': `<!doctype html><head><meta charset="utf-8">\n<title>x</title></head>${body}`,
    },
    policy,
  });
  const result = renderer?.render(pageOf(), () => '');
  if (result === undefined || 'problem' in result) throw new Error(JSON.stringify(result));
  return result;
}
const needs = (body: string): string[] => needsAmong(rendered(body).reached);

describe('what a page needs', () => {
  it.each<[string, string, string[]]>([
    [
      'nothing of its own server',
      '<img src="/a.png"><script src="/a.js"></script><img src="https://post.example/b.png"><a href="https://o.example/">o</a>',
      [],
    ],
    [
      'pictures',
      '<img src="https://a.example/x.png" srcset="//b.example/1.png 1x, https://c.example:8443/2.png 2x">',
      ['img-src b.example', 'img-src https://a.example', 'img-src https://c.example:8443'],
    ],
    [
      'pictures whose server is written with signs of HTML',
      '<img src="&#x2f;/a.example/1.png"><img src="https&#58;//b.example/2.png"><IMG\nSRC="\n//c.example/3.png">',
      ['img-src a.example', 'img-src c.example', 'img-src https://b.example'],
    ],
    [
      'frames, films and forms',
      '<iframe src="https://f.example/embed/1"></iframe><video poster="https://p.example/p.jpg"><source src="https://v.example/v.mp4"></video><form action="https://n.example/subscribe">',
      [
        'form-action https://n.example',
        'frame-src https://f.example',
        'img-src https://p.example',
        'media-src https://v.example',
      ],
    ],
    [
      'a script of another server, which may talk to it',
      '<script async src="https://s.example/s.js"></script>',
      ['connect-src https://s.example', 'img-src https://s.example', 'script-src https://s.example'],
    ],
    [
      'style sheets of another server, with their fonts',
      '<link rel="preconnect" href="https://x.example"><link rel="stylesheet" href="https://s.example/s.css">',
      ['font-src https://s.example', 'style-src https://s.example'],
    ],
    [
      'scripts and styles in the page, by their hash',
      '<style>a{b:c}</style><script>go("<img src=https://no.example/x>")</script>',
      [`script-src ${sha('go("<img src=https://no.example/x>")')}`, `style-src ${sha('a{b:c}')}`],
    ],
    [
      'nothing of data in scripts',
      '<script type="application/ld+json">{"image":"<img src=https://no.example/x>"}</script>',
      [],
    ],
    [
      'styles and handlers in attributes',
      '<p style="color:&quot;red&quot;" onclick=\'go()\'>a style="b"</p>',
      [
        `script-src 'unsafe-hashes'`,
        `script-src ${sha('go()')}`,
        `style-src 'unsafe-hashes'`,
        `style-src ${sha('color:"red"')}`,
      ],
    ],
    [
      'what a template says that can’t be seen',
      "{{ allow('frame-src', 'https://player.example') }}",
      ['frame-src https://player.example'],
    ],
  ])('is %s', (_, body, wanted) => {
    expect(needs(body).sort()).toEqual([...wanted].sort());
  });

  it('stands in its head before all that is loaded, where pages say it', () => {
    const shared = ['connect-src https://stats.example'];
    expect(rendered('<img src="https://a.example/&quot;x.png">', { shared, inPages: true }).html).toContain(
      `<meta charset="utf-8">\n<meta http-equiv="content-security-policy" content="${BASE.replace('form-action', "connect-src 'self' https://stats.example; form-action").replace('data:', 'data: https://a.example')}">\n<title>`,
    );
    expect(rendered('<p>', { shared, inPages: false }).html).not.toContain('http-equiv');
  });

  it.each(["{{ allow('image-src', 'https://a.example') }}", "{{ allow('img-src', 'a; script-src *') }}"])(
    'is refused where it would be no policy: %s',
    (body) => expect(() => rendered(body)).toThrow('template-filter-input'),
  );
});

it('a policy is the same text in whatever order its needs come, and never both none and something', () => {
  const all = ['object-src https://o.example', 'img-src https://b.example', 'img-src https://a.example'];
  expect(policyOf(all, 'header')).toBe(policyOf([...all].reverse(), 'header'));
  expect(policyOf(all, 'header')).toBe(
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; img-src 'self' data: https://a.example https://b.example; object-src https://o.example",
  );
});
