// The lists of others on the same articles: Hugo's own related content, and the plain cosine of tf-idf.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LENGTH = 100;

/** Hugo with what it does by default, and with what people write into their configuration. */
export const HUGO = {
  'Hugo, default': '',
  'Hugo, tags and more': `
[related]
includeNewer = false
threshold = 1
toLower = true
${[
  ['tags', 100],
  ['categories', 60],
  ['authors', 40],
  ['month', 40],
  ['year', 10],
]
  .map(([name, weight]) => `[[related.indices]]\nname = "${name}"\nweight = ${weight}\n`)
  .join('')}`,
};

const TEMPLATE = `{{- range site.RegularPages }}{{ $found := slice }}
{{- range first ${LENGTH} (site.RegularPages.Related .) }}{{ $found = $found | append .Params.place }}{{ end -}}
{{ dict "id" .Params.place "related" $found | jsonify }}
{{ end }}`;

/**
 * What `.Site.RegularPages.Related` gives for each article. Hugo gets the fields of the front matter, clean and under its own
 * names, whatever the archive calls them; it relates by these alone, so it needs no texts.
 */
export function hugoLists(command, settings, articles) {
  const root = mkdtempSync(join(tmpdir(), 'dateline-hugo-'));
  try {
    mkdirSync(join(root, 'content'));
    mkdirSync(join(root, 'layouts'));
    writeFileSync(
      join(root, 'hugo.toml'),
      `baseURL = "https://archive.example/"
timeZone = "UTC"
buildFuture = true
disableKinds = ["404", "rss", "section", "sitemap", "taxonomy", "term"]
[outputs]
home = ["json"]
${settings}`,
    );
    writeFileSync(join(root, 'layouts/index.json'), TEMPLATE);
    articles.forEach(({ title, day, tags, categories, authors }, place) => {
      const [year, month] = day.split('-');
      const params = { place, year, month: `${year}-${month}`, authors };
      const fields = {
        title,
        date: `${day}T00:00:00Z`,
        tags,
        categories,
        params,
        build: { render: 'never' },
      };
      writeFileSync(join(root, `content/a${place}.md`), `${JSON.stringify(fields, null, 1)}\n`);
    });
    const { status, stdout, stderr } = spawnSync(command, ['--source', root], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`Hugo ended with ${status}.\n${stderr}${stdout}`);
    const lines = readFileSync(join(root, 'public/index.json'), 'utf8').split('\n').filter(Boolean);
    return new Map(
      lines.map((line) => {
        const { id, related } = JSON.parse(line);
        return [articles[id].path, related.map((place) => articles[place].path)];
      }),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Words in lower case; of Chinese and Japanese every two neighbouring characters. */
const wordsOf = (text) =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).flatMap((word) =>
    /\p{Script=Han}/u.test(word) ? [...word].map((letter, i, all) => letter + (all[i + 1] ?? '')) : [word],
  );

/** The nearest by cosine, each word as the square root of its count (of the headline twice) times log₂(n / df). */
export function cosineLists(articles, wanted) {
  const frequency = new Map();
  const counted = articles.map(({ title, text, tags, categories }) => {
    const counts = new Map();
    const all = [title, title, tags.join(' '), categories.join(' '), text].flatMap(wordsOf);
    for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    return counts;
  });
  const postings = new Map();
  const vectors = counted.map((counts, place) => {
    const vector = [...counts].flatMap(([word, count]) => {
      const found = frequency.get(word);
      return found > 1 ? [[word, Math.sqrt(count) * Math.log2(articles.length / found)]] : [];
    });
    const norm = Math.sqrt(vector.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    return vector.map(([word, value]) => {
      const scaled = value / norm;
      const hits = postings.get(word);
      if (hits) hits.push(place, scaled);
      else postings.set(word, [place, scaled]);
      return [word, scaled];
    });
  });
  const lists = new Map();
  for (const [place, { path, day }] of articles.entries()) {
    if (!wanted.has(path)) continue;
    const sums = new Float64Array(articles.length);
    for (const [word, value] of vectors[place]) {
      const hits = postings.get(word);
      for (let h = 0; h < hits.length; h += 2) sums[hits[h]] += value * hits[h + 1];
    }
    const found = [...sums.keys()].filter(
      (other) => other !== place && sums[other] > 0 && articles[other].day <= day,
    );
    found.sort((a, b) => sums[b] - sums[a] || a - b);
    lists.set(
      path,
      found.slice(0, LENGTH).map((other) => articles[other].path),
    );
  }
  return lists;
}
