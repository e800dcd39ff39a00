import { describe, expect, it, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';

const load = (yaml: string) => loadConfig(yaml, 'content/site.yaml', { baseUrl: 'https://a.example/' });
const feedsOf = (yaml: string) => load(yaml).config?.feeds;

describe('feeds of site.yaml', () => {
  it('are on without a word, and off with one', () => {
    expect(feedsOf('title: A')).toEqual(feedsOf('feeds: true'));
    expect(feedsOf('feeds: false')).toBeNull();
    expect(feedsOf('feeds: no')).toBeNull();
  });

  test.each([
    ['true', ['rss']],
    ['false', []],
    ['yes', ['rss']],
    ['atom', ['atom']],
    ['[json, rss, rss]', ['rss', 'json']],
    ['[]', []],
  ])('of tags may be written as %s', (written, formats) => {
    expect(load(`feeds: { tags: ${written} }`).problems).toEqual([]);
    expect(feedsOf(`feeds: { tags: ${written} }`)?.groups.tag).toEqual(formats);
  });

  it('reads a partner, its sections by name or slug, its delay in minutes', () => {
    const yaml = `sections: [{ title: World, slug: welt }, Sport]
feeds:
  partners:
    - { name: wire, sections: [World, sport], tags: [Vote], kinds: [news], delay: 30 }`;
    expect(load(yaml).problems).toEqual([]);
    expect(feedsOf(yaml)?.partners).toEqual([
      {
        name: 'wire',
        title: null,
        language: null,
        sections: ['welt', 'sport'],
        tags: ['Vote'],
        kinds: ['news'],
        delay: 1_800_000,
        limit: 50,
        content: 'full',
        format: 'rss',
        syndicated: false,
      },
    ]);
  });

  it('takes an old address without an ending for a folder', () => {
    const { aliases } = feedsOf('feeds: { aliases: [/rss, /feed/, /index.xml, "/caf%C3%A9/"] }') ?? {};
    expect(aliases?.map(({ text }) => text)).toEqual(['/rss/', '/feed/', '/index.xml', '/café/']);
  });

  test.each([
    ['feeds: { aliases: [feed/] }', 'invalid-feed-alias', 1, 20],
    ['feeds: { aliases: ["/?feed=rss2"] }', 'invalid-feed-alias', 1, 20],
    ['feeds: { aliases: [/] }', 'invalid-feed-alias', 1, 20],
    ['feeds: { aliases: [/a/../b.xml] }', 'invalid-feed-alias', 1, 20],
    ['feeds: { aliases: [/a/%2e%2e/b.xml] }', 'invalid-feed-alias', 1, 20],
    ['feeds: { aliases: ["/:category/feed/"] }', 'invalid-feed-alias', 1, 20],
    ['feeds: { aliases: ["/tag/:tag/feed/"] }', 'idle-feed-alias', 1, 20],
    ['feeds:\n  formats: false\n  aliases: /feed/', 'idle-feed-alias', 3, 12],
    ['feeds: { partners: [{ name: The Wire }] }', 'invalid-partner-name', 1, 29],
    ['feeds: { partners: [{ name: ../x }] }', 'invalid-partner-name', 1, 29],
    ['feeds: { partners: [{ name: index }] }', 'invalid-partner-name', 1, 29],
    ['feeds: { partners: [{ name: a }, { name: A }] }', 'duplicate-partner', 1, 42],
    [
      'sections: [World]\nfeeds: { partners: [{ name: a, sections: [wrold] }] }',
      'unknown-partner-section',
      2,
      43,
    ],
    ['feeds: { partners: [{ limit: 3 }] }', 'option-missing', 1, 21],
    ['feeds: { tags: xml }', 'option-type', 1, 16],
    ['feeds: { limit: 0 }', 'option-range', 1, 17],
    ['feeds: { content: all }', 'option-value', 1, 19],
    ['feeds: { partners: [{ name: a, kinds: [newz] }] }', 'option-value', 1, 40],
  ])('%s is told as %s', (yaml, code, line, column) => {
    expect(load(yaml).problems.map((problem) => [problem.code, problem.line, problem.column])).toEqual([
      [code, line, column],
    ]);
  });
});
