import { shown } from './quote.js';

/** What a YAML parser's complaint means to someone who does not know YAML. */
export interface YamlWords {
  readonly message: string;
  readonly hint: string;
}

/**
 * The wording of a syntax error of the `yaml` library: its `code` and `message`, and the line it is on.
 * For front matter and for `site.yaml` alike.
 */
export function yamlWords(code: string, message: string, line = ''): YamlWords {
  const known = WORDS[code];
  if (known !== undefined) return known(message, line.trim());
  return {
    message: `This is not valid YAML: ${lowered(message)}.`,
    hint: 'Each line is a name, a colon, a space and a value: `title: A headline`. Texts with special signs go in quotes.',
  };
}

const WORDS: { readonly [code: string]: (message: string, line: string) => YamlWords } = {
  BLOCK_AS_IMPLICIT_KEY: (_, line) => ({
    message:
      'A value holds a colon followed by a space, or the next line is indented by mistake. YAML then reads the value as a list of names of its own.',
    hint: `Put the value in quotes${quotedExample(line)}, and begin each name at the start of its line.`,
  }),
  MULTILINE_IMPLICIT_KEY: (_, line) => ({
    message: 'A name and its value must be separated by a colon and a space, on one line.',
    hint: /^[\w-]+:\S/.test(line)
      ? `Put a space behind the colon: \`${shown(line.replace(/^([\w-]+):/, '$1: '))}\``
      : 'Write the name, a colon, a space and the value, or indent a line that continues the one above by two spaces.',
  }),
  TAB_AS_INDENT: () => ({
    message: 'This line is indented with a tab. YAML allows spaces alone there.',
    hint: 'Replace the tab at the start of the line by two spaces.',
  }),
  DUPLICATE_KEY: (_, line) => ({
    message: `The name ${named(line)}stands here a second time. Only one of the two could count.`,
    hint: 'Keep one of the two lines and delete the other.',
  }),
  BAD_INDENT: (message) => {
    const open = /end with a (\S)/.exec(message)?.[1];
    return open === undefined
      ? {
          message: 'This line is indented by a number of spaces that fits none of the lines above it.',
          hint: 'Indent it by as many spaces as the lines that it belongs with.',
        }
      : {
          message: `The bracket that opens here is not closed, or what follows is not indented: a \`${open}\` is missing.`,
          hint: `Close it with \`${open}\`, or write each entry on a line of its own, beginning with \`- \`.`,
        };
  },
  MISSING_CHAR: (message) =>
    /quote/.test(message)
      ? {
          message: 'The text in quotes that begins here is not closed: the quote at its end is missing.',
          hint: 'Add the quote at the end. A text that holds `"` itself can stand in single quotes: `\'A "quoted" word\'`',
        }
      : {
          message: `Something is missing here: ${lowered(message)}.`,
          hint: 'Compare the line with the ones around it. Texts with special signs go in quotes.',
        },
  UNEXPECTED_TOKEN: (_, line) => ({
    message: line.includes("'")
      ? "A text in single quotes ended before the line did: an apostrophe inside such a text must be written twice (`''`)."
      : 'The value ended before the line did.',
    hint: 'Put the whole value in double quotes: `title: "It\'s official"`',
  }),
  BAD_SCALAR_START: (_, line) => ({
    message: 'A value cannot begin with this sign unless it stands in quotes.',
    hint: `Put the value in quotes${quotedExample(line)}.`,
  }),
  BAD_DQ_ESCAPE: () => ({
    message: 'In a text in double quotes a backslash begins a code such as `\\n`, and this is none.',
    hint: "Write the backslash twice (`\\\\`), or use single quotes: `'C:\\news'`",
  }),
  BAD_ALIAS: () => ({
    message: 'A value that begins with `*` points to another place of the file, and there is no such place.',
    hint: 'Put the value in quotes: `"*text*"`',
  }),
  TAG_RESOLVE_FAILED: () => ({
    message:
      'A value that begins with `!` names a type of value, and only plain texts, numbers and lists are read here.',
    hint: 'Delete the word that begins with `!`, or put the value in quotes: `"!important"`',
  }),
  MULTIPLE_DOCS: () => ({
    message: 'A line of three hyphens ends the options, and more follows behind it that would not be read.',
    hint: 'Delete the line `---`.',
  }),
  RESOURCE_EXHAUSTION: () => ({
    message: 'Lists are nested here more deeply than any real file needs.',
    hint: 'Remove the brackets, or put the value in quotes if it is a text.',
  }),
};

function quotedExample(line: string): string {
  const found = /^(?:- )?([\w-]+):\s+([^"'].*)$/.exec(line);
  const value = found?.[2] ?? '';
  if (value === '' || value.length > 60 || value.includes('`')) return '';
  return `: \`${found?.[1]}: "${value.replace(/["\\]/g, '\\$&')}"\``;
}

function named(line: string): string {
  const name = /^["']?([\w-]{1,40})["']?\s*:/.exec(line)?.[1];
  return name === undefined ? '' : `\`${name}\` `;
}

/** A sentence of the library as a part of ours. */
function lowered(message: string): string {
  const text = shown(message, 200);
  return text.charAt(0).toLowerCase() + text.slice(1);
}
