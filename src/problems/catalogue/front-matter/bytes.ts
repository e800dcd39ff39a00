import type { CatalogueEntry } from '../entry.js';

export const bytes: readonly CatalogueEntry[] = [
  {
    code: 'not-text',
    severity: 'error',
    title: 'A file is no plain text',
    explanation:
      'The file is a Word, RTF or PDF document, a picture or an archive with the ending `.md`. Renaming a document does not make it plain text.',
    example: '{\\rtf1\\ansi Night trains return}',
    cure: 'Open it in the program that made it and save it as plain text (UTF-8).',
  },
  {
    code: 'wrong-encoding',
    severity: 'error',
    title: 'A file is not UTF-8',
    explanation:
      'Some bytes stand for no character in UTF-8. Dateline does not guess another encoding, because a wrong guess prints wrong names.',
    example: 'title: Gjirokast\\xebr   # saved as Latin-1',
    cure: 'Open the file, choose “Save with encoding: UTF-8”, and save it.',
  },
  {
    code: 'control-characters',
    severity: 'warning',
    title: 'A text holds invisible control characters',
    explanation:
      'Such characters come along when text is copied from other programs. They can’t stand in HTML or in feeds, so they are left out.',
    example: 'title: Night\\x0btrains',
    cure: 'Delete the character at the place that the message names.',
  },
  {
    code: 'empty-file',
    severity: 'error',
    title: 'A file is empty',
    explanation: 'The file holds nothing but blanks, so there is nothing to publish.',
    example: '(nothing)',
    cure: 'Write the text, or delete the file.',
  },
  {
    code: 'merge-conflict',
    severity: 'error',
    title: 'A file holds two versions of itself',
    explanation:
      'Two people changed the same lines. Git could not know whose are right and put both into the file; readers would see both.',
    example: '<<<<<<< HEAD\ntitle: The port reopens\n=======\ntitle: The port is open\n>>>>>>> evening',
    cure: 'title: The port is open',
  },
];
