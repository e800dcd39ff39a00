/** A stretch of the calendar with an index of its own. */
export interface Period {
  readonly name: string;
  readonly articles: number;
  /** Files of words. */
  readonly parts: number;
  /** Tells this edition of its files from those that the browser may have kept. */
  readonly edition: string;
}

/** Words and where they stand (`text/search-code.ts`). */
export type Words = Readonly<Record<string, string>>;

/** As `stages/search/types.ts` writes it. */
export type Card = readonly [
  url: string,
  title: string,
  day: string,
  excerpt: string,
  section: string,
  authors: readonly string[],
  kind: string,
  lang: string,
];

/** The files of the index; each is fetched once, when it is first asked for. */
export interface IndexFiles {
  /** Newest first. */
  periods(): Promise<readonly Period[]>;
  part(period: Period, part: number): Promise<Words>;
  card(period: Period, article: number): Promise<Card | null>;
  /** Slugs and names. */
  authors(): Promise<readonly (readonly [string, string])[]>;
}

interface PeriodsFile {
  readonly cards: number;
  readonly periods: readonly (readonly [string, number, number, string])[];
}

/** @param folder where the index lies, with a slash at its end */
export function indexFiles(folder: string): IndexFiles {
  const known = new Map<string, Promise<unknown>>();
  const read = async <T>(path: string, cache: RequestCache): Promise<T> => {
    const answer = await fetch(folder + path, { cache });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  const once = <T>(path: string, cache: RequestCache = 'default'): Promise<T> => {
    const before = known.get(path);
    if (before !== undefined) return before as Promise<T>;
    const file = read<T>(path, cache);
    known.set(path, file);
    // What could not be fetched is tried again when it is next asked for.
    file.catch(() => known.delete(path));
    return file;
  };
  const list = () => once<PeriodsFile>('periods.json', 'no-cache');
  return {
    async periods() {
      const { periods } = await list();
      return periods.map(([name, articles, parts, edition]) => ({ name, articles, parts, edition }));
    },
    part: ({ name, edition }, part) => once<Words>(`${name}/w${part}.json?${edition}`),
    async card({ name, edition }, article) {
      const { cards } = await list();
      const file = await once<readonly Card[]>(`${name}/c${Math.trunc(article / cards)}.json?${edition}`);
      return file[article % cards] ?? null;
    },
    authors: () => once('authors.json', 'no-cache'),
  };
}
