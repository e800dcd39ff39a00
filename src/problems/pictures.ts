import type { Unfit } from '../model/picture.js';
import type { Place, Problem } from '../model/problem.js';
import { shown } from './quote.js';

/** A picture that can't be shown. */
export const unfitPicture = (place: Place, src: string, why: Unfit): Problem => {
  switch (why) {
    case 'broken':
      return {
        ...place,
        code: 'broken-picture',
        severity: 'warning',
        message: `The file of the picture "${shown(src)}" is damaged, or no picture at all, so the page goes without it.`,
        hint: 'Open it with a program for pictures; where that can, export it again, where it can’t, copy it once more from where it came from.',
      };
    case 'huge':
      return {
        ...place,
        code: 'huge-picture',
        severity: 'warning',
        message: `The picture "${shown(src)}" has 100 megapixels or more, or 200 megabytes, which no page needs and many machines can’t hold, so the page goes without it.`,
        hint: 'Make it smaller: 3000 pixels are enough for every screen.',
      };
    case 'drawing':
      return {
        ...place,
        code: 'mislabelled-picture',
        severity: 'warning',
        message: `"${shown(src)}" is a drawing (SVG) with the name of a photograph, so the page goes without it.`,
        hint: 'Let its name end in `.svg`.',
      };
  }
};

export const uncleanedPicture = (place: Place): Problem => ({
  ...place,
  code: 'uncleaned-picture',
  severity: 'warning',
  message:
    'This file can’t be taken apart, so nobody can say whether it tells the place or the telephone of who took it: it is damaged, no picture of the kind that its name says, or larger than 200 megabytes. It is not published.',
  hint: 'Open it with a program for pictures and export it again. What is to be published as it stands belongs in content/static/.',
});

export const invalidFocus = (place: Place, value: string): Problem => ({
  ...place,
  code: 'invalid-focus',
  severity: 'warning',
  message: `"${shown(value)}" is no place in a picture, so its middle counts.`,
  hint: 'Write where it is from the left and from the top, in words or per cent: `left`, `right top`, `30% 20%`.',
});

export const mislabelledPicture = (place: Place, src: string, format: string): Problem => ({
  ...place,
  code: 'mislabelled-picture',
  severity: 'warning',
  message: `"${shown(src)}" is a picture of another kind than its name says: its content is ${format.toUpperCase()}. Pages show it, but some programs won’t.`,
  hint: `Let its name end in \`.${format}\`, here and in the folder.`,
});

export const pictureLost = (path: string): Problem => ({
  file: `public/${path}`,
  code: 'picture-lost',
  severity: 'error',
  message:
    'This was made of a picture and lay in the cache, but is not there any more, and could not be made again: its source has changed meanwhile, or the library for it (sharp) does not run here.',
  hint: 'Build once more.',
});

export const picturesUnavailable = (place: Place): Problem => ({
  ...place,
  code: 'pictures-unavailable',
  severity: 'warning',
  message:
    'No smaller pictures can be made on this machine: the library for it (sharp) is not installed for its system. Pages show pictures as they are.',
  hint: 'Install once more with `npm ci` on this system, without `--omit=optional`; or write `pictures: false` in site.yaml.',
});
