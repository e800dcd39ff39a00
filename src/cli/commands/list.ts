import { Argument, type Command } from 'commander';
import { type Article, visibleFrom } from '../../model/article.js';
import type { Site } from '../../model/site.js';
import { didYouMean } from '../../problems/suggest.js';
import { flagValue, sectionNotListed } from '../../problems/usage.js';
import type { InvisibleArticle } from '../../stages/assemble/index.js';
import { byText } from '../../text/order.js';
import { isoInZone } from '../../text/zones.js';
import { addReadingOptions, choice, type ReadingFlags, valued, wholeNumber } from '../flags.js';
import type { Context } from '../program.js';
import { inPublic, paint, type Terminal } from '../terminal.js';
import { UsageError } from '../usage.js';

const WHICH = ['latest', 'drafts', 'scheduled', 'expired'] as const;
type Which = (typeof WHICH)[number];

interface ListFlags extends ReadingFlags {
  readonly section?: string;
  readonly tag?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** One article of a list; its file alone where others may read along. */
interface Line {
  /** RFC 3339 in the newsroom's time zone: first published, or when it appears or expired. */
  readonly when: string | null;
  readonly title: string | null;
  readonly id: string | null;
  readonly file: string;
  readonly url: string | null;
}

export function addList(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('list')
    .description('list articles: the latest, drafts, scheduled or expired ones')
    .addArgument(new Argument('[which]', 'which articles').choices(WHICH).argParser(which).default('latest'))
    .addOption(
      valued({
        flags: '--section <slug>',
        text: 'of this section and those in it',
        wanted: 'a section',
        example: 'world/europe',
      }),
    )
    .addOption(valued({ flags: '--tag <tag>', text: 'with this tag', wanted: 'a tag', example: 'Economy' }))
    .addOption(
      valued({
        flags: '--limit <n>',
        text: 'so many at most',
        wanted: 'a whole number from 1',
        example: '20',
        parse: wholeNumber(1),
      }).default(20),
    )
    .option('--json', 'print a list of objects');
  return addReadingOptions(command, 'skip').action(async (wanted: Which, flags: ListFlags) => {
    const { askNewsroom } = await import('../read-newsroom.js');
    const status = await askNewsroom(flags, terminal, ({ site, invisible, progress }) => {
      const matches = matcher(flags, site, invisible);
      const lines = linesOf(wanted, site, invisible, matches, inPublic(terminal));
      progress.clear();
      tell(lines, wanted, flags, terminal);
      return 0;
    });
    exit(status);
  });
}

function tell(
  all: readonly Line[],
  wanted: Which,
  { limit, json, quiet }: ListFlags,
  terminal: Terminal,
): void {
  const lines = all.slice(0, limit);
  if (json) {
    terminal.out(`${JSON.stringify(lines)}\n`);
    return;
  }
  if (lines.length === 0) terminal.err(`There are no such articles (${wanted}).\n`);
  const { dim, strong } = paint(terminal, 'out');
  for (const { when, title, file } of lines) {
    if (when === null || title === null) terminal.out(`${file}\n`);
    else {
      const time = dim(when.slice(0, 16).replace('T', ' '));
      terminal.out(`${time}  ${strong(title)}\n${' '.repeat(18)}${dim(file)}\n`);
    }
  }
  if (lines.length < all.length && !quiet)
    terminal.err(`${lines.length} of ${all.length}; \`--limit ${all.length}\` shows them all.\n`);
}

function which(text: string): string {
  if (WHICH.some((one) => one === text)) return text;
  throw new UsageError(flagValue('dateline list', text, choice(WHICH), didYouMean(text, WHICH) ?? 'latest'));
}

/** @throws {UsageError} where no article, seen or not, has the section or the tag */
function matcher(
  { section, tag }: ListFlags,
  { config, entries }: Site,
  invisible: readonly InvisibleArticle[],
): (article: Article) => boolean {
  const articles = [...entries, ...invisible].map(({ article }) => article);
  const inSection = (slug: string) => `${slug}/`.startsWith(`${section}/`);
  if (section !== undefined) {
    const known = [...config.sections.map(({ slug }) => slug), ...articles.map((article) => article.section)];
    if (!known.some(inSection)) {
      throw new UsageError(
        sectionNotListed(section, [...new Set(known)].filter((slug) => slug !== '').sort(byText)),
      );
    }
  }
  const folded = tag?.normalize().toLowerCase();
  return (article) =>
    (section === undefined || inSection(article.section)) &&
    (folded === undefined || article.tags.some(({ text }) => text.normalize().toLowerCase() === folded));
}

function linesOf(
  wanted: Which,
  { config, now, entries }: Site,
  invisible: readonly InvisibleArticle[],
  matches: (article: Article) => boolean,
  redact: boolean,
): Line[] {
  const line = (article: Article, ms: number): Line => {
    const { title, id, file, url } = article;
    const secret = redact && (article.draft || visibleFrom(article) > now || wanted !== 'latest');
    if (secret) return { when: null, title: null, id: null, file, url: null };
    return { when: isoInZone(config.timezone, ms), title, id, file, url };
  };
  const of = (why: InvisibleArticle['why']): Article[] =>
    invisible
      .filter((item) => item.why === why)
      .map((item) => item.article)
      .filter(matches)
      .sort((a, b) => byText(a.file, b.file));
  switch (wanted) {
    case 'latest':
      return entries
        .map((entry) => entry.article)
        .filter(matches)
        .map((article) => line(article, article.date.ms));
    case 'drafts':
      return of('draft').map((article) => line(article, article.date.ms));
    case 'scheduled':
      return of('embargo')
        .sort((a, b) => visibleFrom(a) - visibleFrom(b))
        .map((article) => line(article, visibleFrom(article)));
    case 'expired':
      return of('expired')
        .map((article) => ({ article, until: article.expires?.ms ?? 0 }))
        .sort((a, b) => b.until - a.until)
        .map(({ article, until }) => line(article, until));
  }
}
