import { describe, expect, it } from 'vitest';
import { createPageMemory } from '../../src/edges/pages/index.js';
import { article, codes, newsroom, SITE_YAML } from '../support/site.js';

const ONE = {
  'content/articles/a.md': article('title: A\ndate: 2026-11-01', '![x](https://pictures.example/a.png)'),
};
const yaml = (more: string): string => `${SITE_YAML}remotePictures: true\n${more}`;
const POLICY = /^ {2}Content-Security-Policy: (.*)$/m;

describe('what servers are told', () => {
  it('is what all pages need together, also of pages that are not made anew', async () => {
    const pages = createPageMemory();
    const site = newsroom({
      ...ONE,
      'content/site.yaml': yaml('redirects: [html, netlify, nginx, apache]\n'),
      'templates/page.njk': '<!doctype html><title>x</title><iframe src="https://film.example/1"></iframe>',
      'content/pages/film.md': '---\ntitle: Film\n---\n',
      'templates/assets/own.css': '@font-face { font-family: x; src: url(https://fonts.example/x.woff2) }',
    });
    const first = await site.build({ pages });
    expect(codes(first)).toEqual([]);
    const headers = site.read('_headers');
    expect(POLICY.exec(headers)?.[1]).toBe(
      "default-src 'self'; base-uri 'none'; font-src 'self' https://fonts.example; form-action 'self'; frame-ancestors 'self'; frame-src 'self' https://film.example; img-src 'self' data: https://pictures.example; object-src 'none'",
    );
    expect(headers).toContain('/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n');
    expect(site.read('.htaccess')).toContain('Header always set X-Content-Type-Options "nosniff"');
    const [nginx] = first.serverFiles.filter(({ name }) => name.endsWith('nginx-headers.conf'));
    expect(nginx?.text).toContain("frame-src 'self' https://film.example");
    for (const page of ['index.html', 'film/index.html', '2026/11/a/index.html'])
      expect(site.read(page)).not.toContain('http-equiv="content-security-policy"');

    site.write({ 'content/articles/b.md': article('title: B\ndate: 2026-11-02') });
    await site.build({ pages });
    expect(site.read('_headers')).toBe(headers);
    site.write({ 'content/articles/a.md': article('title: A\ndate: 2026-11-01') });
    const { changes } = await site.build({ pages });
    expect([changes?.changed.index.includes('_headers'), site.read('_headers').includes('pictures')]).toEqual(
      [true, false],
    );
  });

  it('leaves a newsroom’s own _headers alone, and files of its own under /assets/ may change', async () => {
    const site = newsroom({
      ...ONE,
      'content/site.yaml': yaml(
        'redirects: [cloudflare]\nurl: https://herald.example/news/\n'.replace('url', '#'),
      ),
      'content/static/assets/app.js': 'x',
    });
    await site.build();
    const rules = site
      .read('_headers')
      .split('\n')
      .filter((line) => line.startsWith('/'));
    expect(rules[0]).toBe('/*');
    expect(rules.length).toBeGreaterThan(3);
    for (const rule of rules.slice(1)) expect(rule).toMatch(/^\/assets\/.*\.[\da-f]{8}\.(?:css|js|\w+)$/);
    site.write({ 'content/static/_headers': '/*\n  X-Own: 1\n' });
    expect(codes(await site.build())).toEqual([]);
    expect(site.read('_headers')).toBe('/*\n  X-Own: 1\n');
  });

  it('is what site.yaml adds and says otherwise', async () => {
    const site = newsroom({
      ...ONE,
      'content/site.yaml': yaml(
        "redirects: [netlify]\nsecurity:\n  csp: { connect-src: [https://stats.example], script_src: [\"'wasm-unsafe-eval'\"] }\n  headers: { referrer-policy: same-origin, Permissions-Policy: '', X-Own: a b }\n",
      ),
    });
    expect(codes(await site.build())).toEqual([]);
    const headers = site.read('_headers');
    expect(headers).toContain("connect-src 'self' https://stats.example;");
    expect(headers).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(headers).toContain('  Referrer-Policy: same-origin\n  X-Own: a b\n');
    expect(headers).not.toContain('Permissions-Policy');
  });

  it.each([
    ['csp: { img-src: ["a b"] }', 'csp-source'],
    ['csp: { script-src: ["\'unsafe-inline\'"] }', 'csp-unsafe'],
    ['csp: { image-src: [https://a.example] }', 'unknown-option'],
    ['headers: { "A B": x }', 'header-name'],
    ['headers: { Content-Security-Policy: "default-src *" }', 'header-policy'],
    ['headers: { X-A: "a\\"; b" }', 'header-value'],
  ])('is refused where it would mean something else: %s', async (written, code) => {
    const site = newsroom({ 'content/site.yaml': `${SITE_YAML}security:\n  ${written}\n` });
    expect(codes(await site.check())).toContain(code);
  });

  it('is nothing where the site wants no policy', async () => {
    const site = newsroom({ ...ONE, 'content/site.yaml': yaml('security: { csp: no }\n') });
    await site.build();
    expect([...site.published().values()].join('')).not.toMatch(/content-security-policy/i);
  });
});
