import type { Graph, Thing } from 'schema-dts';
import { cutExcerpt } from '../../text/excerpt.js';
import { scriptJson } from '../../text/html.js';
import { plainText } from '../../text/plain.js';

/** Of a post's text so much is told: its page has the rest. */
const LONGEST_POST = 500;
const LONGEST_HEADLINE = 110;

/** A live blog's JSON-LD with the texts of its posts, which are known only when the page is rendered. */
export function withPosts(jsonLd: string, texts: readonly string[], lang: string): string {
  const graph: Graph = JSON.parse(jsonLd);
  const things = graph['@graph'].map((thing) => tellPosts(thing, texts, lang));
  return scriptJson({ ...graph, '@graph': things }) ?? jsonLd;
}

function tellPosts(thing: Thing, texts: readonly string[], lang: string): Thing {
  if (typeof thing === 'string' || thing['@type'] !== 'LiveBlogPosting') return thing;
  const posts = thing.liveBlogUpdate;
  if (!isList(posts)) return thing;
  const liveBlogUpdate = posts.map((post, i) => {
    const text = plainText(texts[i] ?? '');
    if (typeof post === 'string' || text === '') return post;
    const headline = cutExcerpt(text, LONGEST_HEADLINE, lang);
    const articleBody = cutExcerpt(text, LONGEST_POST, lang);
    return 'headline' in post ? { ...post, articleBody } : { ...post, headline, articleBody };
  });
  return { ...thing, liveBlogUpdate };
}

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
