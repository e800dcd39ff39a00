import { AREAS, type CatalogueEntry } from '../problems/catalogue/index.js';
import { fence, type Generator, generatedNote } from './generator.js';

/** `docs/problems.md`: every message that Dateline can give. */
export const problemsPage: Generator = {
  path: 'docs/problems.md',
  text: () => {
    const areas = AREAS.filter((area) => area.entries.length > 0);
    return `${[
      generatedNote('src/problems/catalogue/'),
      '',
      '# Problems',
      '',
      'Every message of Dateline has a code, which stands behind the place: `content/articles/a.md:3:7 invalid-date`.',
      'Codes never change. An **error** keeps the site from being published (or, with `--on-invalid skip`, the article);',
      'a **warning** does not, and `severity` in [`site.yaml`](site-yaml.md#severity) can silence it or make it an error.',
      '',
      ...areas.map((area) => `- [${area.title}](#${anchor(area.title)}) (${area.entries.length})`),
      '',
      ...areas.flatMap((area) => [`## ${area.title}`, '', ...area.entries.flatMap(entryLines)]),
    ]
      .join('\n')
      .trimEnd()}\n`;
  },
};

function entryLines(entry: CatalogueEntry): string[] {
  return [
    `### ${entry.code}`,
    '',
    `**${entry.severity === 'error' ? 'Error' : 'Warning'}: ${entry.title}.** ${entry.explanation}`,
    '',
    ...exampleLines('This causes it:', entry.example),
    ...(isProse(entry.cure) ? [entry.cure, ''] : exampleLines('This mends it:', entry.cure)),
  ];
}

function exampleLines(label: string, text: string): string[] {
  return isProse(text) ? [text, ''] : [label, '', fence('', text), ''];
}

/** A sentence rather than lines of a file. */
function isProse(text: string): boolean {
  return !text.includes('\n') && /^[\p{Lu}`][^:]*\s.*\.$/u.test(text) && !/^\w+:/.test(text);
}

/** The anchor that a heading gets where Markdown is shown. */
export function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}
