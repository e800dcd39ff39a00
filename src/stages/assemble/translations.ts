import type { Article, Picture, Reference } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import {
  hiddenTranslation,
  translationCircle,
  translationOfItself,
  translationTwice,
  unknownTranslation,
} from '../../problems/translations.js';
import { languageFor } from '../../text/languages.js';
import { byText } from '../../text/order.js';
import { permalinkOf } from '../../text/permalink.js';
import { placeAt } from './claims.js';
import type { ArticleHead } from './input.js';
import { createTargets, urlKey } from './targets.js';

/** Articles that are one story in several languages. */
export interface Translations {
  /** The articles, with what a translation leaves unsaid taken from its original. */
  readonly heads: readonly ArticleHead[];
  /** By id: the ids of the story in all languages, its own among them, sorted. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
}

interface Known {
  readonly config: Config;
  /** Articles that readers can't see, as `TargetIndex.hidden` has them. */
  readonly hidden: ReadonlySet<string>;
  readonly invalid: ReadonlySet<string>;
}

/**
 * Finds which visible articles are translations of which. Whatever nobody may see yet is no original: nothing of it is
 * shown by way of a translation.
 */
export function joinTranslations(
  heads: readonly ArticleHead[],
  known: Known,
  problems: Problem[],
): Translations {
  if (heads.every(({ article }) => article.translationOf === null)) return { heads, sets: new Map() };
  const shown = heads.filter(({ article }) => article.gone === null);
  const byId = new Map(shown.map((head) => [head.article.id, head]));
  const originals = findOriginals(shown, known, problems);
  const first = firstOf(originals, byId, problems);

  const members = new Map<string, string[]>();
  for (const id of originals.keys()) {
    const root = first(id);
    const set = members.get(root) ?? [root];
    if (id !== root) set.push(id);
    members.set(root, set);
  }
  const sets = new Map<string, readonly string[]>();
  for (const [root, ids] of members) {
    const sorted = [...ids].sort(byText);
    tellTwice(root, sorted, byId, problems);
    for (const id of sorted) sets.set(id, sorted);
  }
  const filled = heads.map((head) => {
    const original = byId.get(first(head.article.id))?.article;
    return original === undefined || original.id === head.article.id || !originals.has(head.article.id)
      ? head
      : { ...head, article: withOriginal(head.article, original, known.config) };
  });
  return { heads: filled, sets };
}

/** By id of a translation: the id of what it says that it is a translation of. */
function findOriginals(
  heads: readonly ArticleHead[],
  { config, hidden, invalid }: Known,
  problems: Problem[],
): Map<string, string> {
  const index = {
    files: new Map(heads.map(({ article }) => [article.file, article.url])),
    idByFile: new Map(heads.map(({ article }) => [article.file, article.id])),
    idByUrl: new Map(heads.map(({ article }) => [urlKey(article.url), article.id])),
    ids: new Set(heads.map(({ article }) => article.id)),
    redirects: new Map(
      heads.flatMap(({ article }) => article.aliases.map(({ text }) => [text, article.url])),
    ),
  };
  const targets = createTargets({ ...index, config, hidden, invalid, urls: new Set(), media: [] });
  const originals = new Map<string, string>();
  for (const { article } of heads) {
    if (article.translationOf === null) continue;
    // What the name of a file alone says is not missed where there is none beside it.
    const said = article.spots.translationOf !== undefined;
    const place = placeAt(article.file, article.translationOf);
    const { text } = article.translationOf;
    const found = targets.articleId(text, { file: article.file, url: article.url });
    if (found.id === article.id) problems.push(translationOfItself(place));
    else if (found.id !== null) originals.set(article.id, found.id);
    else if (!said || found.invalid) continue;
    else if (found.hidden) problems.push(hiddenTranslation(place));
    else problems.push(unknownTranslation(place, text));
  }
  return originals;
}

/** Follows translations of translations to the first of all; where they lead in a circle, to the first by id in it. */
function firstOf(
  originals: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, ArticleHead>,
  problems: Problem[],
): (id: string) => string {
  const roots = new Map<string, string>();
  return (id) => {
    const path: string[] = [];
    let at = id;
    for (;;) {
      const known = roots.get(at);
      const next = originals.get(at);
      const circle = path.indexOf(at);
      if (known === undefined && next !== undefined && circle < 0) {
        path.push(at);
        at = next;
        continue;
      }
      let root = known ?? at;
      if (known === undefined && circle >= 0) {
        const round = path.slice(circle).sort(byText);
        root = round[0] ?? at;
        const article = byId.get(root)?.article;
        if (article !== undefined) {
          const files = round.flatMap((other) => byId.get(other)?.article.file ?? []);
          problems.push(translationCircle(placeOf(article), files.slice(1)));
        }
      }
      for (const one of [...path, at]) roots.set(one, root);
      return root;
    }
  };
}

const placeOf = (article: Article) => placeAt(article.file, article.spots.translationOf);

/** Two of one language: readers of the others are led to one of them, and nobody knows to which. */
function tellTwice(
  root: string,
  ids: readonly string[],
  byId: ReadonlyMap<string, ArticleHead>,
  problems: Problem[],
): void {
  const seen = new Map<string, Article>();
  const original = byId.get(root);
  if (original !== undefined) seen.set(original.article.lang.toLowerCase(), original.article);
  for (const id of ids) {
    const article = byId.get(id)?.article;
    if (article === undefined || id === root) continue;
    const lang = article.lang.toLowerCase();
    const before = seen.get(lang);
    if (before === undefined) seen.set(lang, article);
    else problems.push(translationTwice(placeOf(article), article.lang, before.file, before.id === root));
  }
}

/**
 * What a translation leaves unsaid is as in the original: the picture, without its words, which are in another
 * language; who wrote it, what kind of story it is, where it belongs.
 */
function withOriginal(article: Article, original: Article, config: Config): Article {
  const { spots } = article;
  const section = article.section === '' || usesDefault(article, config) ? original.section : article.section;
  const joined: Article = {
    ...article,
    kind: spots.kind === undefined ? original.kind : article.kind,
    authors: article.authors.length > 0 ? article.authors : original.authors.map(borrowed),
    series: article.series ?? (original.series === null ? null : borrowed(original.series)),
    image: article.image ?? pictureOf(original, article),
    section,
  };
  if (section === article.section || !config.permalink.includes(':section') || spots.url !== undefined)
    return joined;
  const { id, slug, date } = article;
  const local = languageFor(config, config.languages, article.lang);
  return { ...joined, url: permalinkOf(local)({ id, slug, section, day: date.day }) };
}

/** Neither its front matter nor its folder names a section. */
const usesDefault = ({ spots, section, file }: Article, { defaultSection }: Config): boolean =>
  spots.section === undefined &&
  section === defaultSection &&
  !file.toLowerCase().includes(`/${section.toLowerCase()}/`);

/** Where it is written is in another file. */
const borrowed = ({ text }: Reference): Reference => ({ text, line: 1, column: 1 });

function pictureOf({ image, file }: Article, { pictureWords }: Article): Picture | null {
  if (image === null) return null;
  const { src, credit, focus } = image;
  const words = { alt: pictureWords?.alt ?? '', caption: pictureWords?.caption ?? null };
  return { src, ...words, credit: pictureWords?.credit ?? credit, focus, from: image.from ?? file };
}
