import { describe, expect, it } from 'vitest';
import { article, codes, newsroom, SITE_YAML } from '../support/site.js';

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, i) => `Paragraph ${i + 1}.`).join('\n\n');

describe('slots', () => {
  it('hold what the newsroom’s templates put there, with the room that site.yaml keeps', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}slots:\n  after-lead: 250\n  in-article: { 728: 90, 0: 280 }\n`,
      'content/articles/long.md': article(
        'title: Long\ndate: 2026-11-01',
        `> A quote.\n>\n> Of two.\n\n${paragraphs(7)}`,
      ),
      'content/articles/short.md': article('title: Short\ndate: 2026-11-02', paragraphs(5)),
      'content/articles/paid.md': article('title: Paid\ndate: 2026-11-03\nkind: sponsored', paragraphs(9)),
      'templates/slots/head.njk': '<meta name="slot" content="{{ page.kind }}">',
      'templates/slots/after-lead.njk':
        '{% if not article.sponsored %}<b>AD {{ article.title }}</b>{% endif %}',
      'templates/slots/in-article.njk': '<b>INSIDE</b>',
      'templates/slots/footer.njk': '<form action="https://letters.example/join"></form>',
    });
    expect(codes(await site.build())).toEqual([]);
    const [long, short, paid] = ['01/long', '02/short', '03/paid'].map((path) =>
      site.read(`2026/11/${path.slice(3)}/index.html`),
    );
    expect(long).toContain('<div class="slot slot-after-lead"><b>AD Long</b></div>');
    expect(long).toMatch(
      /Paragraph 4\.<\/p>\n<div class="slot slot-in-article"><b>INSIDE<\/b><\/div>\n<p>Paragraph 5\./,
    );
    expect(short).not.toContain('INSIDE');
    expect(paid).not.toContain('slot-after-lead">');
    for (const html of [long, site.read('index.html'), site.read('404.html')]) {
      expect(html).toContain('<meta name="slot" content="');
      expect(html).toContain('<div class="slot slot-footer wrap"><form');
      expect(html).toContain(
        '<style>.slot-after-lead{min-block-size:250px}.slot-in-article{min-block-size:280px}@media(min-width:728px){.slot-in-article{min-block-size:90px}}',
      );
      expect(html).toMatch(/style-src 'self' 'sha256-[^']+';?/);
      expect(html).toContain("form-action 'self' https://letters.example");
    }
  });

  it('leave no trace where there are none, and tell a width that is none', async () => {
    const site = newsroom({ 'content/articles/a.md': article('title: A\ndate: 2026-11-01', paragraphs(9)) });
    await site.build();
    expect(
      [...site.published()].filter(([path, text]) => path.endsWith('.html') && text.includes('slot')),
    ).toEqual([]);
    site.write({ 'content/site.yaml': `${SITE_YAML}slots: { footer: { wide: 90 } }\n` });
    expect(codes(await site.build())).toEqual(['slot-width']);
  });
});

describe('the web manifest', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAQAAABuBnYAAAAAEElEQVR42mNk+M+AFzCOKgAATbYB/9Q1KkQAAAAASUVORK5CYII=',
    'base64',
  );
  const manifestOf = (text: string): { icons: unknown; start_url: string } => JSON.parse(text);

  it('names the icons that there are, with their sizes and the folder of the site', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}icons: [/media/icon.svg, /media/icon.png, /media/no.png]\n`.replace(
        'example/',
        'example/news/',
      ),
      'content/media/icon.svg': svg,
      'content/media/icon.png': png,
    });
    expect(codes(await site.build())).toEqual(['publisher-picture-missing']);
    const manifest = manifestOf(site.read('manifest.webmanifest'));
    expect(manifest.start_url).toBe('/news/');
    expect(manifest.icons).toEqual([
      { src: '/news/media/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/news/media/icon.png', type: 'image/png', sizes: '8x8' },
    ]);
    const home = site.read('index.html');
    expect(home).toContain('<link rel="manifest" href="/news/manifest.webmanifest">');
    expect(home).toContain('<link rel="apple-touch-icon" href="/news/media/icon.png" sizes="8x8">');
  });

  it('has the logo where no icons are named, and gives way to a newsroom’s own', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}publisher: { logo: /media/logo.svg }\n`,
      'content/media/logo.svg': svg,
    });
    await site.build();
    expect(manifestOf(site.read('manifest.webmanifest')).icons).toEqual([
      { src: '/media/logo.svg', type: 'image/svg+xml', sizes: 'any' },
    ]);
    site.write({ 'content/static/manifest.webmanifest': '{}' });
    expect(codes(await site.build())).toEqual([]);
    expect(site.read('manifest.webmanifest')).toBe('{}');
  });
});
