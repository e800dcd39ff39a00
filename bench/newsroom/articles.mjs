// Articles of a made-up newsroom. Each is a function of the seed, the archive's size and its place in it, so that any one can be
// written without the others: to add one more, or to link to one.
import { capital, createLanguage, numbers, pick, zipf } from './words.mjs';

export const SECTIONS = [
  'politics',
  'world',
  'business',
  'country',
  'culture',
  'sport',
  'science',
  'health',
  'education',
  'environment',
  'technology',
  'opinion',
];

const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 20, 6);
const SPAN = Math.floor(15 * 365.25) * DAY;
/** The time of builds: some hours after the newest article. */
export const NOW = '2026-11-20T12:00:00Z';

const KINDS = [
  ...Array.from({ length: 40 }, () => 'news'),
  ...['analysis', 'analysis', 'analysis', 'interview', 'review', 'explainer', 'factcheck', 'obituary'],
];

/** Places of articles of one story: most within the few weeks after it began, some years later. */
const ARTICLES_OF_STORY = 20;
const OLDEST_STORY = 60;

export function createNewsroom({ count, seed = 1 }) {
  const authors = Math.max(12, Math.round(2 * Math.sqrt(count)));
  const tags = Math.max(40, Math.round(15 * Math.sqrt(count)));
  const language = createLanguage(seed, { people: authors + tags * 2, places: tags, tags });
  const drawTag = zipf(language.tags.length, 4, 1 << 16);
  const drawSection = zipf(SECTIONS.length, 4, 1 << 12);
  const drawAuthor = zipf(authors, 20, 1 << 14);
  const staff = language.people.slice(0, authors);
  const newsmakers = language.people.slice(authors);
  const stories = new Map();

  /** What the articles of a story have in common. */
  function storyOf(number) {
    let story = stories.get(number);
    if (story === undefined) {
      const random = numbers(seed, 2, number);
      story = {
        section: SECTIONS[drawSection(random)],
        tags: [language.tags[drawTag(random)], language.tags[drawTag(random)]],
        names: [
          pick(newsmakers, random),
          pick(newsmakers, random),
          pick(newsmakers, random),
          pick(language.places, random),
          pick(language.places, random),
        ],
        words: Array.from({ length: 30 }, () => language.words[500 + Math.floor(random() * 59_000)]),
      };
      stories.set(number, story);
    }
    return story;
  }

  const storyNumber = (place, random) =>
    Math.max(0, Math.floor(place / ARTICLES_OF_STORY) - Math.floor(OLDEST_STORY * random() ** 4));

  /** What other articles need of an article to link to it. */
  function headOf(place) {
    const random = numbers(seed, 3, place);
    const number = storyNumber(place, random);
    const story = storyOf(number);
    const ms = Math.min(END, END - SPAN + Math.floor(((place + random()) / count) * SPAN));
    const draw = () => language.words[language.drawWord(random)];
    const name = pick(story.names, random);
    const theme = pick(story.words, random);
    const title = `${name} ${draw()} ${theme} ${draw()} ${draw()} ${draw()}`;
    const date = new Date(ms - (ms % 60_000)).toISOString();
    const slug = `${title.toLowerCase().replaceAll('ë', 'e').replaceAll(' ', '-')}-${place}`;
    return { number, story, title, slug, date, url: `/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}/` };
  }

  /** The file of one article: its path below `content/articles/` and its text, of about 5 KB. */
  function article(place) {
    const head = headOf(place);
    const { story } = head;
    const random = numbers(seed, 4, place);
    const isOpinion = story.section === 'opinion' || random() < 0.04;
    const section = isOpinion ? 'opinion' : story.section;
    const tags = new Set(story.tags);
    for (let wanted = 3 + Math.floor(random() * 3); tags.size < wanted; )
      tags.add(language.tags[drawTag(random)]);
    const authors = new Set([staff[drawAuthor(random)]]);
    if (random() < 0.12) authors.add(staff[drawAuthor(random)]);

    const word = () => {
      const chance = random();
      if (chance < 0.04) return pick(story.names, random);
      if (chance < 0.12) return story.words[Math.floor(30 * random() ** 2)];
      return language.words[language.drawWord(random)];
    };
    const words = (count) => {
      let text = word();
      for (let i = 1; i < count; i++) text += ` ${word()}`;
      return text;
    };
    const sentence = (mark = '.') => {
      const length = 8 + Math.floor(random() * 18);
      const first = Math.floor(random() * 12) + 4;
      return length > first + 3
        ? `${capital(words(first))}, ${words(length - first)}${mark}`
        : `${capital(words(length))}${mark}`;
    };

    const links = random() < 0.6 && place > 0 ? 1 + Math.floor(random() * 3) : 0;
    const link = () => {
      const back = random() < 0.7 ? ARTICLES_OF_STORY * 10 : place;
      const target = headOf(Math.max(0, place - 1 - Math.floor(random() * back)));
      return `${capital(words(4))} [${words(3)}](${target.url}) ${words(5)}.`;
    };

    const paragraphs = 7 + Math.floor(random() * 4);
    let text = '';
    for (let i = 0; i < paragraphs; i++) {
      if (i > 0 && i % 3 === 0) text += `## ${capital(words(4))}\n\n`;
      for (let left = 3 + Math.floor(random() * 3); left > 0; left--) text += `${sentence()} `;
      if (random() < 0.15)
        text += `${capital(words(3))} **${words(2)}** ${words(4)}, *${words(2)}* ${words(3)}. `;
      if (i <= links && i > 0) text += link();
      else if (random() < 0.04)
        text += `${capital(words(3))} [${words(2)}](https://www.${pick(story.words, random)}.example/) ${words(3)}.`;
      text = `${text.trimEnd()}\n\n`;
      if (random() < 0.06) text += `> ${sentence('!')} ${sentence()}\n\n`;
      else if (random() < 0.04) text += `- ${words(6)}\n- ${words(9)}\n- ${words(5)}\n\n`;
    }
    const quoted = (values) => [...values].map((value) => `"${value}"`).join(', ');
    return {
      path: `${section}/${head.date.slice(0, 4)}/${head.date.slice(5, 7)}/${head.slug}.md`,
      url: head.url,
      text: `---
title: "${head.title}"
date: ${head.date.slice(0, 19)}Z
slug: ${head.slug}
section: ${section}
kind: ${isOpinion ? 'opinion' : pick(KINDS, random)}
authors: [${quoted(authors)}]
tags: [${quoted(tags)}]
summary: "${sentence()}"
---

${text.trimEnd()}
`,
    };
  }

  return { count, article, urlOf: (place) => headOf(place).url };
}
