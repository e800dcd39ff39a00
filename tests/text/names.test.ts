import { describe, expect, it } from 'vitest';
import { nameShared, readHead, saidIn } from '../../src/text/names.js';
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

describe('what an editor would name of two headlines and what stands below', () => {
  it.each([
    [
      'names, together where they stand together',
      'Talks in Tirana\nOn Monday Edi Rama came.',
      'Rama left',
      'rama edi',
      ['Edi Rama'],
    ],
    [
      'no common words, however rare they are in a small archive',
      'Talks\nAll of you does its best.',
      'You does',
      'does its you',
      [],
    ],
    [
      'what is written small elsewhere is no name',
      'A new Ferry\nThe ferry of Bari.',
      'Bari',
      'ferry bari',
      ['Bari'],
    ],
    [
      'a headline that writes all words with capitals tells no names',
      'Big Harvest For Growers\nIn Vlora oil is cheap.',
      'x',
      'harvest vlora',
      ['Vlora'],
    ],
    ['no letter alone', 'Why must I wait?', 'x', 'i', []],
    [
      'Chinese: what both headlines say',
      '成都地铁三十号线开通\n今天开通',
      '三十号线今天停运',
      '三十号线 今天',
      ['三十号线'],
    ],
    [
      'Persian: what both headlines say',
      'مردم زیر پل خواجو\nزاینده‌رود پرآب است',
      'پل خواجو بسته شد',
      'خواجو پل پرآب',
      ['پل خواجو'],
    ],
    ['nothing where nothing is shared', '', '', 'other', []],
  ])('%s', (_, head, other, words, told) => {
    expect(saidIn(readHead(head), readHead(other), shared(words))).toEqual(told);
  });
});
