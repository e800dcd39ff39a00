import type { BuildResult } from '../../build/result.js';
import { type Changes, PHASES } from '../../model/page.js';
import { isoInZone } from '../../text/dates.js';
import { inPublic, paint, type Terminal } from '../terminal.js';
import { countProblems } from './problems.js';
import { counted, duration, grouped, hanging } from './words.js';

export interface SummaryFacts {
  /** The output folder as the user named it. */
  readonly out: string;
  /** The folder that got what must be uploaded, where nothing is published here. */
  readonly upload?: string | null;
  /** Milliseconds from the start of the command. */
  readonly took: number;
  /** The command that shows the site. */
  readonly look: string;
  /** Other files that were written for the user, by what they are. */
  readonly also?: readonly (readonly [name: string, path: string])[];
}

const LABEL = 13;

/** The closing words of a build: what came of it, what readers can't see yet, what changed, how long it took. */
export function buildSummary(result: BuildResult, facts: SummaryFacts, terminal: Terminal): string {
  const colours = paint(terminal);
  const { errors, warnings } = countProblems(result.problems);
  const { changes } = result;
  const upload = facts.upload ?? null;
  if (changes === null) {
    const told = [counted(errors, 'error'), ...(warnings > 0 ? [counted(warnings, 'warning')] : [])].join(
      ', ',
    );
    const text =
      upload !== null
        ? `Nothing is ready for an upload: ${told}. What is online stays.`
        : `Nothing was published: ${told}. ${folder(facts.out)} is as it was.`;
    return `${colours.error('✗')} ${colours.strong(hanging(text, terminal.width - 2, 2))}\n`;
  }
  const lines: (readonly [string, string] | null)[] = [
    ['articles', `${grouped(result.articles)} on ${counted(result.pages, 'page')}${made(result)}`],
    waiting(result, terminal),
    result.invalid > 0 ? ['faults', wrong(result)] : null,
    ['files', filesLine(changes)],
    errors + warnings > 0
      ? ['problems', `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`]
      : null,
    ['time', timeLine(result, facts.took)],
    ...(facts.also ?? []),
    ['see it', facts.look],
  ];
  const mark = errors > 0 ? colours.warning('!') : colours.good('✓');
  const site = result.site?.title ?? 'The site';
  const done =
    upload !== null
      ? `What ${site} has to upload is in ${folder(upload)}`
      : `${site} is in ${folder(facts.out)}`;
  const title = hanging(done, terminal.width - 2, 2);
  return `${mark} ${colours.strong(title)}\n${lines
    .filter((line) => line !== null)
    .map(([label, text]) => {
      const wide = Math.max(LABEL, label.length + 2);
      return `  ${colours.dim(label.padEnd(wide))}${hanging(text, terminal.width - wide - 2, LABEL + 2)}\n`;
    })
    .join('')}`;
}

/** How many pages a template was run for, where these are not all. */
const made = ({ pages, rendered }: BuildResult): string =>
  rendered === pages ? '' : `, ${rendered === 0 ? 'none' : grouped(rendered)} of them made anew`;

const folder = (out: string): string => (out.endsWith('/') ? out : `${out}/`);

/** What readers can't see yet, and until when. */
function waiting(result: BuildResult, terminal: Terminal): readonly [string, string] | null {
  const of = (why: string) => result.invisible.filter((article) => article.why === why);
  const [drafts, embargoed, expired] = [of('draft').length, of('embargo'), of('expired').length];
  const parts = [
    drafts > 0 ? counted(drafts, 'draft') : null,
    embargoed.length > 0 ? `${grouped(embargoed.length)} embargoed` : null,
    expired > 0 ? `${grouped(expired)} expired` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const first = Math.min(...embargoed.map((article) => article.from ?? Number.POSITIVE_INFINITY));
  // The hour of a release is itself a secret in a log that others can read.
  const until =
    Number.isFinite(first) && !inPublic(terminal)
      ? `; the next appears ${moment(first, result.site?.timezone ?? 'UTC')}`
      : '';
  return ['not visible', `${parts.join(', ')}${until}`];
}

/** `2027-03-01 06:00 (Europe/Tirane)` */
function moment(ms: number, zone: string): string {
  return `${isoInZone(zone, ms).slice(0, 16).replace('T', ' ')} (${zone})`;
}

function wrong(result: BuildResult): string {
  return `${counted(result.invalid, 'file')} with errors, left out or as last right`;
}

function filesLine({ added, changed, removed }: Changes): string {
  const count = (part: Changes['added']): number =>
    PHASES.reduce((sum, phase) => sum + part[phase].length, 0);
  const parts = [
    [count(added), 'added'],
    [count(changed), 'changed'],
    [removed.length, 'removed'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${grouped(n)} ${what}`);
  return told.length === 0 ? 'nothing changed' : told.join(', ');
}

/** The whole time, then the stages that took a part of it that one can feel. */
function timeLine({ stages }: BuildResult, took: number): string {
  const rest = took - Object.values(stages).reduce((sum, ms) => sum + ms, 0);
  // Loading the program itself, and writing what CI reads.
  const parts = [['start', rest] as const, ...Object.entries(stages)]
    .filter(([, ms]) => ms >= Math.max(1, took / 50))
    .map(([name, ms]) => `${name} ${duration(ms)}`);
  return `${duration(took)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}
