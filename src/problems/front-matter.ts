import type { Problem } from '../model/problem.js';
import { type DateFault, parseMoment } from '../text/dates.js';
import type { Located } from './locate.js';
import { shown } from './quote.js';
import { suggestion } from './suggest.js';
import { yamlWords } from './yaml-words.js';

/** What is wrong with a file's bytes, its front matter and the fields in it. */

// ------------------------------------------------------------------ bytes

export const notText = (place: Located, what: string): Problem => ({
  ...place,
  code: 'not-text',
  severity: 'error',
  message: `This file is ${what}, although its name ends in \`.md\`. Dateline reads plain text in UTF-8.`,
  hint: 'Open it in the program that made it, save it as plain text (UTF-8), or give it its true ending and move it to `content/media/`.',
});

export const wrongEncoding = (place: Located, byte: string): Problem => ({
  ...place,
  code: 'wrong-encoding',
  severity: 'error',
  message: `This file is not UTF-8 text: on this line the byte ${byte} stands for no character.`,
  hint: 'Save the file again with the encoding UTF-8. Texts of older Windows programs are often in “Windows-1252” or “Latin 1”.',
});

export const controlCharacters = (place: Located, char: string): Problem => ({
  ...place,
  code: 'control-characters',
  severity: 'warning',
  message: `There is an invisible control character (${char}) on this line. It is left out.`,
  hint: 'Delete it; it often comes along when text is copied from another program.',
});

export const emptyFile = (place: Located): Problem => ({
  ...place,
  code: 'empty-file',
  severity: 'error',
  message: 'This file is empty.',
  hint: 'Write its text, or delete the file.',
});

export const mergeConflict = (place: Located): Problem => ({
  ...place,
  code: 'merge-conflict',
  severity: 'error',
  message: 'Two people changed this file, and git has put both versions here, one below the other.',
  hint: 'Keep the lines that are right, of the part above or below `=======`, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
});

// ------------------------------------------------------------------ front matter as a whole

export const unclosedFrontMatter = (place: Located, fence: string, after: number): Problem => ({
  ...place,
  code: 'unclosed-front-matter',
  severity: 'error',
  message: `The front matter begins here with \`${fence}\`, but no line with \`${fence}\` alone ends it.`,
  hint: `Write \`${fence}\` on a line of its own below the last field, which seems to be line ${after}.`,
});

export const unclearFence = (place: Located, fence: string): Problem => ({
  ...place,
  code: 'unclear-fence',
  severity: 'error',
  message: `This line begins with \`${fence}\` but holds more, so it is not clear whether the front matter ends here.`,
  hint: `To end the front matter, write \`${fence}\` alone. Inside a value, indent the line by two spaces.`,
});

export const frontMatterLanguage = (place: Located, language: string): Problem => ({
  ...place,
  code: 'front-matter-language',
  severity: 'error',
  message: `This front matter says that it is written in \`${shown(language)}\`. Dateline reads YAML, TOML and JSON; it never runs code from an article.`,
  hint: 'Begin the file with `---` alone and write the fields as `name: value` lines.',
});

export const frontMatterTooLong = (place: Located): Problem => ({
  ...place,
  code: 'front-matter-too-long',
  severity: 'error',
  message:
    'This front matter is longer than any real one (more than a megabyte, or thousands of empty lines).',
  hint: 'Check that the line `---` that ends it is there; the article’s text belongs below it.',
});

export const frontMatterNotFields = (place: Located): Problem => ({
  ...place,
  code: 'front-matter-not-fields',
  severity: 'error',
  message: 'Between the two `---` lines there must be fields, each a name, a colon and a value.',
  hint: 'Write a line such as `title: Your headline`. If the file has no front matter, delete the `---` at its start.',
});

export const frontMatterSyntax = (place: Located, code: string, message: string): Problem => ({
  ...place,
  code: 'front-matter-syntax',
  severity: 'error',
  ...yamlWords(code, message, place.source),
});

export const tomlSyntax = (place: Located, message: string): Problem => ({
  ...place,
  code: 'toml-syntax',
  severity: 'error',
  message: `This is not valid TOML: ${shown(message, 200)}.`,
  hint: 'Each line is a name, an equals sign and a value; texts stand in quotes: `title = "A headline"`',
});

export const unquotedColon = (place: Located, mended: string, curly: boolean): Problem => ({
  ...place,
  code: 'unquoted-colon',
  severity: 'error',
  message: curly
    ? 'The value holds a colon, and the curly quotes around it are no quotes for YAML. It takes what stands before the colon for a name.'
    : 'The value holds a colon followed by a space, and YAML takes what stands before the colon for a name.',
  hint: `Put the value in straight quotes: \`${shown(mended, 160)}\``,
});

export const unclosedQuote = (place: Located, quote: string): Problem => ({
  ...place,
  code: 'unclosed-quote',
  severity: 'error',
  message: `The value begins with a quote (\`${quote}\`) that nothing closes, so everything below would belong to it.`,
  hint: 'Add the same quote at the end of the value, or delete the one at its start.',
});

export const textAfterQuote = (place: Located, mended: string): Problem => ({
  ...place,
  code: 'text-after-quote',
  severity: 'error',
  message: 'The quoted text ends before the line does. In quotes, the same quote ends the value.',
  hint: `Write the whole value in quotes, and a quote inside it as the other kind or twice: \`${shown(mended, 160)}\``,
});

export const unquotedSign = (place: Located, sign: string, mended: string): Problem => ({
  ...place,
  code: 'unquoted-sign',
  severity: 'error',
  message: `The value begins with \`${sign}\`, which means something in YAML.`,
  hint: `Put the value in quotes: \`${shown(mended, 160)}\``,
});

export const textAfterHash = (
  place: Located,
  field: string,
  lost: string,
  mended: string | null,
): Problem => ({
  ...place,
  code: 'text-after-hash',
  severity: 'warning',
  message: `YAML takes \`${shown(lost)}\` for a comment, because a blank stands before the \`#\`. \`${shown(field)}\` ends before it.`,
  hint:
    mended === null
      ? 'If it belongs to the text, put the whole value in quotes. If it is a comment, give it a line of its own that begins with `#`.'
      : `If it belongs to the text, put the value in quotes: \`${shown(mended, 160)}\`. If it is a comment, give it a line of its own that begins with \`#\`.`,
});

export const curlyQuotes = (place: Located, field: string, written: string, mended: string): Problem => ({
  ...place,
  code: 'curly-quotes',
  severity: 'warning',
  message: `\`${shown(field)}\` says \`${shown(written)}\`. Curly quotes are no quotes for YAML, so they became part of it.`,
  hint: `Write \`${shown(mended, 160)}\`. If readers are to see the quotes, put straight ones round them.`,
});

export const tabIndent = (place: Located): Problem => ({
  ...place,
  code: 'tab-indent',
  severity: 'error',
  message: 'This line is indented with a tab. YAML allows spaces alone there.',
  hint: 'Replace the tab at the start of the line by two spaces.',
});

export const duplicateField = (place: Located, name: string, first: number): Problem => ({
  ...place,
  code: 'duplicate-field',
  severity: 'error',
  message: `The field \`${shown(name)}\` stands here a second time; the first is on line ${first}. Only one of the two could count.`,
  hint: 'Keep one of the two and delete the other.',
});

export const aliasBomb = (place: Located): Problem => ({
  ...place,
  code: 'alias-bomb',
  severity: 'error',
  message:
    'The references here (`&name`, `*name`) lead in a circle or multiply to more values than any article needs.',
  hint: 'Write the values out where they are used, without `&` and `*`.',
});

export const tooDeep = (place: Located): Problem => ({
  ...place,
  code: 'too-deep',
  severity: 'error',
  message: 'Lists are nested here more deeply than any real file needs.',
  hint: 'Remove the brackets, or put the value in quotes if it is a text.',
});

export const forbiddenKey = (place: Located, name: string): Problem => ({
  ...place,
  code: 'forbidden-key',
  severity: 'error',
  message: `\`${shown(name)}\` can’t be the name of a field: programs use it for themselves.`,
  hint: 'Give the field another name, or delete the line.',
});

// ------------------------------------------------------------------ fields

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

export const wrongShape = (
  place: Located,
  field: string,
  expects: string,
  got: string,
  example: string,
): Problem => ({
  ...place,
  code: 'wrong-shape',
  severity: 'error',
  message: `\`${shown(field)}\` must be ${expects}; here it is ${shown(got)}.`,
  hint: `Write it like this: \`${example}\``,
});

export const invalidValue = (place: Located, field: string, expects: string, written: string): Problem => ({
  ...place,
  code: 'invalid-value',
  severity: 'error',
  message: `\`${shown(field)}\` must be ${expects}, but says \`${shown(written)}\`.`,
  hint: /^[“”„‟‘’‚«»]/.test(written)
    ? 'Curly quotes are no quotes for YAML: use straight ones, or none.'
    : 'Correct the value, or delete the line.',
});

export const tooLong = (place: Located, field: string, limit: number): Problem => ({
  ...place,
  code: 'too-long',
  severity: 'error',
  message: `\`${shown(field)}\` is longer than ${limit} characters.`,
  hint: 'Shorten it. If the text of the article slipped into the field, check the quotes and the line `---` that ends the front matter.',
});

export const tooMany = (place: Located, field: string, limit: number): Problem => ({
  ...place,
  code: 'too-many',
  severity: 'error',
  message: `\`${shown(field)}\` has more than ${limit} entries. Each makes work for every build, so one file can’t have as many as it likes.`,
  hint: 'Keep those that readers need. If a text slipped into the field, check its commas and quotes.',
});

export const addressTooLong = (place: Located, address: string, limit: number): Problem => ({
  ...place,
  code: 'address-too-long',
  severity: 'error',
  message: `The address \`${shown(address)}\` has ${address.length} characters. Above ${limit}, no disk can hold the pages below it.`,
  hint: 'Write a shorter `slug`, `section` or `url`, or put the file into fewer folders.',
});

export const sectionTooDeep = (place: Located, limit: number): Problem => ({
  ...place,
  code: 'section-too-deep',
  severity: 'error',
  message: `This section lies inside more than ${limit - 1} others. Each of them has a page and an archive of its own, so there is an end to it.`,
  hint: 'Write a shorter `section`, such as `section: world/europe`, or put the file into fewer folders.',
});

export const unknownKind = (place: Located, written: string, kinds: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-kind',
  severity: 'error',
  message: `There is no kind of article called \`${shown(written)}\`.${suggestion(written, kinds)}`,
  hint: `Write one of ${kinds.join(', ')}, or leave the line out for news.`,
});

export const unknownCorrectionType = (
  place: Located,
  written: string,
  types: readonly string[],
): Problem => ({
  ...place,
  code: 'unknown-correction-type',
  severity: 'error',
  message: `There is no type of correction called \`${shown(written)}\`.${suggestion(written, types)}`,
  hint: `Write one of ${types.join(', ')}, or leave the line out.`,
});

export const incompleteEntry = (
  place: Located,
  field: string,
  missing: string,
  example: string,
): Problem => ({
  ...place,
  code: 'incomplete-entry',
  severity: 'error',
  message: `Each entry of \`${shown(field)}\` needs ${missing}.`,
  hint: `Write it like this: \`${example}\``,
});

export const misspeltField = (place: Located, name: string, meant: string): Problem => ({
  ...place,
  code: 'misspelt-field',
  severity: 'warning',
  message: `There is no field \`${shown(name)}\`, so only templates can see it. Did you mean \`${meant}\`?`,
  hint: `Write \`${meant}\`. If your templates use \`${shown(name)}\`, a clearer name would keep this warning away.`,
});

export const unclearVisibility = (place: Located, name: string, written: string): Problem => ({
  ...place,
  code: 'unclear-visibility',
  severity: 'error',
  message: `\`${shown(name)}: ${shown(written)}\` sounds as if readers may not see this article yet, but Dateline has no field \`${shown(name)}\`: they would.`,
  hint: `Write \`draft: true\` to hide it, \`embargo: 2023-07-01 06:00\` to hide it until then, or delete the line.`,
});

export const sameFieldTwice = (place: Located, name: string, other: string): Problem => ({
  ...place,
  code: 'same-field-twice',
  severity: 'error',
  message: `\`${shown(name)}\` and \`${shown(other)}\` are spellings of one field, and both stand here. Only one of them could count.`,
  hint: 'Keep one of the two lines and delete the other.',
});

export const slugOutside = (place: Located, written: string): Problem => ({
  ...place,
  code: 'slug-outside',
  severity: 'error',
  message: `The slug \`${shown(written)}\` is a path. A slug is one part of an address, so that no article can leave its place.`,
  hint: 'Write words joined by `-`, such as `slug: night-trains-return`. For a whole address use `url: /special/night-trains/`.',
});

export const addressOutside = (place: Located, field: string, written: string): Problem => ({
  ...place,
  code: 'address-outside',
  severity: 'error',
  message: `\`${shown(field)}\` says \`${shown(written)}\`, which is no address on this site: it leads outside, or to another host.`,
  hint: 'Write a path that begins with `/`, without `..`, such as `/special/night-trains/`.',
});

export const aliasQuery = (place: Located, written: string): Problem => ({
  ...place,
  code: 'alias-query',
  severity: 'warning',
  message: `The old address \`${shown(written)}\` differs from others only behind the \`?\` or \`#\`, and not by plain names and values such as \`/?p=123\`. No host tells such addresses apart, so this one is left out.`,
  hint: 'Write the names and values alone (letters, digits, `-`, `_`, `.`), redirect the address in the server’s configuration, or delete the line.',
});

export const expiresEarly = (place: Located): Problem => ({
  ...place,
  code: 'expires-early',
  severity: 'warning',
  message: 'This article expires before it appears, so nobody will ever see it.',
  hint: 'Correct `expires`, `date` or `embargo`.',
});

export const countryForLanguage = (place: Located, written: string, meant: string): Problem => ({
  ...place,
  code: 'country-for-language',
  severity: 'warning',
  message: `\`${shown(written)}\` is the code of a country, and no language of this site. Browsers, screen readers and search engines go by the language.`,
  hint: `Write \`${meant}\` instead.`,
});

export const updatedEarly = (place: Located): Problem => ({
  ...place,
  code: 'updated-early',
  severity: 'warning',
  message: '`updated` is before `date`, so readers are not told of it.',
  hint: 'Correct the day, or delete the line: `updated` is for a change that readers should know of.',
});

export const reservedAddress = (place: Located, address: string, part: string): Problem => ({
  ...place,
  code: 'reserved-address',
  severity: 'error',
  message:
    part === ''
      ? `\`${shown(address)}\` is the front page; nothing else can have that address.`
      : `The address \`${shown(address)}\` is taken: Dateline needs \`${part}\` there for pages of its own.`,
  hint: 'Choose another name, such as `slug: night-trains-return`.',
});

export const reservedAlias = (place: Located, address: string, part: string): Problem => ({
  ...reservedAddress(place, address, part),
  hint: 'Take this alias out, or correct it: every site answers that address itself.',
});
