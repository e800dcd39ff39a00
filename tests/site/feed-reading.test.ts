import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { FeedFormat } from '../../src/model/config.js';
import type { PageBody } from '../../src/model/page.js';
import { feedOutputs } from '../../src/stages/feeds/index.js';
import { createItems } from '../../src/stages/feeds/item.js';
import { planFeeds } from '../../src/stages/feeds/plan.js';
import type { FeedItem } from '../../src/stages/feeds/types.js';
import { escapeHtml } from '../../src/text/html.js';
import { outputPath } from '../../src/text/urls.js';
import { xmlText } from '../../src/text/xml.js';
import { feedFaults, type ReadItem, readFeed } from '../support/feeds.js';
import { filesOf, randomArticle } from '../support/random-site.js';
import { article, newsroom, SITE_YAML } from '../support/site.js';

const YAML = (full: boolean): string => `${SITE_YAML}feeds:
  content: ${full ? 'full' : 'summary'}
  limit: 8
  sections: [rss, atom, json]
  tags: [rss, atom, json]
  authors: [atom]
  series: [json]
  partners:
    - { name: all, limit: 500, syndicated: true }
    - { name: short, format: atom, content: summary, syndicated: true }
    - { name: data, format: json, delay: 60 }
`;

/** The words of a piece of HTML, as a reader sees them. */
function wordsOf(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const words = (node: DefaultTreeAdapterTypes.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(words).join('') : '';
  return parseFragment(html).childNodes.map(words).join('');
}

const plain = (text: string): string | undefined => (text === '' ? undefined : xmlText(text));
const known = <T>(value: T | null): T | undefined => value ?? undefined;
const seconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** What a program has to read of a story, as far as the format can say it. */
function wanted(format: FeedFormat, item: FeedItem): ReadItem {
  const { picture, source, enclosure } = item;
  const credit = source === null ? '' : `${item.summary === '' ? '' : ' '}— ${source.name}`;
  const published = seconds(item.published);
  const modified = item.modified === null ? null : seconds(item.modified);
  return {
    guid: xmlText(format === 'atom' ? item.iri : item.guid),
    url: item.url,
    title: plain(item.title),
    summary: plain(item.summary + credit),
    content: item.content === null ? undefined : xmlText(item.content),
    published,
    modified: format === 'atom' ? (modified ?? published) : modified,
    language: format === 'atom' ? undefined : known(item.language),
    authors: item.authors.map(({ name }) => xmlText(name)),
    categories: item.categories.map(xmlText),
    source: known(source?.url ?? (format === 'rss' ? source?.name : null) ?? null),
    enclosure: enclosure === null ? null : { ...enclosure },
    picture:
      picture === null
        ? null
        : format === 'json'
          ? { url: picture.url }
          : {
              url: picture.url,
              type: known(picture.type),
              bytes: known(picture.bytes),
              width: known(picture.width),
              height: known(picture.height),
              words: plain(picture.caption ?? picture.alt),
              credit: plain(picture.credit ?? ''),
            },
  };
}

const read = (format: FeedFormat, item: ReadItem): ReadItem => ({
  ...item,
  summary: format === 'json' ? item.summary : wordsOf(item.summary),
});

describe('a program that reads the feeds', () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      '<',
      '&',
      'amp;',
      ']]>',
      '"',
      "'",
      'ë',
      '\u2028',
      '\ud83d\ude00',
      ' ',
      'word',
      '&#8217;',
    ),
    maxLength: 12,
  });

  it('finds of every story just what was planned, in every format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...Array.from({ length: 6 }, (_, n) => randomArticle(n, true))),
        odd,
        odd,
        fc.boolean(),
        async (all, title, other, full) => {
          const site = newsroom({ 'content/site.yaml': YAML(full) });
          for (const one of all) site.write(filesOf(one));
          const text = (written: string): string => JSON.stringify(`x ${written} y`);
          site.write({
            'content/articles/odd.md': article(
              `title: ${text(title)}\ndate: 2026-11-21 10:00\nupdated: 2026-11-22\nsummary: ${text(other)}\ntags: [${text(title)}]\nauthors: [${text(other)}]\nimage: { src: /media/odd.svg, alt: ${text(other)}, caption: ${text(title)}, credit: ${text(other)} }\nsource: { name: ${text(title)}, url: "https://x.example/" }`,
            ),
            'content/media/odd.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>',
          });
          const assembled = await site.assembled({ onInvalid: 'skip' });
          const html = ({ key }: PageBody): string =>
            `<p>${escapeHtml(`${key} ${title}`)} ]]&gt; ${other.includes(']]>') ? 'a ]]> b' : ''}</p>`;
          const texts = new Map(
            [...feedOutputs(assembled)].map((output) => [output.path, output.text(html)]),
          );
          const items = createItems(assembled);
          let stories = 0;
          for (const plan of planFeeds(assembled)) {
            const feed = texts.get(outputPath(plan.url)) ?? '';
            expect([plan.url, feedFaults(feed)]).toEqual([plan.url, []]);
            const planned = plan.entries.map((entry) =>
              items.item(entry, plan.full ? html : null, plan.language),
            );
            expect([plan.url, readFeed(feed).items.map((item) => read(plan.format, item))]).toEqual([
              plan.url,
              planned.map((item) => wanted(plan.format, item)),
            ]);
            stories += planned.length;
          }
          expect(stories).toBeGreaterThan(20);
        },
      ),
      { numRuns: 10 },
    );
  });
});
