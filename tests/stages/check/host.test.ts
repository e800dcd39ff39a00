import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../src/stages/check/host.js';
import { checkHeaderRules, checkRedirectRules } from '../../../src/stages/check/rules.js';
import { HOST_NAMES, HOSTS, type HostName, S3_LOCATION } from '../../../src/text/hosts.js';
import { article, newsroom, SITE_YAML } from '../../support/site.js';

const MIB = 1024 * 1024;
const files = (count: number, bytes = 1, path = (i: number) => `2026/${i}.html`): Map<string, number> =>
  new Map(Array.from({ length: count }, (_, i) => [path(i), bytes]));
const codesOf = (problems: readonly { readonly code: string }[]): string[] =>
  problems.map(({ code }) => code);

describe('the limits of hosts', () => {
  it('each say where they were read', () => {
    const limits = [
      ...Object.values(HOSTS).flatMap(({ files: f, fileBytes, siteBytes, pathBytes, redirects, headers }) => [
        f,
        fileBytes,
        siteBytes,
        pathBytes,
        redirects?.rules,
        redirects?.lineLength,
        redirects?.fileBytes,
        headers?.rules,
        headers?.lineLength,
      ]),
      S3_LOCATION,
    ].filter((limit) => limit !== null && limit !== undefined);
    expect(limits.length).toBeGreaterThan(10);
    for (const { most, source } of limits) {
      expect(most).toBeGreaterThan(0);
      expect(source).toMatch(
        /^https:\/\/(developers\.cloudflare\.com|docs\.(netlify|github|gitlab|aws\.amazon)\.com)\//,
      );
    }
  });
});

describe('check --target', () => {
  it.each<[HostName, Map<string, number>, string[]]>([
    ['cloudflare', files(20_000), []],
    ['cloudflare', files(20_001), ['host-files']],
    ['cloudflare', files(1, 25 * MIB), []],
    ['cloudflare', files(2, 25 * MIB + 1), ['host-file-size', 'host-file-size']],
    ['netlify', files(60_000, MIB), []],
    ['github', files(1024, MIB), []],
    ['github', files(1025, MIB), ['host-size']],
    ['gitlab', files(199_999), []],
    ['gitlab', files(199_999, 1, (i) => `${i % 2}/${i}`), ['host-files']],
    ['s3', files(1, 1, () => 'é'.repeat(512)), []],
    ['s3', files(1, 1, () => 'é'.repeat(513)), ['host-path']],
    ['s3', files(1, 5 * 1024 * MIB + 1), ['host-file-size']],
  ])('holds files against the limits of %s', (name, all, codes) => {
    expect(codesOf(checkFiles(HOSTS[name], all))).toEqual(codes);
  });

  const rule = (i: number): string => `/old/${i}/ /new/ 301`;
  const ruleFile = (lines: readonly string[]) => ({
    file: 'content/static/_redirects',
    text: lines.join('\n'),
  });
  const many = (count: number) => Array.from({ length: count }, (_, i) => rule(i));

  it.each<[HostName, string[], string[]]>([
    ['cloudflare', many(2000), []],
    ['cloudflare', many(2001), ['host-redirects']],
    ['cloudflare', ['/a /b', '# a comment', '', '/a/* /b/:splat 302'], []],
    ['cloudflare', ['/a /b 410'], ['host-rule']],
    ['cloudflare', ['/a /b 301!'], ['host-rule']],
    ['cloudflare', ['/a id=5 /b 301'], ['host-rule']],
    ['cloudflare', [`/${'a'.repeat(1000)} /b 301`], ['host-rule']],
    ['netlify', ['/a id=5 /b 301!', '/x /x/index.html 404!'], []],
    ['netlify', many(10_001), ['host-many-redirects']],
    ['gitlab', many(1000), []],
    ['gitlab', many(1001), ['host-redirects']],
    ['gitlab', [`/a /${'b'.repeat(64 * 1024)}`], ['host-rule-file']],
    ['gitlab', ['/a /b 303'], ['host-rule']],
  ])('holds _redirects against what %s reads', (name, lines, codes) => {
    const { redirects } = HOSTS[name];
    if (redirects === null) throw new Error(`${name} reads no redirects.`);
    expect(codesOf(checkRedirectRules(HOSTS[name], redirects, ruleFile(lines)))).toEqual(codes);
  });

  it('holds _headers against what Cloudflare reads, at their lines', () => {
    const { headers } = HOSTS.cloudflare;
    if (headers === null) throw new Error('Cloudflare reads headers.');
    const text = (count: number, value = 'x') =>
      Array.from({ length: count }, (_, i) => `/${i}\n  X-Note: ${value}`).join('\n');
    const check = (written: string) =>
      checkHeaderRules(HOSTS.cloudflare, headers, { file: 'content/static/_headers', text: written });
    expect(codesOf(check(text(100)))).toEqual([]);
    expect(codesOf(check(text(101)))).toEqual(['host-headers']);
    expect(check(text(1, 'x'.repeat(2000))).map(({ code, line }) => [code, line])).toEqual([
      ['host-header-line', 2],
    ]);
  });

  const site = newsroom({
    'content/site.yaml': `${SITE_YAML}redirects: [nginx, apache]\n`,
    'content/articles/a.md': article('title: A\ndate: 2026-11-01\naliases: [/old/, "/?p=1"]'),
    'content/articles/b.md': article('title: B\ndate: 2026-11-01\ngone: true'),
    'content/static/_headers': '/*\n  X-Frame-Options: DENY\n',
  });
  it.each<[HostName, string[]]>([
    ['cloudflare', ['host-gone', 'host-no-redirects', 'host-queries', 'host-unread']],
    ['github', ['host-gone', 'host-no-redirects', 'host-queries', 'host-unread', 'host-unread']],
  ])('tells what would not be answered or heeded by %s', async (target, codes) => {
    const { problems, outcome } = await site.check({ target });
    expect(codesOf(problems.filter(({ code }) => code.startsWith('host-'))).sort()).toEqual(codes);
    expect(outcome).toBe('content');
  });

  it('has nothing to say where pages answer, and knows the size of every file', async () => {
    site.write({
      'content/site.yaml': `${SITE_YAML}redirects: [html]\n`,
      'content/articles/b.md': null,
      'content/static/_headers': null,
    });
    for (const target of HOST_NAMES) expect((await site.check({ target })).problems).toEqual([]);
    site.write({ 'content/media/film.mp4': new Uint8Array(25 * MIB + 1) });
    const { problems } = await site.check({ target: 'cloudflare' });
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['host-file-size', 'public/media/film.mp4'],
    ]);
  });

  it('tells of rules that were written for another host once', async () => {
    site.write({
      'content/media/film.mp4': null,
      'content/site.yaml': `${SITE_YAML}redirects: [html, netlify]\n`,
    });
    expect(codesOf((await site.check({ target: 'cloudflare' })).problems)).toEqual(['host-form']);
    expect(codesOf((await site.check({ target: 'netlify' })).problems)).toEqual([]);
    site.write({ 'content/site.yaml': `${SITE_YAML}redirects: [html, cloudflare]\n` });
    // It reads their redirects, and no headers.
    expect(codesOf((await site.check({ target: 'gitlab' })).problems)).toEqual(['host-unread']);
  });
});
