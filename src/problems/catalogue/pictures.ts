import type { CatalogueEntry } from './entry.js';

export const pictures: readonly CatalogueEntry[] = [
  {
    code: 'broken-picture',
    severity: 'warning',
    title: 'A picture can’t be read',
    explanation:
      'The file is there, but it ends too early, is damaged, or holds something else. The page goes without it, and the file is not published.',
    example: 'image: flood.jpg   # half of it was copied',
    cure: 'Export or copy the picture again.',
  },
  {
    code: 'huge-picture',
    severity: 'warning',
    title: 'A picture is too large',
    explanation:
      'It has 100 megapixels or more, or 200 megabytes. A file of a few kilobytes can be such a picture, made to bring a machine to its knees. The page goes without it, and the file is not published.',
    example: 'image: satellite.png   # 40,000 × 30,000 pixels',
    cure: 'image: satellite-3000.jpg',
  },
  {
    code: 'mislabelled-picture',
    severity: 'warning',
    title: 'The name of a picture says another format',
    explanation:
      'Browsers look at the content and show it in spite of its name; other programs trust the name. A drawing (SVG) with the name of a photograph is not shown at all.',
    example: 'image: chart.jpg   # a PNG',
    cure: 'image: chart.png',
  },
  {
    code: 'uncleaned-picture',
    severity: 'warning',
    title: 'A picture can’t be published without its notes',
    explanation:
      'Place, device and the like are taken out of every picture, of those too that no page shows. Of a file that is damaged, or of another kind than its name says, nobody can tell what is in it, so it is not published.',
    example: 'content/media/list.png   # a page that was saved under this name',
    cure: 'Export the picture again, or move what is none to content/static/.',
  },
  {
    code: 'picture-lost',
    severity: 'error',
    title: 'A smaller picture has vanished from the cache',
    explanation:
      'What is damaged or missing in the cache is made again. That failed, since the picture was saved while the site was built, or since the library that makes pictures does not run on this machine. Nothing is published.',
    example: 'rm -r .dateline/cache/pictures   # while a build runs',
    cure: 'dateline build',
  },
  {
    code: 'invalid-focus',
    severity: 'warning',
    title: 'The focus of a picture can’t be read',
    explanation:
      'It says what must stay in sight where the picture is cut to another shape: from the left, then from the top.',
    example: 'image: { src: mayor.jpg, focus: head }',
    cure: 'image: { src: mayor.jpg, focus: 70% top }',
  },
  {
    code: 'pictures-unavailable',
    severity: 'warning',
    title: 'Smaller pictures can’t be made on this machine',
    explanation:
      'The library that makes them (sharp) comes in a package for each system. Where it was installed for another one, or without its optional packages, pictures are published as they are.',
    example: 'npm ci --omit=optional',
    cure: 'npm ci',
  },
];
