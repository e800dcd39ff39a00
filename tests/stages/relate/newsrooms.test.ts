import { describe, expect, it } from 'vitest';
import { DEFAULTS, makeExplainer, relate } from '../../../src/stages/relate/index.js';
import { wordsOf } from '../../support/words.js';
import { article, ids } from './support.js';

interface Story {
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly text: string;
}

interface Newsroom {
  readonly lang: string;
  readonly stories: readonly Story[];
  /** Article → the one that must come first, and words that must be among the reasons. */
  readonly expected: readonly [id: string, first: string, words: readonly string[]][];
}

const NEWSROOMS: Readonly<Record<string, Newsroom>> = {
  English: {
    lang: 'en',
    stories: [
      {
        id: 'ferry',
        day: '2026-03-02',
        title: 'New ferry to link Durrës and Bari all year',
        text: 'The port authority in Durrës signed a contract for a ferry that crosses to Bari every night. The harbour will get a second quay for passengers by the end of summer.',
      },
      {
        id: 'quay',
        day: '2026-05-19',
        title: 'Works on the passenger quay are late',
        text: 'Builders have found old foundations below the harbour of Durrës. The quay from which the ferry to Bari should leave will not be ready in summer, the port authority said.',
      },
      {
        id: 'olives',
        day: '2026-03-03',
        title: 'Olive growers count a poor harvest',
        text: 'A dry autumn and the olive fly have halved the harvest of oil around Vlora. Growers ask the ministry of agriculture for help with irrigation.',
      },
      {
        id: 'mill',
        day: '2026-05-21',
        title: 'An oil mill that works at night',
        text: 'In Vlora a cooperative of growers presses olive oil at night, when power is cheap. After the poor harvest the mill runs for six weeks only.',
      },
      {
        id: 'library',
        day: '2026-05-20',
        title: 'The library of Shkodra opens its photographs',
        text: 'Half a million glass negatives of the Marubi studio can be seen on the web from today. The library asks readers to name faces and places.',
      },
    ],
    expected: [
      ['quay', 'ferry', ['quay', 'Bari', 'ferry']],
      ['ferry', 'quay', ['quay', 'Bari']],
      ['mill', 'olives', ['olive', 'harvest']],
    ],
  },
  Albanian: {
    lang: 'sq',
    stories: [
      {
        id: 'uji',
        day: '2026-02-10',
        title: 'Gjirokastra pa ujë të pijshëm për tri ditë',
        text: 'Një tub i vjetër u ça në lagjen Palorto dhe banorët e Gjirokastrës mbetën pa ujë. Ujësjellësi thotë se rrjeti ka nevojë për tuba të rinj.',
      },
      {
        id: 'tubat',
        day: '2026-04-01',
        title: 'Nisin punimet për tubat e rinj të ujësjellësit',
        text: 'Në Gjirokastër nisi zëvendësimi i rrjetit të ujësjellësit. Tubat e rinj do të shtrihen fillimisht në lagjen Palorto, ku banorët mbetën pa ujë në shkurt.',
      },
      {
        id: 'teatri',
        day: '2026-02-12',
        title: 'Teatri Migjeni hap sezonin me një komedi',
        text: 'Aktorët e teatrit Migjeni në Shkodër sjellin në skenë një komedi të Moliere. Regjisorja thotë se publiku ka nevojë të qeshë.',
      },
      {
        id: 'aktorja',
        day: '2026-04-02',
        title: 'Aktorja e Migjenit fiton çmimin e sezonit',
        text: 'Për rolin në komedinë e Moliere, aktorja e teatrit Migjeni mori çmimin e sezonit. Regjisorja e quajti skenën e Shkodrës shtëpi.',
      },
    ],
    expected: [
      ['tubat', 'uji', ['rinj', 'lagjen', 'ujë']],
      ['aktorja', 'teatri', ['Moliere', 'Migjeni']],
    ],
  },
  Greek: {
    lang: 'el',
    stories: [
      {
        id: 'fotia',
        day: '2026-07-01',
        title: 'ΦΩΤΙΆ ΣΤΗΝ ΕΎΒΟΙΑ',
        text: 'Μεγάλη φωτιά καίει δάσος στη βόρεια Εύβοια. Οι πυροσβέστες εκκένωσαν δύο χωριά και τα αεροπλάνα πετούν ως τη νύχτα.',
      },
      {
        id: 'dasos',
        day: '2026-09-15',
        title: 'Φυτεύουν ξανά το δάσος που κάηκε',
        text: 'Εθελοντές φυτεύουν πεύκα στη βόρεια Εύβοια, εκεί όπου η φωτιά του Ιουλίου έκαψε το δάσος και εκκένωσαν χωριά.',
      },
      {
        id: 'metro',
        day: '2026-07-02',
        title: 'Το μετρό της Θεσσαλονίκης φτάνει στην Καλαμαριά',
        text: 'Πέντε νέοι σταθμοί του μετρό ανοίγουν στη Θεσσαλονίκη. Οι συρμοί χωρίς οδηγό θα περνούν κάθε τρία λεπτά.',
      },
      {
        id: 'syrmoi',
        day: '2026-09-16',
        title: 'Συρμοί χωρίς οδηγό, σταθμοί χωρίς κόσμο',
        text: 'Τις πρώτες εβδομάδες οι νέοι σταθμοί του μετρό στην Καλαμαριά έμειναν άδειοι, λένε στη Θεσσαλονίκη.',
      },
    ],
    expected: [
      ['dasos', 'fotia', ['Εύβοια', 'φωτιά']],
      ['syrmoi', 'metro', ['μετρό', 'σταθμοί']],
    ],
  },
  Persian: {
    lang: 'fa',
    stories: [
      {
        id: 'zayandeh',
        day: '2026-01-05',
        title: 'آب به زاینده‌رود بازگشت',
        text: 'پس از دو سال خشکی، آب به زاینده‌رود در اصفهان بازگشت و مردم زیر پل خواجو جمع شدند. کشاورزان می‌گویند سهم آنها کم است.',
      },
      {
        id: 'keshavarz',
        day: '2026-03-11',
        title: 'كشاورزان اصفهان سهم آب می‌خواهند',
        text: 'کشاورزان شرق اصفهان کنار پل خواجو گرد آمدند و گفتند آب زاینده‌رود پیش از رسیدن به زمین آنها تمام می‌شود.',
      },
      {
        id: 'ketab',
        day: '2026-01-06',
        title: 'نمایشگاه کتاب تهران با ۲۵۰۰ ناشر',
        text: 'نمایشگاه کتاب تهران امسال با ۲۵۰۰ ناشر باز می‌شود. ناشران از گرانی کاغذ گله دارند و بازدید رایگان است.',
      },
      {
        id: 'kaghaz',
        day: '2026-03-12',
        title: 'گرانی کاغذ ناشران را به چاپ کمتر واداشت',
        text: 'از 2500 ناشر نمایشگاه تهران نیمی شمار چاپ کتاب را کم کرده‌اند، زیرا کاغذ دو برابر گران شده است.',
      },
    ],
    expected: [
      ['keshavarz', 'zayandeh', ['زاینده', 'خواجو', 'كشاورزان']],
      ['kaghaz', 'ketab', ['کاغذ', '2500']],
    ],
  },
  Chinese: {
    lang: 'zh-CN',
    stories: [
      {
        id: 'ditie',
        day: '2026-04-01',
        title: '成都地铁三十号线开通',
        text: '成都地铁三十号线今天开通,连接机场与东部新区,全长三十公里,共设二十四座车站。',
      },
      {
        id: 'keliu',
        day: '2026-06-08',
        title: '三十号线客流超过预期',
        text: '成都地铁公司说,开通两个月的三十号线每天运送二十万人,机场附近的车站最为拥挤。',
      },
      {
        id: 'xiongmao',
        day: '2026-04-02',
        title: '大熊猫幼崽首次与游客见面',
        text: '卧龙基地的两只大熊猫幼崽首次走出产房,饲养员说它们每天要睡十六个小时。',
      },
      {
        id: 'zhuzi',
        day: '2026-06-09',
        title: '竹子开花,熊猫吃什么',
        text: '卧龙的竹子大片开花枯死,饲养员从山外运来新竹,大熊猫基地说幼崽没有挨饿。',
      },
    ],
    expected: [
      ['keliu', 'ditie', ['十号', '地铁']],
      ['zhuzi', 'xiongmao', ['熊猫', '卧龙']],
    ],
  },
};

describe.each(Object.entries(NEWSROOMS))('a small newsroom in %s', (_, { lang, stories, expected }) => {
  const docs = stories.map((story) => article({ ...story, lang }));
  const lists = relate(docs, DEFAULTS);
  const explain = makeExplainer(docs);

  it.each(expected)('%s leads to %s', (id, first, words) => {
    expect(ids(lists.get(id))[0]).toBe(first);
    const reasons = explain(id, first);
    const story = stories.find((one) => one.id === id);
    const strongest = reasons?.words.slice(0, 12).map((word) => word.id) ?? [];
    const said = wordsOf({ title: '', summary: '', tags: [], text: '', ...story }, new Set(strongest));
    expect([...said.values()]).toEqual(expect.arrayContaining([...words]));
  });
});
