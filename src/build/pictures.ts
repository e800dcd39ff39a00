import type { BodyRef } from '../model/article.js';
import type { Config } from '../model/config.js';
import { CENTRE, type Focus, focusKey } from '../model/picture.js';
import type { Problem } from '../model/problem.js';
import type { Entry, MediaFile, Site } from '../model/site.js';
import { picturesUnavailable } from '../problems/pictures.js';
import type { Assembled, AssembleInput } from '../stages/assemble/index.js';
import type { CardText } from '../stages/pictures/index.js';
import { withEverywhere } from '../text/counterparts.js';
import { contentHash } from '../text/hash.js';
import { dirOf } from '../text/lang.js';
import { isRaster, plainPath, withBase } from '../text/urls.js';
import type { PictureJob, ReadPorts } from './ports.js';
import type { StageClock } from './stage-clock.js';

const PHOTOGRAPH = /\.(avif|gif|jpe?g|png|webp)$/i;

/** What reads a file is on the safe side of memory. */
const MOST_BYTES = 200 * 1024 * 1024;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).normalize('NFC');

type Asked = ReadonlyMap<string, ReadonlyMap<string, Focus>>;

/**
 * Names of the files that something shows, those of stories that nobody may see yet among them, with the focuses of the
 * cards that are wanted. The same name in two folders is asked for twice: only assemble knows which is meant.
 */
function askedPictures({ articles, profiles, pages }: Parsed, config: Config): Asked {
  const asked = new Map<string, Map<string, Focus>>();
  const add = (target: string, focus?: Focus): void => {
    const name = nameOf(plainPath(target));
    const focuses = asked.get(name) ?? new Map<string, Focus>();
    if (focus !== undefined) focuses.set(focusKey(focus), focus);
    asked.set(name, focuses);
  };
  const addRefs = ({ refs }: { readonly refs: readonly BodyRef[] }): void => {
    for (const { kind, target } of refs) if (kind === 'picture') add(target);
  };
  for (const { article, body } of articles) {
    if (article.image !== null) add(article.image.src.text, article.image.focus ?? CENTRE);
    addRefs(body);
    for (const post of article.live) addRefs(post.body);
  }
  for (const { body } of [...profiles, ...pages]) addRefs(body);
  for (const { picture } of profiles) if (picture !== null) add(picture.src.text);
  if (config.image !== null) add(config.image, CENTRE);
  return asked;
}

type Parsed = Pick<AssembleInput, 'articles' | 'profiles' | 'pages'>;

/** The media with what is known of those that something shows, and was made of them. */
export async function withPictures(
  media: readonly MediaFile[],
  parsed: Parsed,
  config: Config,
  ports: ReadPorts,
  clock: StageClock,
): Promise<{ readonly media: readonly MediaFile[]; readonly problems: readonly Problem[] }> {
  const maker = ports.variants;
  const { pictures } = config;
  if (maker === undefined || pictures === null) return { media, problems: [] };
  const photographs = media.filter(({ file }) => PHOTOGRAPH.test(file));
  if (photographs.length === 0) return { media, problems: [] };
  const asked = askedPictures(parsed, config);
  const facts = new Map<MediaFile, MediaFile['picture']>();
  const jobs: { readonly file: MediaFile; readonly job: PictureJob }[] = [];
  for (const file of photographs) {
    const focuses = asked.get(nameOf(file.file));
    if (focuses === undefined) continue;
    if (file.size > MOST_BYTES) {
      facts.set(file, { fit: false, why: 'huge' });
      continue;
    }
    const hash = maker.waits ? await hashOf(file.file, ports) : (ports.files.hash?.(file.file) ?? null);
    if (hash === null && maker.waits) continue;
    const { width, height } = file;
    jobs.push({ file, job: { file: file.file, hash, width, height, focuses: [...focuses.values()] } });
  }
  if (jobs.length > 0) {
    const found = await clock.run('pictures', jobs.length, () =>
      maker.pictures(
        jobs.map(({ job }) => job),
        pictures,
        (done) => ports.reporter.tick(done),
      ),
    );
    for (const [i, { file }] of jobs.entries()) facts.set(file, found[i] ?? null);
  }
  return {
    media: media.map((file) => (facts.has(file) ? { ...file, picture: facts.get(file) ?? null } : file)),
    problems: maker.unavailable ? [picturesUnavailable({ file: 'content/site.yaml' })] : [],
  };
}

/** Null where the file can't be read: who shows it is told. */
async function hashOf(file: string, { files }: ReadPorts): Promise<string | null> {
  const known = files.hash?.(file) ?? null;
  if (known !== null) return known;
  try {
    const hash = contentHash(await files.read(file));
    files.learn?.(file, hash);
    return hash;
  } catch {
    return null;
  }
}

/** The site with cards drawn for the stories without a photograph, as many as `site.yaml` wants. */
export async function withCards(
  assembled: Assembled,
  ports: ReadPorts,
  clock: StageClock,
): Promise<Assembled> {
  const { site } = assembled;
  const { pictures } = site.config;
  const maker = ports.variants;
  if (maker === undefined || pictures === null || pictures.cards === 'none') return assembled;
  const newest = pictures.cards === 'all' ? site.entries : site.entries.slice(0, pictures.cards.recent);
  const wanted = newest.filter(({ brief: { id, image } }) => !site.cards.has(id) && !isPhotograph(image));
  if (wanted.length === 0) return assembled;
  const made = await clock.run('pictures', undefined, () =>
    maker.cards(wanted.map((entry) => cardText(site, entry, pictures.colours))),
  );
  const cards = new Map(site.cards);
  const drawn: Site['drawn'][number][] = [];
  for (const [i, { article, brief }] of wanted.entries()) {
    const card = made[i];
    if (card === undefined || card === null) continue;
    const { key, hash, size, width, height } = card;
    const url = `${article.url.replace(/[^/]*$/, '')}card.${key}.png`;
    drawn.push({ url, key, hash, size });
    cards.set(brief.id, {
      src: withBase(site.config.base, url),
      alt: article.title,
      caption: null,
      credit: null,
      width,
      height,
      variants: null,
      tone: null,
      focus: null,
    });
  }
  return { ...assembled, site: withEverywhere(site, { cards, drawn }) };
}

const isPhotograph = (image: Entry['brief']['image']): boolean => image !== null && isRaster(image.src);

function cardText({ config }: Site, { article, sections }: Entry, colours: Colours): CardText {
  const [top] = sections;
  const inside = [...sections].reverse().find(({ slug }) => colours[slug] !== undefined);
  return {
    headline: article.title,
    section: sections.at(-1)?.name ?? null,
    site: config.title,
    lang: article.lang,
    dir: dirOf(article.lang),
    colour: colours[inside?.slug ?? top?.slug ?? 'default'] ?? colours.default ?? '#b3131b',
  };
}

type Colours = { readonly [section: string]: string };
