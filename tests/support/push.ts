import { article, SITE_YAML, type TestSite } from './site.js';

/** A small newsroom, and one push to it that touches everything: for tests of how a site gets from one state to the next. */

/** Where it is published. */
export const SITE = 'https://herald.example/';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>';
const HARBOUR = 'Rain fell on the harbour all day, and the ferry to Corfu stayed in port with its crew.';

const story = (fields: string): string => article(`authors: [Ana]\ntags: [Sea]\n${fields}`, HARBOUR);

/** As it was. */
export const FILES = {
  'content/site.yaml': `${SITE_YAML}feeds: { authors: true, tags: true }\n`,
  'content/articles/world/rain.md': story('title: Rain\ndate: 2026-10-01'),
  'content/articles/world/port.md': story('title: Port\ndate: 2026-11-02'),
  'content/articles/world/storm.md': story('title: Storm\ndate: 2026-11-03'),
  'content/articles/world/leaves.md': story('title: Leaves\ndate: 2026-11-04'),
};

/** The push: new stories under names and in a section that nobody knows yet, others changed, moved, taken away. */
export function edit(site: TestSite): void {
  site.write({
    'content/articles/world/ferry.md': story('title: Ferry\ndate: 2026-11-20\nimage: /media/ferry.svg'),
    'content/articles/coast/quay.md': article(
      'title: Quay\ndate: 2025-02-03\nauthors: [Ben]\ntags: [Harbours]\naliases: [/old-quay/]',
      `${HARBOUR} [More](/2026/11/ferry/) and [a map](/map.html).`,
    ),
    'content/articles/world/storm.md': story('title: Storm\ndate: 2026-11-03\nslug: gale'),
    'content/articles/world/port.md': article(
      'title: Port\ndate: 2026-11-02\nauthors: [Ben]\ntags: [Harbours]',
      `${HARBOUR} [The quay](/2025/02/quay/)`,
    ),
    'content/articles/world/leaves.md': null,
    'content/media/ferry.svg': SVG,
    'content/static/map.html': '<!doctype html><title>Map</title><a href="/2026/11/ferry/">Ferry</a>',
  });
}
