import { articleFields } from '../../schema/article.js';
import { noteOf } from '../../schema/field.js';
import { parseMoment, startOfDay } from '../../text/dates.js';
import type { ParseConfig } from './config.js';

/** A rough look at front matter that can't be read: may anybody know of the file yet? */
export interface Glimpse {
  /** Whether it says anywhere that the file is a draft, embargoed or taken down. In doubt it does. */
  hidden(head: string): boolean;
  /** The latest of all dates that it may begin with, in ms; null where there is none. */
  from(head: string): number | null;
}

type GlimpsedField = 'draft' | 'embargo' | 'gone' | 'date';

/** Where a field may begin: a line, or a place in braces on one line. Bounded, for a line may be nothing but signs. */
const BEGINS = String.raw`(?:^|[{,])[ \t"'{,]{0,20}`;

/** Makes the looks at the front matter of one site's articles. */
export function glimpseOf(config: ParseConfig): Glimpse {
  const names = (field: GlimpsedField): string[] => [
    field,
    ...(config.fields[field] ?? []),
    ...(noteOf(articleFields.shape[field]).names ?? []),
  ];
  const hiding = [...names('embargo'), ...names('gone'), ...names('draft')].filter(
    (name) => name !== 'published' && name !== 'permalink',
  );
  const said = new RegExp(
    `${BEGINS}(?:${hiding.map(loose).join('|')})["']?[ \\t]*[:=](?![ \\t]*["']?(?:false|no|off|0|null|~)?["']?[ \\t,}]*(?:#.*)?$)`,
    'im',
  );
  const unpublished = new RegExp(
    `${BEGINS}(?:published|permalink)["']?[ \\t]*[:=][ \\t]*["']?(?:false|no|off)\\b`,
    'im',
  );
  const dated = new RegExp(
    `${BEGINS}(?:${names('date').map(loose).join('|')})["']?[ \\t]*[:=][ \\t]*(?:\\n[ \\t]+)?([^\\n]{0,200})`,
    'gim',
  );
  return {
    hidden: (head) => said.test(head) || unpublished.test(head),
    from(head) {
      let latest: number | null = null;
      for (const [, value = ''] of head.matchAll(dated)) {
        const ms = meantBy(value, config.timezone);
        if (ms !== null && (latest === null || ms > latest)) latest = ms;
      }
      return latest;
    },
  };
}

/** A name in any case, with `-` and `_` anywhere between its letters. */
function loose(name: string): string {
  return [...name.replace(/[-_\s]/g, '')]
    .map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[-_]?');
}

/** The moment that a value means, whatever stands around it; where it is no date, as much of one as it begins with. */
function meantBy(value: string, zone: string): number | null {
  const quoted = /^[[(\s]*(["'])(.*?)\1/.exec(value)?.[2];
  const bare = value.replace(/^[[(\s"'“”„‘’]+/, '');
  const forms = [quoted, bare, bare.replace(/\s+#.*$/, ''), bare.replace(/[}\]"'“”’].*$/, '')];
  for (const form of [...forms, bare.replace(/,.*$/, '')]) {
    const result = form === undefined ? null : parseMoment(form.replace(/[\s,]+$/, ''), zone);
    if (result === null) continue;
    if ('moment' in result) return result.moment.ms;
    // In doubt, the later one.
    if (result.fault.reason === 'ambiguous')
      return Math.max(...result.fault.either.map((day) => meantBy(day, zone) ?? 0));
  }
  const [, year, month = '1', day = '1'] =
    /(?<!\d)([12]\d{3})(?!\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?/.exec(bare) ?? [];
  if (year === undefined) return null;
  for (const [m, d] of [
    [month, day],
    [month, '28'],
    ['1', '1'],
  ] as const) {
    const start = startOfDay(year, m, d, zone);
    if ('moment' in start) return start.moment.ms;
  }
  return null;
}
