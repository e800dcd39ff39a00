import { hanging } from './report/words.js';

/** What `--help` and `docs/commands.md` say besides the flags. */

/** Exit statuses of design section 6. */
export const STATUSES: readonly (readonly [status: number, meaning: string])[] = [
  [0, 'done'],
  [1, 'the content is wrong, and nothing was published'],
  [2, 'wrong use, or wrong configuration, templates or surroundings; nothing was published'],
  [3, 'published, but not every article as it was written (`--on-invalid skip` or `keep`)'],
  [70, 'a bug in Dateline'],
];

export interface CommandHelp {
  /** A paragraph below the command's one line. */
  readonly more: string;
  /** The statuses it can end with, beside 2 and 70. */
  readonly statuses: readonly number[];
  readonly examples: readonly (readonly [line: string, what: string])[];
}

export const COMMAND_HELP: Readonly<Record<string, CommandHelp>> = {
  build: {
    more: 'Reads content/ and templates/, and makes public/ equal to what they say: files that changed are written, files that no longer belong there are removed, others are left alone. If anything is wrong, public/ stays as it was. Folders are named from the newsroom’s folder.',
    statuses: [0, 1, 3],
    examples: [
      ['dateline build', 'the site in public/'],
      [
        'dateline build --base-url https://preview.example.org/ --out preview --drafts',
        'a preview for the newsroom',
      ],
      ['dateline build --on-invalid keep', 'on deadline: wrong articles stay as they last were'],
      [
        'dateline build --since online/manifest.json --delta upload',
        'the files to upload, by steps, in the folder upload/',
      ],
      ['dateline build --json', 'one object for programs'],
    ],
  },
  dev: {
    more: 'Builds into memory and serves it: public/ is not touched. Drafts, embargoed and expired articles are shown with a badge. Open pages load again when they change; style sheets are swapped without. `?now=2026-12-01T08:00:00Z` at the end of an address shows the site as readers see it then. The place of each problem is a link that opens the editor. Ctrl+C ends it.',
    statuses: [0],
    examples: [
      ['dateline dev', 'http://localhost:8080/'],
      ['dateline dev --port 3000 --open', 'on another port, in the browser'],
      ['dateline dev --host 0.0.0.0', 'for phones in the same network, too'],
      ['dateline dev --editor idea', 'links of problems open in another editor'],
    ],
  },
  check: {
    more: 'Tells every problem in full: all that a build would, and missing descriptions of pictures, doubtful tags, headlines that stand twice. With `--target`, what a host publishes as its limits, too: files, sizes, redirects, headers. Writes nothing. Warnings alone end with status 0.',
    statuses: [0, 1],
    examples: [
      ['dateline check', 'for people'],
      ['dateline check --format github', 'beside the lines of a pull request'],
      ['dateline check --format json > problems.json', 'for programs: a list of objects'],
      ['dateline check --target cloudflare', 'and whether the host takes the site as it is'],
    ],
  },
  new: {
    more: 'Prints the path of the new file. It is a draft until the line `draft: true` is taken out.',
    statuses: [0],
    examples: [
      ['dateline new "Summit ends without a deal"', 'in the default section'],
      [
        'dateline new "Rates rise" --section business --author "Elira Hoxha" --tag Economy',
        'with what is known already',
      ],
      ['dateline new "Why we strike" --kind opinion', 'another kind of article'],
    ],
  },
  list: {
    more: 'Times are those of the newsroom’s time zone. In continuous integration (`CI` is set) unpublished articles are named by their files alone.',
    statuses: [0, 1],
    examples: [
      ['dateline list', 'the latest articles'],
      ['dateline list scheduled', 'what appears when'],
      ['dateline list drafts --section world', 'the drafts of a section'],
      ['dateline list latest --tag Economy --limit 5 --json', 'for programs'],
    ],
  },
  related: {
    more: 'The list is the one that readers get, longer or shorter as `--limit` says. Its order is that of the scores; an editor’s pins come first.',
    statuses: [0, 1],
    examples: [
      ['dateline related world/summit-ends', 'by id; a file or an address will do'],
      ['dateline related world/summit-ends --explain', 'which words brought them together'],
      ['dateline related --all --json', 'one line of JSON for each article'],
      [
        'dateline related --score --least 0.4',
        'in CI: fail where the lists are far from what the newsroom links to',
      ],
      ['dateline related --score links.jsonl --json', 'measure by links of a file'],
    ],
  },
  urls: {
    more: 'urls.txt stands beside content/ and is committed with it. Each build and check tells of addresses in it that nothing answers any more, with the line that leads them on. Only this command writes it: after each publish, or now and then. An address that nobody shall find any more is taken out by deleting its line.',
    statuses: [0, 1],
    examples: [
      ['dateline urls', 'what is new, and what answers no more'],
      ['dateline urls --save', 'add what is new; then commit urls.txt'],
      ['dateline urls --json', 'one object for programs'],
    ],
  },
  why: {
    more: 'Tells the files, the templates and the other articles that a page shows, and so what would change it.',
    statuses: [0, 1],
    examples: [
      ['dateline why /', 'the front page'],
      ['dateline why https://www.example.org/2026/11/summit-ends/', 'a page as readers know it'],
    ],
  },
  init: {
    more: 'Writes into a folder that is empty or not there yet: settings, a first article, pages about the newsroom, and a workflow that checks, builds and publishes on every push to GitHub.',
    statuses: [0],
    examples: [
      ['dateline init my-paper', 'named after the folder'],
      [
        'dateline init lajme --title "Lajme" --language sq --timezone Europe/Tirane --url https://lajme.example/',
        'with all that matters',
      ],
    ],
  },
};

/** What stands below the flags in `--help`. */
export function helpAfter(name: string, width: number): string {
  const help = COMMAND_HELP[name];
  if (help === undefined) return '';
  return `\nExamples:\n${help.examples.map(([line, what]) => `  ${line}\n      ${hanging(what, width - 6, 6)}`).join('\n')}\n`;
}
