import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { describe, expect, it } from 'vitest';
import { dayInZone, formatLong, isoInZone, isZone, offsetAt, parseMoment } from '../../src/text/dates.js';
import { tempFolder } from '../support/temp.js';

const TIRANE = 'Europe/Tirane';
const iso = (text: string, zone = TIRANE): string => {
  const result = parseMoment(text, zone);
  return 'moment' in result ? result.moment.iso : `${result.fault.reason}`;
};
const fault = (text: string): unknown => {
  const result = parseMoment(text, TIRANE);
  return 'fault' in result ? result.fault : result.moment.iso;
};

describe('parseMoment', () => {
  it.each([
    // ISO 8601 and its relatives
    ['2023-06-30T10:00:00+02:00', '2023-06-30T10:00:00+02:00'],
    ['2023-06-30T10:00:00Z', '2023-06-30T12:00:00+02:00'],
    ['2023-06-30t10:00z', '2023-06-30T12:00:00+02:00'],
    ['2023-06-30T10:00', '2023-06-30T10:00:00+02:00'],
    ['2023-06-30 10:00', '2023-06-30T10:00:00+02:00'],
    ['2023-06-30  10:00:30', '2023-06-30T10:00:30+02:00'],
    ['2023-06-30', '2023-06-30T00:00:00+02:00'],
    ['2023-6-3', '2023-06-03T00:00:00+02:00'],
    ['2023/06/30', '2023-06-30T00:00:00+02:00'],
    ['2023/06/30 9:05', '2023-06-30T09:05:00+02:00'],
    ['2023.06.30', '2023-06-30T00:00:00+02:00'],
    ['20230630', '2023-06-30T00:00:00+02:00'],
    ['20230630T100000Z', '2023-06-30T12:00:00+02:00'],
    ['20230630T1000', '2023-06-30T10:00:00+02:00'],
    ['2014-01-28 5:37:44 -0400', '2014-01-28T10:37:44+01:00'],
    ['2007-12-01 10:11:12+00:00', '2007-12-01T11:11:12+01:00'],
    ['2015-03-04 10:00:00 -5', '2015-03-04T16:00:00+01:00'],
    ['2015-03-04 10:00:00 -05', '2015-03-04T16:00:00+01:00'],
    ['2020-10-01T12:00:00.000Z', '2020-10-01T14:00:00+02:00'],
    ['2020-10-01T12:00:00.25Z', '2020-10-01T14:00:00.250+02:00'],
    ['2020-10-01T12:00:00,123456789Z', '2020-10-01T14:00:00.123+02:00'],
    ['2023-06-30T10:00:00−02:00', '2023-06-30T14:00:00+02:00'],
    ['2023-06-30T10:00:00+02:00[Europe/Tirane]', '2023-06-30T10:00:00+02:00'],
    ['2023-06-30 10:00 UTC', '2023-06-30T12:00:00+02:00'],
    ['2023-06-30 10:30 pm', '2023-06-30T22:30:00+02:00'],
    ['2023-06-30 12:15 AM', '2023-06-30T00:15:00+02:00'],
    ['2023-06-30, 10:00', '2023-06-30T10:00:00+02:00'],
    // words for months
    ['30 June 2023', '2023-06-30T00:00:00+02:00'],
    ['30. June 2023', '2023-06-30T00:00:00+02:00'],
    ['30th June 2023', '2023-06-30T00:00:00+02:00'],
    ['30-Jun-2023', '2023-06-30T00:00:00+02:00'],
    ['June 30, 2023', '2023-06-30T00:00:00+02:00'],
    ['Jun. 30 2023', '2023-06-30T00:00:00+02:00'],
    ['Friday, June 30th, 2023 at 10:30 am', '2023-06-30T10:30:00+02:00'],
    ['Fri, 30 Jun 2023 10:00:00 +0200', '2023-06-30T10:00:00+02:00'],
    ['Fri, 30 Jun 2023 10:00:00 GMT', '2023-06-30T12:00:00+02:00'],
    ['Fri, 30 Jun 2023 10:00:00 EST', '2023-06-30T17:00:00+02:00'],
    ['Fri Jun 30 2023 10:00:00 GMT+0200 (Central European Summer Time)', '2023-06-30T10:00:00+02:00'],
    // the day first, and numbers that can mean one thing alone
    ['30.6.2023', '2023-06-30T00:00:00+02:00'],
    ['30. 6. 2023 18:00', '2023-06-30T18:00:00+02:00'],
    ['3.4.2023', '2023-04-03T00:00:00+02:00'],
    ['30/06/2023', '2023-06-30T00:00:00+02:00'],
    ['06/30/2023', '2023-06-30T00:00:00+02:00'],
    ['04/04/2023', '2023-04-04T00:00:00+02:00'],
    // other digits
    ['۲۰۲۳-۰۶-۳۰', '2023-06-30T00:00:00+02:00'],
    ['٢٠٢٣-٠٦-٣٠ ١٠:٠٠', '2023-06-30T10:00:00+02:00'],
    ['２０２３-０６-３０', '2023-06-30T00:00:00+02:00'],
    // the ends of what four digits hold
    ['0001-01-02', '0001-01-02T00:00:00+01:19'],
    ['9999-12-31', '9999-12-31T00:00:00+01:00'],
    ['2024-02-29', '2024-02-29T00:00:00+01:00'],
    ['2000-02-29', '2000-02-29T00:00:00+01:00'],
  ])('reads %s', (text, expected) => expect(iso(text)).toBe(expected));

  it.each([
    ['2023-02-31', { reason: 'impossible', part: 'day', value: '31', last: '2023-02-28' }],
    ['2023-02-29', { reason: 'impossible', part: 'day', value: '29', last: '2023-02-28' }],
    ['1900-02-29', { reason: 'impossible', part: 'day', value: '29', last: '1900-02-28' }],
    ['2023-06-00', { reason: 'impossible', part: 'day', value: '00' }],
    ['2023-13-01', { reason: 'impossible', part: 'month', value: '13' }],
    ['31 June 2023', { reason: 'impossible', part: 'day', value: '31', last: '2023-06-30' }],
    ['0000-01-01', { reason: 'impossible', part: 'year', value: '0000' }],
    ['2023-06-30 25:00', { reason: 'impossible', part: 'hour', value: '25' }],
    ['2023-06-30 24:00', { reason: 'impossible', part: 'hour', value: '24' }],
    ['2019-04-25 00:01am', { reason: 'impossible', part: 'hour', value: '00:01am' }],
    ['2019-04-25 13:01 PM', { reason: 'impossible', part: 'hour', value: '13:01pm' }],
    ['2023-06-30 10:60', { reason: 'impossible', part: 'minute', value: '60' }],
    ['2023-06-30 10:00:61', { reason: 'impossible', part: 'second', value: '61' }],
    ['2020-08-06 20:30:00+20:30', { reason: 'impossible', part: 'offset', value: '+20:30' }],
    ['2020-08-06 20:30:00+02:75', { reason: 'impossible', part: 'offset', value: '+02:75' }],
    ['03/04/2023', { reason: 'ambiguous', either: ['2023-04-03', '2023-03-04'] }],
    ['3-4-2023 10:00', { reason: 'ambiguous', either: ['2023-04-03', '2023-03-04'] }],
    ['2023-06-30 10:00 IST', { reason: 'zone', value: 'IST' }],
    ['2023', { reason: 'incomplete' }],
    ['2023-06', { reason: 'incomplete' }],
    ['30.6.23', { reason: 'incomplete' }],
    ['yesterday', { reason: 'unknown' }],
    ['“2023-06-30”', { reason: 'unknown' }],
    ['2023-06-3010:00', { reason: 'unknown' }],
    ['2023-06-30 10', { reason: 'unknown' }],
    ['', { reason: 'unknown' }],
  ])('refuses %s', (text, expected) => expect(fault(text)).toEqual(expected));

  it('knows whether a time was written', () => {
    const timed = (text: string): boolean | null => {
      const result = parseMoment(text, TIRANE);
      return 'moment' in result ? result.moment.timed : null;
    };
    expect([timed('2023-06-30'), timed('2023-06-30 00:00'), timed('30 June 2023')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['2012-02-07 00:00:00', false],
    ['2012-02-07T00:00:00.000Z', false],
    ['2012-02-07 00:00:00 -0500', false],
    ['2012-02-07 00:00:01', true],
    ['2012-02-07T00:00:00.500Z', true],
    ['2012-02-07 12:00:00', true],
  ])('takes the midnight that exports write for a day without a time: %s', (text, expected) => {
    const result = parseMoment(text, TIRANE);
    expect('moment' in result && result.moment.timed).toBe(expected);
  });

  it('gives the day in the site’s zone, whatever zone was written', () => {
    const result = parseMoment('2023-06-30T23:30:00Z', TIRANE);
    expect('moment' in result && result.moment.day).toBe('2023-07-01');
  });

  it.each([
    [
      'a time that the clocks skip is as far behind the skip',
      '2023-03-26 02:30',
      '2023-03-26T03:30:00+02:00',
    ],
    ['a time that they show twice is the first', '2023-10-29 02:30', '2023-10-29T02:30:00+02:00'],
    ['the hour after both is the second', '2023-10-29 03:00', '2023-10-29T03:00:00+01:00'],
  ])('where clocks change: %s', (_, text, expected) => expect(iso(text)).toBe(expected));

  it.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00'],
    ['Asia/Kathmandu', '2023-06-30', '2023-06-30T00:00:00+05:45'],
    ['Australia/Lord_Howe', '2023-10-01 02:15', '2023-10-01T02:45:00+11:00'],
    ['Africa/Monrovia', '1960-01-01', '1960-01-01T00:00:00-00:44'],
    ['Pacific/Apia', '2011-12-29 23:00', '2011-12-29T23:00:00-10:00'],
    ['UTC', '2023-06-30', '2023-06-30T00:00:00+00:00'],
  ])('knows the clocks of %s', (zone, text, expected) => expect(iso(text, zone)).toBe(expected));

  it('reads its own RFC 3339 text back as the same moment, in any zone and year', () => {
    const zones = [
      TIRANE,
      'UTC',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Asia/Tehran',
      'Africa/Casablanca',
    ];
    const seconds = fc.integer({ min: Date.UTC(1700, 0) / 1000, max: Date.UTC(9990, 0) / 1000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const written = isoInZone(zone, second * 1000);
        const read = parseMoment(written, zone);
        expect('moment' in read && read.moment.ms).toBe(second * 1000);
        expect('moment' in read && read.moment.iso).toBe(written);
        expect(dayInZone(zone, second * 1000)).toBe(written.slice(0, 10));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and always answers, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:+\-TZ ./apm]{0,24}$/)), (text) => {
        const result = parseMoment(text, TIRANE);
        expect('moment' in result ? Number.isFinite(result.moment.ms) : result.fault.reason).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });
});

describe('zones', () => {
  it('keeps one offset through a day without a change and finds the hour of a change', () => {
    const change = Date.UTC(2023, 2, 26, 1);
    expect(offsetAt(TIRANE, change - 1)).toBe(3600_000);
    expect(offsetAt(TIRANE, change)).toBe(7200_000);
  });

  it('knows the names of zones', () => {
    expect([isZone(TIRANE), isZone('Europe/Atlantis')]).toEqual([true, false]);
  });

  it.each([
    ['en', 'June 30, 2023'],
    ['sq', '30 qershor 2023'],
    ['de', '30. Juni 2023'],
    ['zh', '2023年6月30日'],
    ['fa', '۹ تیر ۱۴۰۲'],
  ])('writes a day at length in %s', (lang, expected) => {
    expect(formatLong(lang, TIRANE, Date.UTC(2023, 5, 29, 22, 30))).toBe(expected);
  });
});

it('reads dates alike whatever zone and language the machine has', async () => {
  const folder = tempFolder('dates');
  for (const name of ['dates', 'zones']) {
    const source = await readFile(new URL(`../../src/text/${name}.ts`, import.meta.url), 'utf8');
    const { outputText } = transpileModule(source, {
      compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
    });
    await writeFile(join(folder, `${name}.js`), outputText);
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(folder, 'print.js'),
    `import { formatLong, parseMoment } from './dates.js';
       const texts = ['2023-06-30', '2023-03-26 02:30', '30 June 2023', 'Fri, 30 Jun 2023 10:00:00 +0200', '0099-01-01'];
       console.log(JSON.stringify(texts.map((text) => parseMoment(text, 'Europe/Tirane'))), formatLong('sq', 'Europe/Tirane', 0));`,
  );
  const run = (TZ: string, LANG: string): string => {
    const env = { ...process.env, TZ, LANG, LC_ALL: LANG };
    return spawnSync(process.execPath, [join(folder, 'print.js')], { env, encoding: 'utf8' }).stdout;
  };
  const here = run('UTC', 'C');
  expect(here).toContain('2023-06-30T00:00:00+02:00');
  expect(run('America/Los_Angeles', 'de_DE.UTF-8')).toBe(here);
  expect(run('Pacific/Kiritimati', 'ar_EG.UTF-8')).toBe(here);
});
