import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { PAGE_KINDS } from '../../src/model/view.js';
import {
  articleView,
  brief,
  briefs,
  homeView,
  pageView,
  picture,
  site,
  templates,
  theme,
  views,
} from './sample.js';

const render = theme();
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
  },
});
const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;
const faults = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
    );

describe('every kind of page', () => {
  // Of the last two only a part is a page.
  for (const kind of PAGE_KINDS.filter((name) => name !== 'breaking' && name !== 'latest')) {
    const html = render(views[kind]);

    it(`${kind}: is valid HTML with one h1, and with no script or style in the page`, () => {
      expect(faults(html)).toEqual([]);
      expect(count(html, /<h1[ >]/g)).toBe(1);
      expect(html.replace(/<script src="[^"]+" defer><\/script>/g, '')).not.toMatch(
        /<script|<style|style="|javascript:|\son\w+=/,
      );
    });

    it(`${kind}: reads right to left in Persian, with Persian texts and digits`, () => {
      const persian = render({
        ...views[kind],
        page: { ...views[kind].page, lang: 'fa', dir: 'rtl' },
      });
      expect(persian).toContain('<html lang="fa" dir="rtl">');
      expect(faults(persian)).toEqual([]);
      if (kind === 'article') expect(persian).toMatch(/<time [^>]*>[^<]*[۰-۹]/);
    });

    if (kind === 'redirect') continue;
    it(`${kind}: has skip links, a named navigation, a canonical address and social cards`, () => {
      expect(html).toMatch(/<body[^>]*>\s*<a class="skip" href="#dl-content">/);
      expect(html).toContain('<nav class="sections" id="dl-sections" aria-label="Sections">');
      expect(html).toContain('<link rel="canonical" href="https://ledger.example/x/">');
      expect(html).toContain('property="og:title"');
      expect(html).toContain('name="twitter:card"');
    });
  }

  it('has its template', () => {
    for (const kind of PAGE_KINDS) expect([...templates.keys()]).toContain(`${kind}.njk`);
  });

  it('marks the section of the page in the navigation, and the page itself', () => {
    expect(render(articleView())).toContain('<a href="/politics/" aria-current="true">');
    const front = { ...views.section, page: pageView('section', { url: '/politics/' }) };
    expect(render(front)).toContain('<a href="/politics/" aria-current="page">');
  });
});

describe('the front', () => {
  it.each([
    ['nothing at all', { lead: null, secondary: [], opinion: [], slots: [], latest: [], blocks: [] }],
    ['one story', { secondary: [], opinion: [], slots: [], latest: [], blocks: [] }],
    ['three stories', { secondary: briefs(2), opinion: [], slots: [], latest: [], blocks: [] }],
    ['no picture', { lead: brief(), secondary: briefs(6), blocks: [] }],
  ])('is a whole page with %s', (_, change) => {
    expect(faults(render(homeView(change)))).toEqual([]);
  });

  it('says each story once', () => {
    const view = homeView();
    const html = render(view);
    const all = [
      view.lead,
      ...view.secondary,
      ...view.opinion,
      ...view.slots.flatMap(({ articles }) => articles),
      ...view.latest,
      ...view.blocks.flatMap(({ articles }) => articles),
    ];
    for (const story of all) {
      if (story) expect(count(html, new RegExp(`href="${story.url}"`, 'g')), story.id).toBe(1);
    }
  });

  it('calls a breaking lead breaking, in words and inside the heading', () => {
    expect(render(homeView({ breaking: true }))).toMatch(
      /<h3 class="title"><span class="flag">Breaking<\/span>/,
    );
    expect(render(homeView())).not.toContain('Breaking');
  });

  it('loads the lead picture first and all others late', () => {
    const html = render(homeView());
    expect(count(html, /fetchpriority="high"/g)).toBe(1);
    expect(count(html, /<img /g)).toBe(1 + count(html, /loading="lazy"/g));
  });

  it('gives cards an empty alt: the headline says what the picture shows', () => {
    expect(render(homeView())).not.toMatch(/<img [^>]*alt="[^"]/);
  });
});

describe('a card', () => {
  const source = { name: 'Adriatic Wire', url: 'https://wire.example/a' };

  it.each([
    [{ kicker: 'Rivers' }, 'Politics · Rivers'],
    [{ kind: 'analysis', kicker: 'Rivers' }, 'Politics · Analysis'],
    [{ kicker: 'Politics' }, 'Politics'],
    [
      { kind: 'opinion', section: { name: 'Opinion', url: '/opinion/' }, kicker: 'Letters' },
      'Opinion · Letters',
    ],
    [{ section: null, kind: 'interview', kicker: 'Crafts' }, 'Interview · Crafts'],
    [{ section: null, kicker: 'Crafts' }, 'Crafts'],
  ] as const)('names its section in its heading, then its kind or kicker: %j', (change, words) => {
    const html = render(homeView({ lead: brief(change) }));
    expect(html).toMatch(new RegExp(`<h3[^>]*><span class="kicker">${words}</span> <a `));
  });

  it('flags a live story', () => {
    const html = render(homeView({ lead: brief({ kind: 'live', kicker: null }) }));
    expect(html).toContain('<span class="flag">Live</span> <span class="kicker">Politics</span>');
  });

  it('says its section where it has no kicker, but not on the page of that section', () => {
    const [story] = briefs(1, { title: 'Only here' });
    if (!story) throw new Error('no story');
    expect(render(homeView({ secondary: [story] }))).toMatch(
      /<span class="kicker">Politics<\/span> <a [^>]*>Only/,
    );
    const group = { ...views.section.group, url: '/politics/' };
    expect(render({ ...views.section, group, articles: [story] })).toMatch(/<h3 class="title"><a [^>]*>Only/);
  });

  it('credits a syndicated story with a link to the original', () => {
    const html = render(articleView({}, {}, [brief({ source })]));
    expect(html).toContain(
      'Source: <bdi>Adriatic Wire</bdi> · <a href="https://wire.example/a" rel="noopener">Original post here</a>',
    );
  });

  it('says the language and direction of a story in another language', () => {
    const html = render(homeView({ secondary: briefs(1, { lang: 'ar', dir: 'rtl', title: 'خبر' }) }));
    expect(html).toMatch(/<h3 class="title" lang="ar" dir="rtl">/);
  });

  it('gives headline and summary each its own direction, where it is not the page’s', () => {
    const arabic = theme({ language: 'ar', dir: 'rtl' });
    const page = pageView('home', { lang: 'ar', dir: 'rtl' });
    const half = brief({ title: 'خبر', summary: 'Not yet translated.', summaryDir: 'ltr' });
    const html = arabic(homeView({ page, lead: half }));
    expect(html).toMatch(/<h3 class="title">[\s\S]*<p class="summary" dir="ltr">Not yet/);
    const change = { title: 'خبر', standfirst: 'Not yet translated.', summaryDir: 'ltr' } as const;
    const article = arabic(articleView(change, { lang: 'ar', dir: 'rtl' }));
    expect(article).toContain('<h1>خبر</h1>\n<p class="standfirst" dir="ltr">Not yet');
    expect(article).not.toMatch(/class="story[^>]*dir=/);
    // On a page in English, what is in the site's language says so.
    const related = arabic(articleView({}, {}, [brief({ title: 'خبر', summary: 'موجز' })]));
    expect(related).toMatch(
      /<h3 class="title" lang="ar" dir="rtl">[\s\S]*<p class="summary" lang="ar" dir="rtl">/,
    );
  });

  it('says inside its heading who paid for it, and nothing of authors', () => {
    const html = render(homeView({ secondary: [brief({ kind: 'sponsored', badge: 'draft', source })] }));
    expect(html).toMatch(
      /<h3[^>]*><span class="badge">Draft<\/span> <span class="paid">Paid for by Adriatic Wire<\/span> <a /,
    );
    expect(html).toContain('rel="sponsored noopener">Original post here');
    const nobody = render(homeView({ secondary: [brief({ kind: 'sponsored', authors: [] })] }));
    expect(nobody).toContain('<span class="paid">Paid content</span>');
  });

  it('escapes what editors write', () => {
    const html = render(
      homeView({ lead: brief({ title: '<script>alert(1)</script>', kicker: '"x" & <b>' }) }),
    );
    expect(html).not.toMatch(/<script|<b>/);
  });
});

describe('an article', () => {
  it('sets headline and standfirst before the picture, and the byline between', () => {
    const html = render(articleView());
    const order = ['<h1>', 'class="standfirst"', 'rel="author"', 'fetchpriority="high"', 'class="text"'];
    const places = order.map((mark) => html.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('gives the hour only of what has one', () => {
    const day = render(articleView({ date: '2026-11-20T00:00:00+01:00', timed: false }));
    expect(day).toMatch(/Published <time [^>]*>November 20, 2026<\/time>/);
    expect(render(articleView({ date: '2026-11-20T09:15:00+01:00' }))).toMatch(/November 20, 2026 at 9:15/);
  });

  it('tells corrections under the byline and dated at the end', () => {
    const html = render(views.article);
    expect(html).toMatch(/<aside class="amended"[\s\S]*<a href="#dl-corrections">Correction<\/a>/);
    expect(html).toMatch(/id="dl-corrections"[\s\S]*<strong>Correction, <time[\s\S]*It was a tenth\./);
  });

  it('says beside the byline what was wrong, and where the story comes from', () => {
    expect(render(views.article)).toMatch(/<aside class="amended"[\s\S]*It was a tenth\.[\s\S]*<\/aside>/);
    const source = { name: 'Adriatic Wire', url: null };
    const html = render(articleView({ source }));
    expect(html).toMatch(/<p class="dates">[^\n]*Source: <bdi>Adriatic Wire<\/bdi>/);
    const paid = render(articleView({ source, kind: 'sponsored', sponsored: true }));
    expect(paid).not.toMatch(/<p class="dates">[^\n]*Source/);
  });

  it('shows related news with picture, kicker or section, date and excerpt, and the way to more', () => {
    const html = render(articleView({}, {}, [brief({ image: picture, summary: 'Cut here…' })]));
    const related = html.slice(html.indexOf('class="block related"'));
    for (const part of ['<img ', 'Politics', '<time ', 'Cut here…', 'href="/x/related/"']) {
      expect(related).toContain(part);
    }
  });

  it('says over the headline who paid for a story, and names no author as a journalist', () => {
    const html = render(articleView({ kind: 'sponsored', sponsored: true }));
    expect(html).toMatch(/<p class="payer">[\s\S]*Paid for by [\s\S]*<h1>/);
    expect(html).not.toContain('rel="author"');
  });

  it('credits every version of a story that stands on a page once, and says which is a newer one', () => {
    const html = render(views.related);
    const cards = html.slice(html.indexOf('class="river"')).split('<li class="card');
    expect(cards[1]).toContain('<span class="badge">Newer version</span>');
    expect(cards[1]).toMatch(/Rudina Leka<\/bdi>, <bdi>Jon Marku/);
    expect(cards[2]).toMatch(
      /Adria Wire<\/bdi> · <a href="https:\/\/adria.example\/1".*Source: <bdi>Balkapress/,
    );
    expect(cards[2]).not.toContain('Newer version');
    expect(cards[3]).not.toMatch(/Balkapress|Jon Marku/);
    expect(render(views.home)).toMatch(/<article class="card lead[\s\S]*?Balkapress[\s\S]*?<\/article>/);
  });

  it('leaves no column of related news empty where no story has a picture, or where there are only two', () => {
    for (const related of [briefs(4, { image: null }), briefs(2)]) {
      const html = render(articleView({}, {}, related));
      expect(html).toContain('<ul class="grid of-2">');
      expect(html).not.toContain('class="packet"');
    }
    expect(render(articleView({}, {}, [...briefs(3), brief({ image: picture })]))).toContain(
      'class="packet"',
    );
  });

  it('puts the name before the headline of an opinion piece, on a ground of its own', () => {
    const html = render(articleView({ kind: 'opinion' }));
    expect(html.indexOf('rel="author"')).toBeLessThan(html.indexOf('<h1>'));
    expect(html).toContain('ground-opinion');
  });

  it('says who paid for a sponsored piece before its headline', () => {
    const html = render(articleView({ kind: 'sponsored', sponsored: true }));
    const paid = html.indexOf('Paid for by Rudina Leka');
    expect(paid).toBeGreaterThan(-1);
    expect(paid).toBeLessThan(html.indexOf('<h1>'));
  });

  it.each([
    [{ kind: 'interview', kicker: 'Crafts' }, 'Politics · Interview · Crafts'],
    [{ kind: 'live', kicker: null }, 'Live · Politics'],
    [{ kind: 'opinion', section: { name: 'Opinion', url: '/opinion/' }, kicker: null }, 'Opinion'],
  ] as const)('says section, kind and kicker in the order of the cards: %j', (change, words) => {
    const [, line = ''] = /<p class="kicker">([\s\S]*?)<\/p>/.exec(render(articleView(change))) ?? [];
    expect([...line.matchAll(/>([^<>]+)<\//g)].map(([, word]) => word).join(' · ')).toBe(words);
  });

  it('gives each live post a permalink on its time, and says the day where it changes', () => {
    const html = render(views.article);
    expect(html).toMatch(/<article class="post" id="post-1">\s*<p class="post-time"><a href="#post-1"><time/);
    expect(count(html, /<span>Nov 24<\/span>/g)).toBe(1);
  });

  it('is whole with the least that an article can have', () => {
    const html = render(
      articleView(
        { image: null, authors: [], section: null, standfirst: null, tags: [], kicker: null },
        { section: null, description: null },
        [],
      ),
      '',
    );
    expect(faults(html)).toEqual([]);
  });
});

describe('other pages', () => {
  it('redirects by refresh and by a link', () => {
    const html = render(views.redirect);
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/2026/11/new/">');
    expect(html).toContain('<a href="/2026/11/new/">');
  });

  it('lists a month by days, each with its stories, and each story once', () => {
    const html = render(views.archive);
    for (const { url } of views.archive.articles) expect(html.split(`"${url}"`)).toHaveLength(2);
    expect(count(html, /<ol class="timed">/g)).toBe(
      new Set(views.archive.articles.map(({ date }) => date.slice(0, 10))).size,
    );
    expect(html).toContain('Page 2');
  });

  it('says what a month is in the calendar of the language, where that is another', () => {
    const periods = [{ period: '2026-11', url: '/2026/11/', count: 1, months: [] }];
    const of = (lang: string): string =>
      render({ ...views.archive, periods, page: pageView('archive', { lang }) });
    expect(count(of('fa'), /۱۰ آبان تا ۹ آذر ۱۴۰۵/g)).toBe(2);
    expect(of('en')).not.toContain('class="standfirst"></p>');
  });

  it('gives the hour of the latest stories where there is one', () => {
    const block = (timed: boolean): string =>
      render(homeView({ latest: briefs(4, { timed, id: 'l' }) }))
        .split('id="dl-latest">')[1]
        ?.split('</section>')[0] ?? '';
    expect(block(true)).toMatch(/\d:\d\d [AP]M/);
    expect(block(false)).not.toMatch(/\d:\d\d [AP]M/);
  });

  it('leads on from a page that is not there, and from a tag to all tags', () => {
    const lost = render(views['not-found']);
    expect(lost.slice(lost.indexOf('<main'))).toContain('<a href="/politics/">');
    expect(render(views.tag)).toContain('<a href="/tags/">Topics</a>');
    expect(render(views.author)).toContain('<a href="/authors/">Authors</a>');
  });

  it('shows no hour of a story that has none', () => {
    const html = render({ ...views.archive, articles: briefs(3, { timed: false }) });
    expect(html).toContain('class="timed"');
    expect(html).not.toMatch(/\d:\d\d [AP]M/);
  });

  it('shows the logos that site.yaml names, in words once for each ground', () => {
    const publisher = { name: 'Ledger Press', url: null, logo: '/media/mark.svg' };
    const look = {
      ...site.look,
      logo: '/media/name.svg',
      logoDark: '/media/name-dark.svg',
      mark: { ...picture, src: '/media/mark.svg', variants: null },
    };
    const html = theme({ publisher, look })(views.home);
    expect(faults(html)).toEqual([]);
    expect(count(html, /<img src="\/media\/name(?:-dark)?\.svg" alt="The Ledger"/g)).toBe(2);
    expect(html).toMatch(/<img src="\/media\/mark[^"]*"[^>]* alt=""/);
    expect(theme()(views.home)).not.toContain('.svg');
  });

  it('has the icons of the site, and the web manifest', () => {
    const icons = [
      { url: '/media/i.svg', type: 'image/svg+xml', sizes: 'any' },
      { url: '/media/i.png', type: 'image/png', sizes: '192x192' },
    ];
    const html = theme({ icons })(views.home);
    expect(html).toContain('<link rel="icon" href="/media/i.svg" type="image/svg+xml" sizes="any">');
    expect(html).toContain('<link rel="apple-touch-icon" href="/media/i.png" sizes="192x192">');
    expect(html).toContain('<link rel="manifest" href="/manifest.webmanifest">');
    expect(theme()(views.home)).not.toContain('rel="icon"');
  });

  it('has the icon that site.yaml names, else a logo, and none of another server', () => {
    const icon = (change: Parameters<typeof theme>[0]): string | undefined =>
      /<link rel="icon" href="([^"]*)">/.exec(theme(change)(views.home))?.[1];
    const press = (logo: string | null) => ({ name: 'Ledger Press', url: null, logo });
    const look = (change: Partial<typeof site.look>) => ({ look: { ...site.look, ...change } });
    expect(icon({ ...look({ icon: '/media/i.svg' }), publisher: press('/media/m.svg') })).toBe(
      '/media/i.svg',
    );
    expect(icon({ publisher: press('/media/m.svg') })).toBe('/media/m.svg');
    expect(icon(look({ logo: '/media/n.svg' }))).toBe('/media/n.svg');
    expect(icon({ publisher: press('https://press.example/m.svg') })).toBeUndefined();
    expect(icon({})).toBeUndefined();
  });

  it('names the story in the headline of its related news', () => {
    const { article } = views.related;
    const html = render(views.related);
    expect(html).toContain(`<h1>More on the subject of: <a href="${article.url}">${article.title}</a></h1>`);
  });

  it('calls the contents of a standing page those of a page', () => {
    const headings = ['a', 'b', 'c'].map((id) => ({ level: 2, id, text: id }));
    const html = render({ ...views.page, headings });
    expect(html).toContain('On this page');
    expect(html).not.toContain('In this article');
  });

  it('takes colours and fonts from site.yaml, in light and in dark, also in a script with tokens of its own', () => {
    const look = {
      ...site.look,
      fonts: [{ family: 'Franklin', url: '/media/f.woff2', weight: 700, style: 'normal' as const }],
      tokens: [{ name: 'head', value: '"Franklin", serif' }],
      light: [{ name: 'red', value: '#00558c' }],
      dark: [{ name: 'red', value: '#8ab8f0' }],
    };
    const html = theme({ look, language: 'ar' })(views.home);
    expect(html).toContain('@font-face{font-family:"Franklin";font-weight:700;');
    expect(html).toContain(':root,:lang(ar){--head:"Franklin", serif;}');
    expect(html).toMatch(/not all and \(prefers-color-scheme:dark\),print\{:root\{--red:#00558c;\}/);
    expect(html).toMatch(/screen and \(prefers-color-scheme:dark\)\{:root\{--red:#8ab8f0;\}/);
    expect(html.match(/rel="preload" href="([^"]+)"/)?.[1]).toBe('/media/f.woff2');
  });

  it.each([
    ['en', ['source-serif-4-latin']],
    ['sq', ['source-serif-4-latin']],
    ['tr', ['source-serif-4-latin', 'source-serif-4-latin-ext']],
    ['el', ['source-serif-4-latin', 'source-serif-4-greek']],
    ['sr', ['source-serif-4-latin', 'source-serif-4-cyrillic']],
    ['sr-Latn', ['source-serif-4-latin', 'source-serif-4-latin-ext']],
    ['vi', ['source-serif-4-latin', 'source-serif-4-vietnamese']],
    ['fa', ['vazirmatn-arabic']],
    ['zh', []],
  ])(
    'asks early for the fonts of a page in %s and no others, at the addresses of the style sheet',
    (lang, names) => {
      const html = render({ ...views.page, page: pageView('page', { lang }) });
      const asked = [...html.matchAll(/rel="preload" href="([^"]+)"/g)].map(([, address]) => address);
      expect(asked).toEqual(names.map((name) => `/assets/fonts/${name}-700.woff2`));
    },
  );

  it('passes an article on by links alone, which ask no other server by themselves', () => {
    const html = render(articleView({ title: 'Bread & 5 %' }, { url: '/2026/bread/' }));
    const share = html.slice(html.indexOf('class="share"')).split('</section>')[0] ?? '';
    const address = encodeURIComponent('https://ledger.example/2026/bread/');
    expect(share).toContain(`href="mailto:?subject=Bread%20%26%205%20%25&amp;body=${address}"`);
    expect(count(share, new RegExp(`<a href="https://[^"]+${address}`, 'g'))).toBe(7);
    expect(share).toContain(
      '<li hidden><button type="button" data-copy="https://ledger.example/2026/bread/"',
    );
    expect(share).not.toMatch(/<script|<img|<iframe/);
    const none = theme({ look: { ...site.look, share: [] } })(articleView());
    expect(none).not.toMatch(/class="share"|share\.js/);
  });

  it('helps where a page is not there: the newest stories, the front, the archive', () => {
    const html = render(views['not-found']);
    for (const { url } of views['not-found'].latest) expect(html).toContain(`href="${url}"`);
    expect(html).toContain('<a href="/archive/">All stories by date</a>');
  });

  it('says the year of a front’s stories where it is another than the lead’s', () => {
    const lead = brief({ date: '2026-11-24T10:00:00+01:00' });
    const latest = [
      brief({ date: '2026-02-03T10:00:00+01:00' }),
      brief({ date: '2025-12-30T10:00:00+01:00' }),
    ];
    const html = render(homeView({ lead, latest }));
    expect(html).toMatch(/>Nov 24, 2026</);
    expect(html).toMatch(/>Feb 3</);
    expect(html).toMatch(/>Dec 30, 2025</);
  });
});
