// What related news costs, on made-up archives: node bench/related.mjs [10000 30000 100000]
// Run `npm run compile` first. Each size runs in a process of its own, on one thread. Wall time and the
// processor's time are told: on a busy machine only the second says something.
//
// Words are drawn by Zipf's law from 60,000; each article also tells one of many stories, with words of its own, in
// paragraphs. Half the words of a text are different ones, as in English news. Dates run over fifteen years.
import { execFileSync } from 'node:child_process';
import { DEFAULTS, relate } from '../dist/relate.js';
import { termsOf } from '../dist/terms.js';

const VOCABULARY = 60_000;
const YEARS = 15;

function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function zipf(random) {
  const sums = new Float64Array(VOCABULARY);
  let sum = 0;
  for (let rank = 0; rank < VOCABULARY; rank++) sums[rank] = sum += 1 / (rank + 2.7);
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = VOCABULARY - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The source of one article of about 5 KB. */
function write(place, count, random, word) {
  const story = Math.floor((random() * count) / 20);
  const draw = () =>
    random() < 0.1 ? `s${story}n${Math.floor(40 * random() ** 2)}` : `word${word().toString(36)}`;
  const line = (length) => Array.from({ length }, draw).join(' ');
  const paragraphs = Array.from({ length: 8 + Math.floor(random() * 8) }, () =>
    line(30 + Math.floor(random() * 60)),
  );
  const ms = Date.UTC(2010, 0, 1) + Math.floor((place / count) * YEARS * 365.25) * 86_400_000;
  return {
    ms,
    fields: { title: line(8), summary: line(20), tags: [`topic${story % 200}`], text: paragraphs.join('\n') },
  };
}

/** What searches have found, as the cache of a build keeps it. */
function memoryOfFinds() {
  const finds = new Map();
  return { get: (name) => finds.get(name) ?? null, put: (name, found) => finds.set(name, found), save() {} };
}

function measure(count) {
  const random = numbers(20261124);
  const word = zipf(random);
  let characters = 0;
  let different = 0;
  let reading = 0;
  const docs = [];
  // One more than is measured first: the newest is added afterwards.
  for (let place = 0; place <= count; place++) {
    const { ms, fields } = write(place, count, random, word);
    const start = performance.now();
    const terms = termsOf(fields);
    reading += performance.now() - start;
    characters += fields.text.length;
    different += terms.ids.length;
    docs.push({
      id: `a${place}`,
      key: `a${place}`,
      ms,
      day: new Date(ms).toISOString().slice(0, 10),
      lang: 'en',
      groups: [],
      terms,
      pinned: [],
      translations: [],
      excluded: [],
      allowed: true,
      listed: true,
    });
  }
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const used = process.cpuUsage();
  const start = performance.now();
  const added = docs.pop();
  const memory = memoryOfFinds();
  const settings = { ...DEFAULTS, limit: 12 };
  const lists = relate(docs, settings, { memory });
  const relating = performance.now() - start;
  const { user } = process.cpuUsage(used);
  const peak = process.resourceUsage().maxRSS;
  const adding = process.cpuUsage();
  const since = performance.now();
  relate([...docs, added], settings, { memory });
  const one = performance.now() - since;
  const { user: ofOne } = process.cpuUsage(adding);
  let listed = 0;
  for (const list of lists.values()) listed += list.length;
  return {
    count,
    'characters each': Math.round(characters / count),
    'different words each': Math.round(different / count),
    'words, s': Number((reading / 1000).toFixed(2)),
    'lists, s': Number((relating / 1000).toFixed(2)),
    'of processor, s': Number((user / 1e6).toFixed(2)),
    'list length': Number((listed / count).toFixed(1)),
    'memory before, MB': Math.round(before / 1e6),
    'peak, MB': Math.round(peak / 1000),
    'one added, ms': Math.round(one),
    'of processor, ms': Math.round(ofOne / 1000),
  };
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--one') {
  process.stdout.write(JSON.stringify(measure(Number(rest[0]))));
} else {
  const sizes = first === undefined ? [10_000, 30_000, 100_000] : [first, ...rest].map(Number);
  const rows = sizes.map((size) =>
    JSON.parse(
      execFileSync(process.execPath, [
        ...process.execArgv,
        '--expose-gc',
        import.meta.filename,
        '--one',
        String(size),
      ]),
    ),
  );
  console.table(rows);
  const [smallest, largest] = [rows[0], rows.at(-1)];
  if (smallest !== largest) {
    const exponent =
      Math.log(largest['of processor, s'] / smallest['of processor, s']) /
      Math.log(largest.count / smallest.count);
    console.log(`growth of the lists: count ^ ${exponent.toFixed(2)}`);
  }
}
