import type { Problem } from '../../model/problem.js';
import { type DateFault, parseMoment } from '../../text/dates.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';

/** What is wrong with the two fields that every article must have, and with all other dates. */

export const missingTitle = (place: Located): Problem => ({
  ...place,
  code: 'missing-title',
  severity: 'error',
  message: 'This article has no title. Every page, list and feed shows one.',
  hint: 'Add a line to the front matter: `title: Your headline`',
});

export const missingDate = (place: Located): Problem => ({
  ...place,
  code: 'missing-date',
  severity: 'error',
  message: 'This article has no date. Its address, its place in lists and its embargo follow from it.',
  hint: 'Add a line to the front matter: `date: 2023-06-30 10:00`. If the site calls it otherwise, say so in site.yaml: `fields: { date: [published] }`',
});

export const invalidDate = (place: Located, field: string, written: string, fault: DateFault): Problem => ({
  ...place,
  code: 'invalid-date',
  severity: 'error',
  ...dateWords(field, written, fault),
});

function dateWords(field: string, written: string, fault: DateFault): { message: string; hint: string } {
  const says = `\`${shown(field)}\` says \`${shown(written)}\``;
  const write = `Write \`${shown(field)}: 2023-06-30\` or \`${shown(field)}: 2023-06-30 10:00\`; with a zone: \`2023-06-30T10:00:00+02:00\`.`;
  switch (fault.reason) {
    case 'impossible':
      return {
        message: `${says}, but ${impossible(fault.part, fault.value)}.`,
        hint:
          fault.part === 'offset'
            ? 'The sign and digits at the end are the difference to UTC, such as `+02:00`. Leave them out for the site’s own zone.'
            : fault.last === undefined
              ? write
              : `Write a day that the calendar has: \`${shown(field)}: ${fault.last}\``,
      };
    case 'ambiguous':
      return {
        message: `${says}, which is one day in some countries and another in others.`,
        hint: `Write \`${shown(field)}: ${fault.either[0]}\` or \`${shown(field)}: ${fault.either[1]}\`.`,
      };
    case 'zone':
      return {
        message: `${says}, but \`${fault.value}\` is no time zone that means one place alone.`,
        hint: 'Write the difference to UTC instead, such as `+02:00`, or leave it out for the site’s own zone.',
      };
    case 'incomplete':
      return { message: `${says}; a whole date has a year of four digits, a month and a day.`, hint: write };
    case 'unknown':
      return {
        message: /^[“”„‟‘’‚«»]/.test(written)
          ? `${says}. The curly quotes around it are no quotes for YAML, so they became part of the date.`
          : `${says}, which can’t be read as a date.`,
        hint: withoutCurly(field, written) ?? write,
      };
  }
}

/** The line to write where a date is right but for the curly quotes around it. */
function withoutCurly(field: string, written: string): string | null {
  const bare = /^[“”„‟‘’‚«»]\s*(.*?)\s*[“”„‟‘’‚«»]$/.exec(written)?.[1] ?? '';
  return 'moment' in parseMoment(bare, 'UTC') ? `Write \`${shown(field)}: ${shown(bare)}\`` : null;
}

function impossible(part: string, value: string): string {
  switch (part) {
    case 'day':
      return `that month has no day ${Number(value)}`;
    case 'month':
      return `there is no month ${Number(value)}`;
    case 'year':
      return 'only the years 1 to 9999 can be written';
    case 'hour':
      return /m$/.test(value)
        ? `there is no ${value}: with am and pm, hours run from 1 to 12`
        : `there is no hour ${value}`;
    case 'minute':
      return `there is no minute ${value}`;
    case 'second':
      return `there is no second ${value}`;
    default:
      return `no zone is ${value} away from UTC`;
  }
}
