import { afterEach, describe, expect, it, test } from 'vitest';
import type { Rule } from '../../src/build/live-rules.js';
import { isAllowed } from '../../src/dev/hosts.js';
import { createSiteServer, type Edition, type Elsewhen, type SiteServer } from '../../src/dev/server.js';
import { close, listen } from '../../src/edges/listen.js';
import { addressTime } from '../../src/problems/usage.js';
import { ask, openPage } from './support.js';

const open: SiteServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ server }) => close(server)));
});

const FILES = {
  'index.html': '<h1>Front</h1>',
  'about/index.html': '<h1>About</h1>',
  '404.html': '<h1>Lost</h1>',
  'assets/site.css': 'body{}',
  'media/film.mp4': '0123456789',
  'çlirimi/index.html': '<h1>Çlirimi</h1>',
};

function edition(files: Readonly<Record<string, string>> = FILES, overlay: string | null = null): Edition {
  return {
    has: (path) => Object.hasOwn(files, path),
    async content(path) {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return content === undefined ? null : { content: Buffer.from(content) };
    },
    overlay,
  };
}

/** The site at another time has a page that says so. */
const elsewhen: Elsewhen = {
  read: (written) =>
    /^[-+:.\dTZ]+$/.test(written) && !Number.isNaN(Date.parse(written))
      ? { moment: Date.parse(written) }
      : { problem: addressTime(written, 'a time', '2026-11-24T12:00:00Z') },
  at: async (moment) => edition({ 'index.html': `<h1>At ${moment}</h1>`, 'about/index.html': 'Then' }),
};

async function serve(base = '/'): Promise<{ site: SiteServer; url: string }> {
  const site = createSiteServer({
    base: () => base,
    host: '127.0.0.1',
    everywhere: false,
    run: 'run',
    elsewhen,
    wrong: ({ message }) => `<dialog>${message}</dialog>`,
  });
  open.push(site);
  const { url } = await listen(site.server, 0, '127.0.0.1');
  await site.show(edition(), 'pages');
  return { site, url };
}

describe('the dev server', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', '<h1>Front</h1>'],
    ['/?x=1#y', 200, 'text/html; charset=utf-8', '<h1>Front</h1>'],
    ['/about/', 200, 'text/html; charset=utf-8', '<h1>About</h1>'],
    ['/%C3%A7lirimi/', 200, 'text/html; charset=utf-8', '<h1>Çlirimi</h1>'],
    ['/c%CC%A7lirimi/', 200, 'text/html; charset=utf-8', '<h1>Çlirimi</h1>'],
    ['/assets/site.css?v=1', 200, 'text/css; charset=utf-8', 'body{}'],
    ['/missing/', 404, 'text/html; charset=utf-8', '<h1>Lost</h1>'],
    ['/%E0%A4%A', 404, 'text/html; charset=utf-8', '<h1>Lost</h1>'],
  ])('answers %s', async (path, status, type, text) => {
    const { url } = await serve();
    const answer = await ask(url, path);
    expect(answer).toMatchObject({ status, headers: { 'content-type': type, 'cache-control': 'no-store' } });
    expect(answer.text.startsWith(text)).toBe(true);
  });

  test.each([
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/../../package.json',
    '//etc/passwd',
    '/\\..\\..\\etc\\passwd',
    '/assets/site.css%00.html',
    '/constructor',
    '/__proto__/',
  ])('answers %s by its own 404 page: nothing outside the edition can be asked for', async (path) => {
    const { url } = await serve();
    const answer = await ask(url, path);
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('<h1>Lost</h1>');
  });

  it('leads from a name without a slash to the folder, and from / to the base', async () => {
    const plain = await serve();
    expect(await ask(plain.url, '/about')).toMatchObject({ status: 302, headers: { location: '/about/' } });
    const based = await serve('/news/');
    expect(await ask(based.url, '/')).toMatchObject({ status: 302, headers: { location: '/news/' } });
    expect(await ask(based.url, '/news')).toMatchObject({ status: 302, headers: { location: '/news/' } });
    expect((await ask(based.url, '/news/about/')).text).toContain('<h1>About</h1>');
    expect((await ask(based.url, '/about/')).status).toBe(404);
  });

  it('answers by the rules of the site: what moved leads on, what was taken down is gone', async () => {
    const { site, url } = await serve('/news/');
    const rules: Readonly<Record<string, Rule>> = {
      '/news/çaj/?': { to: '/news/çlirimi/' },
      '/news/?p=7': { to: '/news/about/' },
      '/news/about/?': { gone: '/news/about/' },
      '/news/was/?': { gone: '/news/about/' },
      '/news/lost/?': { gone: '/news/nowhere/' },
    };
    await site.show({ ...edition(), rule: (_, path, query) => rules[`${path}?${query}`] ?? null }, 'pages');
    const led = (location: string) => ({ status: 302, headers: { location } });
    expect(await ask(url, '/news/%C3%A7aj/')).toMatchObject(led('/news/%C3%A7lirimi/'));
    expect(await ask(url, '/news/?p=7')).toMatchObject(led('/news/about/'));
    for (const path of ['/news/about/', '/news/was/']) {
      const { status, text } = await ask(url, path);
      expect([status, text.startsWith('<h1>About</h1>')]).toEqual([410, true]);
    }
    expect((await ask(url, '/news/lost/')).status).toBe(404);
    expect((await ask(url, '/news/?p=8')).status).toBe(200);
  });

  it('answers for a part of a film, as players ask', async () => {
    const { url } = await serve();
    const part = (range: string) => ask(url, '/media/film.mp4', { headers: { range } });
    expect(await part('bytes=2-4')).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 2-4/10', 'content-length': '3' },
      text: '234',
    });
    expect((await part('bytes=7-')).text).toBe('789');
    expect((await part('bytes=-2')).text).toBe('89');
    expect(await part('bytes=20-')).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */10' },
    });
    expect(await part('lines=1')).toMatchObject({ status: 200, text: '0123456789' });
  });

  it('can be shown in a frame by no other site', async () => {
    const { url } = await serve();
    for (const path of ['/', '/about', '/assets/site.css', '/missing/'])
      expect((await ask(url, path)).headers['content-security-policy']).toBe("frame-ancestors 'self'");
    const part = await ask(url, '/media/film.mp4', { headers: { range: 'bytes=2-4' } });
    expect(part.headers['content-security-policy']).toBe("frame-ancestors 'self'");
  });

  it('shows the site at another time, says so, keeps to it on links, and leads back', async () => {
    const { url } = await serve();
    const there = await ask(url, '/?now=2026-12-01T08:00:00Z');
    expect(there.text).toMatch(/^<h1>At 1796112000000<\/h1>/);
    expect(there.text).toContain('The site as of 2026-12-01 08:00 UTC');
    expect(there.text).toContain('href="?now="');
    const [kept = ''] = [there.headers['set-cookie']].flat();
    expect(kept).toMatch(/; HttpOnly; SameSite=Strict$/);
    const cookie = kept.split(';')[0] ?? '';
    expect((await ask(url, '/about/', { headers: { cookie: `other=1; ${cookie}` } })).text).toMatch(/^Then/);
    expect((await ask(url, '/about/')).text).toMatch(/^<h1>About/);
    const back = await ask(url, '/about/?now=', { headers: { cookie } });
    expect(back).toMatchObject({ status: 302, headers: { location: '/about/' } });
    expect(String(back.headers['set-cookie'])).toContain('=; Path=/; Max-Age=0');
    expect((await ask(url, '//evil.example/?now=')).headers.location).toBe('/evil.example/');
  });

  it('takes a time with a zone as people write it into an address', async () => {
    const { url } = await serve();
    for (const written of ['2026-12-01T09:00:00%2B01:00', '2026-12-01T09:00:00+01:00'])
      expect((await ask(url, `/?now=${written}`)).text).toMatch(/^<h1>At 1796112000000/);
  });

  it('says in the browser what a time looks like where one can’t be read', async () => {
    const { url } = await serve();
    const { status, text } = await ask(url, '/?now=<b>tomorrow');
    expect(status).toBe(400);
    expect(text).toContain('`?now=` cannot be `&lt;b&gt;tomorrow`');
    expect(text).toContain('?now=2026-11-24T12:00:00Z');
    expect(text).not.toContain('<b>');
  });

  it('takes no request that could change anything', async () => {
    const { url } = await serve();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await ask(url, '/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask(url, '/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  it('refuses what another site’s page asks', async () => {
    const { url } = await serve();
    const { host } = new URL(url);
    expect((await ask(url, '/', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask(url, '/', { headers: { host, origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask(url, '/_dateline/events', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask(url, '/', { headers: { host } })).headers['cross-origin-resource-policy']).toBe(
      'same-origin',
    );
  });

  it('puts the overlay and the script on every page, and on nothing else', async () => {
    const { site, url } = await serve();
    await site.show(edition(FILES, '<dialog>Wrong</dialog>'), 'pages');
    for (const path of ['/', '/missing/']) {
      const { text } = await ask(url, path);
      expect(text).toContain('<dialog>Wrong</dialog>');
      expect(text).toContain('new EventSource(');
    }
    expect((await ask(url, '/assets/site.css')).text).toBe('body{}');
  });

  it('tells those pages that have changed, come or gone, and no others', async () => {
    const { site, url } = await serve();
    const pages = ['/', '/about/', '/new/', '/missing/'].map((page) => openPage(url, page));
    await Promise.all(pages.map((page) => page.count(1)));
    const { 'about/index.html': _gone, ...rest } = FILES;
    await site.show(edition({ ...rest, 'new/index.html': 'New' }), 'pages');
    await site.show(edition({ ...rest, 'new/index.html': 'New' }), 'styles');
    await Promise.all(pages.map(async (page, i) => page.count(i === 0 || i === 3 ? 2 : 3)));
    expect(pages.map(({ told }) => told)).toEqual([
      ['edition', 'styles'],
      ['edition', 'page', 'styles'],
      ['edition', 'page', 'styles'],
      ['edition', 'styles'],
    ]);
    for (const page of pages) page.close();
  });
});

describe('a page whose template is wrong', () => {
  it('says so in its place, and the other pages stand', async () => {
    const { site, url } = await serve();
    const { content } = edition();
    const problem = addressTime('x', 'wrong in article.njk', 'y');
    await site.show(
      { ...edition(), content: async (path) => (path === 'about/index.html' ? { problem } : content(path)) },
      'pages',
    );
    const { status, text } = await ask(url, '/about/');
    expect([status, text.includes(`<dialog>${problem.message}</dialog>`)]).toEqual([200, true]);
    expect(text).toContain('new EventSource(');
    expect((await ask(url, '/')).text).toContain('<h1>Front</h1>');
  });
});

describe('who may ask', () => {
  test.each([
    ['localhost:8080', {}, true],
    ['127.0.0.1:8080', {}, true],
    ['[::1]:8080', {}, true],
    ['LOCALHOST:8080', {}, true],
    ['localhost.evil.example', {}, false],
    ['192.168.1.5:8080', {}, false],
    ['', {}, false],
    ['localhost:8080', { origin: 'http://localhost:8080' }, true],
    ['localhost:8080', { origin: 'http://localhost:3000' }, false],
    ['localhost:8080', { origin: 'null' }, false],
    ['localhost:8080', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, false],
    ['localhost:8080', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, true],
    ['localhost:8080', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'no-cors' }, true],
  ])('host %s with %o: %s', (host, more, allowed) => {
    expect(isAllowed({ host, ...more }, '127.0.0.1', false)).toBe(allowed);
  });

  test.each([
    ['192.168.1.5:8080', true],
    ['[fe80::1]:8080', true],
    ['evil.example:8080', false],
    ['1.2.3.4.evil.example', false],
  ])('with the network let in, host %s: %s', (host, allowed) => {
    expect(isAllowed({ host }, '0.0.0.0', true)).toBe(allowed);
  });
});
