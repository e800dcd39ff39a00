import { describe, expect, it } from 'vitest';
import { nameShared } from '../../src/text/names.js';
import { termIds } from '../../src/text/terms.js';

/** Ids of words, in the order of their weight. */
const shared = (words: string): number[] => [...new Set(termIds(words))];

describe('what two texts share, in the words of one of them', () => {
  it.each([
    [
      'names of several words are one, and told as they are written',
      'Talks in Tirana\nOn Monday Edi Rama came to Durrës. Rama praised the quay, and the Quay Company of McAllister.',
      'durrës quay rama edi mcallister',
      ['Durrës', 'Edi Rama', 'McAllister'],
      ['quay'],
    ],
    [
      'what only begins a sentence is no name',
      'Ferries stay in port\nDockers stopped work. "Ferries wait," the port said.',
      'dockers ferries port',
      [],
      ['Dockers', 'Ferries', 'port'],
    ],
    ['Greek', 'Η φωτιά στη βόρεια Εύβοια. Όλη η Εύβοια καίει.', 'εύβοια φωτιά', ['Εύβοια'], ['φωτιά']],
    [
      'Chinese: overlapping pairs are one',
      '成都地铁三十号线今天开通',
      '三十号线 地铁',
      [],
      ['三十号线', '地铁'],
    ],
    ['Persian has no capitals', 'مردم زیر پل خواجو جمع شدند', 'خواجو پل', [], ['خواجو', 'پل']],
    ['nothing where nothing is shared', 'Some words', 'other', [], []],
  ])('%s', (_, text, words, names, others) => {
    expect(nameShared(text, shared(words))).toEqual({ names, words: others });
  });
});
