import { describe, expect, it } from 'vitest';
import type { IndexFiles, Period } from '../../../src/browser/search/index-files.js';
import { matchesIn, type Query, wordsOf } from '../../../src/browser/search/matches.js';
import { bestFirst, newestFirst } from '../../../src/browser/search/search.js';
import { bundler, type SearchDoc } from '../../../src/stages/search/index.js';

interface Story {
  readonly title: string;
  readonly text?: string;
  readonly around?: readonly string[];
  readonly filters?: readonly string[];
}

const NOTHING: Query = { q: '', section: '', author: '', year: '', lang: '' };

/** The files of an index as a browser would fetch them; each period's stories oldest first. */
function indexOf(periods: Readonly<Record<string, readonly Story[]>>, parts = 3) {
  const fetched: string[] = [];
  const bundles = new Map(
    Object.entries(periods).map(([name, stories]) => {
      const all = bundler(parts);
      for (const { title, text = '', around = [], filters = [] } of stories) {
        const doc: SearchDoc = {
          title,
          around,
          filters,
          card: [`/${title}/`, title, name, '', '', [], '', ''],
        };
        all.add(doc, [`<p>${text}</p>`]);
      }
      return [name, all.done()] as const;
    }),
  );
  const list: Period[] = Object.entries(periods).map(([name, stories]) => ({
    name,
    articles: stories.length,
    parts,
    edition: '',
  }));
  const files: IndexFiles = {
    periods: async () => list,
    async part({ name }, part) {
      fetched.push(`${name}/${part}`);
      return JSON.parse(new TextDecoder().decode(bundles.get(name)?.parts[part]));
    },
    card: async ({ name }, article) => JSON.parse(bundles.get(name)?.cards.join('') ?? '[]')[article] ?? null,
    authors: async () => [],
  };
  return { files, list, fetched };
}

async function found(stories: readonly Story[], q: string, more: Partial<Query> = {}): Promise<string[]> {
  const { files, list } = indexOf({ '2026': stories });
  const [period] = list;
  if (period === undefined) throw new Error('There is no period.');
  const matches = await matchesIn(files, period, wordsOf(q), { ...NOTHING, q, ...more }, true);
  return matches.map(({ article }) => stories[article]?.title ?? '');
}

describe('words of a query', () => {
  it.each([
    ['accents are left out', 'Gjirokaster', 'Pazari në Gjirokastër'],
    ['case is nothing', 'ÇLIRIMI', 'kinemaja clirimi'],
    ['other endings of a name', 'Gjirokastra', 'Rrugët e Gjirokastrës'],
    ['the beginning of a word', 'zgjedh', 'Zgjedhjet lokale'],
    ['Turkish capitals', 'ISPARTA', 'ısparta’da yangın'],
    ['German sharp s', 'Strasse', 'Sperrung der Straße'],
    ['Greek accents and endings', 'κυβερνηση', 'Παραίτηση της κυβέρνησης'],
    ['Greek final sigma', 'δρομοσ', 'Ο δρόμος έκλεισε'],
    ['Cyrillic', 'Београд', 'Скуп у Београду'],
    ['Arabic hamza and final letters', 'الاحياء القديمه', 'الأحياء القديمة'],
    ['Arabic vowel points and tatweel', 'كتاب', 'كِتَــاب جديد'],
    ['Arabic without its article', 'حكومة', 'استقالة الحكومة اليوم'],
    ['the Arabic article and what is written to it', 'الحكومة', 'بيان للحكومة وبالحكومة'],
    ['Arabic hamza on its seats', 'مسوول', 'مسؤول في الأمم المتحدة'],
    ['umlauts as two letters', 'Muenchen', 'Regen in München'],
    ['two letters as an umlaut', 'Müller', 'Rücktritt von Mueller'],
    ['Danish letters as two', 'Aarhus', 'Letbane i Århus'],
    ['Danish letters for two', 'Åbenrå', 'Borgmester i Aabenraa'],
    ['umlauts without their dots', 'Munchen', 'Regen in München'],
    ['the first part of a compound', 'Bundestag', 'Die Bundestagswahl'],
    ['Albanian letters both ways', 'Çështja', 'Ceshtja e Ujit'],
    ['Albanian endings', 'Tiranë', 'Moti në Tiranën e re'],
    ['Greek capitals without accents', 'ΕΚΛΟΓΕΣ', 'Οι εκλογές στην Αθήνα'],
    ['Persian letters from Arabic keyboards', 'كتاب هاي', 'کتاب‌های تازه'],
    ['digits of other scripts', '2026', 'ميزانية ٢٠٢٦'],
    ['two Chinese characters', '地震', '昨夜北京发生地震'],
    ['one Chinese character', '震', '昨夜北京发生地震了'],
    ['several Chinese characters', '北京地震', '北京昨夜地震'],
    ['Japanese kana', 'カメラ', '新しいカメラが出た'],
    ['Korean syllables', '서울', '서울에서 열린 회의'],
    ['Thai', 'กรุงเทพ', 'ข่าวกรุงเทพวันนี้'],
    ['Hindi keeps its vowels', 'हिन्दी', 'हिन्दी समाचार'],
    ['compatibility forms', 'office', 'The oﬃce closes'],
    ['letters taken apart', 'Gjirokast\u0065\u0308r', 'Gjirokastër sot'],
  ])('%s: %s', async (_what, query, title) => {
    expect(await found([{ title: 'Something else entirely' }, { title }], query)).toEqual([title]);
    expect(await found([{ title: 'Else' }, { title: 'In the text', text: title }], query)).toEqual([
      'In the text',
    ]);
  });

  it.each([
    ['a short word means itself', 'sun', 'Sunday market'],
    ['endings are taken off long words alone', 'storm', 'Stories of the store'],
    ['all words must be there', 'harbour festival', 'The harbour'],
    ['letters that are two in English', 'poet', 'A pot of gold'],
    ['the Arabic article is not taken off short words', 'الم', 'م'],
    ['a word is no part of another', 'bridge', 'Cambridge'],
    ['Hindi words that differ in a vowel', 'दिन', 'दीन'],
  ])('%s: %s', async (_what, query, title) => {
    expect(await found([{ title }], query)).toEqual([]);
  });

  it('no word, no results', () => {
    expect(wordsOf(' … — ! ')).toEqual([]);
    expect(wordsOf('\ud800 “”')).toEqual([]);
  });

  it('a word of nearly every text leaves nothing out, and finds what it stands over', async () => {
    const stories = Array.from({ length: 70 }, (_, i) => ({
      title: i === 7 ? 'Albania' : `Story ${i}`,
      text: `Albania ${i % 10 === 0 ? 'quake' : ''}`,
    }));
    expect(await found(stories, 'albania')).toEqual(['Albania']);
    expect(await found(stories, 'albania quake')).toHaveLength(7);
  });

  it('finds what stands around a text, and nothing of its markup', async () => {
    const stories = [
      { title: 'One', text: '<a href="/secret/">a <em>half</em>time</a> &amp; more', around: ['Ana Çela'] },
    ];
    expect(await found(stories, 'ana cela')).toEqual(['One']);
    expect(await found(stories, 'halftime')).toEqual(['One']);
    expect(await found(stories, 'secret')).toEqual([]);
    expect(await found(stories, 'amp')).toEqual([]);
  });
});

/** What is asked for, and the stories of which the best comes first: of each pair, both would be found. */
describe('the best result', () => {
  it.each([
    ['sq', 'shqiperia', ['Shqipëria fiton', 'Në Shqipëri bie shi']],
    ['sq', 'çmimet e ujit', ['Çmimet e ujit rriten', 'Uji dhe çmimet']],
    ['ar', 'الانتخابات', ['الانتخابات اليوم', 'مرشح يخسر']],
    ['ar', 'إنتخابات', ['إنتخابات جديدة', 'مرشح يخسر']],
    ['zh', '北京地震', ['北京地震三人受伤', '天气']],
    ['el', 'πρωθυπουργος', ['Ο πρωθυπουργός μίλησε', 'Καιρός']],
    ['de', 'Strassenbahn', ['Neue Straßenbahn', 'Wetter']],
    ['tr', 'istanbul', ['İSTANBUL’da seçim', 'Hava']],
    ['sr', 'београд', ['Београд слави', 'Време']],
    ['fa', 'انتخابات', ['انتخابات ریاست', 'هوا']],
  ])('%s: %s', async (_lang, query, [first = '', other = '']) => {
    const { files } = indexOf({
      '2026': [{ title: first }, { title: other, text: `x ${query} x` }, { title: 'Nothing' }],
    });
    const matches = await bestFirst(files, { ...NOTHING, q: query }).more(10);
    expect(matches.map(({ article }) => article)).toEqual([0, 1]);
  });
});

describe('a search', () => {
  const rain = (title: string, ...filters: string[]): Story => ({ title, text: 'rain', filters });

  it('keeps to what the reader has chosen', async () => {
    const stories = [
      rain('a', '@section:world', '@lang:en'),
      rain('b', '@section:world', '@lang:sq'),
      rain('c'),
    ];
    expect(await found(stories, 'rain')).toEqual(['c', 'b', 'a']);
    expect(await found(stories, 'rain', { section: 'world' })).toEqual(['b', 'a']);
    expect(await found(stories, 'rain', { section: 'world', lang: 'sq' })).toEqual(['b']);
    expect(await found(stories, 'rain', { author: 'nobody' })).toEqual([]);
  });

  it('goes back in time as far as it is asked to, and knows when all is told', async () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ title: `Rain ${i}` }));
    const { files, fetched } = indexOf({ '2026-q2': many, '2026-q1': many, '2025-q1': [rain('old')] });
    const search = newestFirst(files, { ...NOTHING, q: 'rain' });
    expect(await search.more(10)).toHaveLength(10);
    expect([search.whole, fetched.every((path) => path.startsWith('2026-q2/'))]).toEqual([false, true]);
    expect([search.known, search.looked]).toEqual([400, 400]);
    expect(await search.more(2000)).toHaveLength(390);
    const rest = await search.more(2000);
    expect([rest.length, search.known, search.looked, search.whole]).toEqual([401, 801, 801, true]);
    expect(rest.at(-1)?.period.name).toBe('2025-q1');
    const older = newestFirst(files, { ...NOTHING, q: 'rain', year: '2025' });
    expect(await older.more(10)).toHaveLength(1);
  });

  it('stops at the rarest word in older periods', async () => {
    const { files, fetched } = indexOf(
      { '2026-q1': Array(1500).fill(rain('x')), '2025-q1': [rain('y')] },
      32,
    );
    const search = newestFirst(files, { ...NOTHING, q: 'rain lighthouse' });
    expect(await search.more(10)).toEqual([]);
    expect([await search.more(10), search.whole]).toEqual([[], true]);
    expect(fetched.filter((path) => path.startsWith('2025'))).toHaveLength(1);
  });

  it('puts headlines before summaries before texts where the best shall come first', async () => {
    const { files } = indexOf({
      '2026': [
        { title: 'Often', text: 'storm storm storm storm' },
        { title: 'Storm' },
        { title: 'Once', text: 'a storm' },
        { title: 'Forms', text: 'some storms' },
        { title: 'Summary', around: ['The storm'] },
      ],
    });
    const matches = await bestFirst(files, { ...NOTHING, q: 'storm' }).more(10);
    expect(matches.map(({ article }) => article)).toEqual([1, 4, 0, 2, 3]);
  });
});
