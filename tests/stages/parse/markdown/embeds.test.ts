import { describe, expect, it } from 'vitest';
import { codes, html, read } from './support.js';

describe('embeds', () => {
  it.each([
    ['youtube', 'dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'Watch on YouTube'],
    [
      'youtube',
      'https://youtu.be/dQw4w9WgXcQ?t=3',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'Watch on YouTube',
    ],
    [
      'youtube',
      'https://m.youtube.com/shorts/dQw4w9WgXcQ',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'Watch on YouTube',
    ],
    ['vimeo', '76979871', 'https://vimeo.com/76979871', 'Watch on Vimeo'],
    ['dailymotion', 'x8abcde', 'https://www.dailymotion.com/video/x8abcde', 'Watch on Dailymotion'],
    ['x', 'https://twitter.com/ana/status/123?s=20', 'https://x.com/ana/status/123', 'See the post on X'],
    ['twitter', '123', 'https://x.com/i/status/123', 'See the post on X'],
    [
      'bluesky',
      'https://bsky.app/profile/ana.example/post/3kabcdefghij2',
      'https://bsky.app/profile/ana.example/post/3kabcdefghij2',
      'See the post on Bluesky',
    ],
    [
      'mastodon',
      'https://social.example/@ana/109348684215557219',
      'https://social.example/@ana/109348684215557219',
      'See the post on Mastodon',
    ],
    ['instagram', 'CabcDEF_123', 'https://www.instagram.com/p/CabcDEF_123/', 'See the post on Instagram'],
    [
      'tiktok',
      'https://www.tiktok.com/@ana/video/7106594312292453675',
      'https://www.tiktok.com/@ana/video/7106594312292453675',
      'Watch on TikTok',
    ],
    [
      'facebook',
      'https://www.facebook.com/ana/posts/1573462782672427',
      'https://www.facebook.com/ana/posts/1573462782672427',
      'See the post on Facebook',
    ],
    ['soundcloud', 'ana/the-song', 'https://soundcloud.com/ana/the-song', 'Listen on SoundCloud'],
    [
      'spotify',
      'https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk?si=x',
      'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
      'Listen on Spotify',
    ],
    ['datawrapper', 'aB3dE', 'https://datawrapper.dwcdn.net/aB3dE/', 'See the chart on Datawrapper'],
    [
      'openstreetmap',
      '16/41.3275/19.8187',
      'https://www.openstreetmap.org/#map=16/41.3275/19.8187',
      'See the map on OpenStreetMap',
    ],
  ])('%s %s becomes a card that leads there', (name, argument, url, words) => {
    expect(html(`a\n\n@[${name}](${argument})\n\nb`)).toBe(
      `<p>a</p><figure class="embed" data-embed="${name === 'twitter' ? 'x' : name}"><a href="${url}">${words}</a></figure><p>b</p>`,
    );
  });

  it('have a caption where one is written, and words in the article’s language or the site’s own', () => {
    expect(html('@[youtube](dQw4w9WgXcQ "A <song>")', { lang: 'sq' })).toBe(
      '<figure class="embed" data-embed="youtube"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Shikoje në YouTube</a><figcaption>A &lt;song&gt;</figcaption></figure>',
    );
    expect(html('@[vimeo](76979871)', {}, { texts: { 'body.watch': 'Play (%)' } })).toContain(
      '>Play (Vimeo)</a>',
    );
  });

  it('are made of a known address on a line of its own, and nowhere else', () => {
    const address = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
    expect(read(address).body.embeds).toEqual(['youtube']);
    for (const source of [
      `See ${address}`,
      `${address}\nmore`,
      `- ${address}`,
      `> ${address}`,
      'https://other.example/watch?v=dQw4w9WgXcQ',
    ]) {
      expect(read(source).body.embeds).toEqual([]);
      expect(html(source)).toContain('<a href="https://');
    }
  });

  it.each([
    'dQw4w9WgXcQ"onload=',
    '../../evil',
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://evil.example/?u=youtube.com/watch?v=dQw4w9WgXcQ',
    'https://user:pw@youtu.be/dQw4w9WgXcQ',
    'javascript:alert(1)',
  ])('have strict ids: %s', (argument) => {
    const result = read(`@[youtube](${argument})`);
    expect(result.body.embeds).toEqual([]);
    expect(result.body.html).not.toMatch(/<figure|href="(?!https:\/\/)/);
  });

  it('tell a site that nobody knows and an id that can’t be, and leave a plain link', () => {
    expect(html('@[peertube](https://tube.example/w/1 "A film")')).toBe(
      '<p><a href="https://tube.example/w/1">A film</a></p>',
    );
    expect(codes('@[peertube](https://tube.example/w/1)')).toEqual(['unknown-embed 1:3']);
    expect(read('@[yutube](x)').problems[0]?.message).toContain('Did you mean `youtube`?');
    expect(codes('a\n\n@[youtube](abc)')).toEqual(['embed-id 3:12']);
  });

  it('are plain links in a running text', () => {
    expect(html('See @[vimeo](76979871).')).toBe(
      '<p>See <a href="https://vimeo.com/76979871">Vimeo</a>.</p>',
    );
  });
});
