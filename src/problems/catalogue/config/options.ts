import type { CatalogueEntry } from '../entry.js';

export const options: readonly CatalogueEntry[] = [
  {
    code: 'unknown-option',
    severity: 'warning',
    title: 'There is no option of this name',
    explanation:
      'Most often it is a slip of the fingers, and the option that was meant has its default. `docs/site-yaml.md` lists all options. What your own templates read stands under `extra`.',
    example: 'timezon: Europe/Tirane',
    cure: 'timezone: Europe/Tirane',
  },
  {
    code: 'option-spelled-twice',
    severity: 'error',
    title: 'One option stands there in two spellings',
    explanation:
      'Options may be written as `timeZone`, `time_zone` or `time-zone`. Two spellings of one option say two things.',
    example: 'time_zone: Europe/Tirane\ntimezone: UTC',
    cure: 'timezone: Europe/Tirane',
  },
  {
    code: 'option-type',
    severity: 'error',
    title: 'An option has the wrong kind of value',
    explanation:
      'Each option wants a text, a number, a list or a group of options; `docs/site-yaml.md` says which and shows an example.',
    example: 'related: 5',
    cure: 'related:\n  count: 5',
  },
  {
    code: 'option-missing',
    severity: 'error',
    title: 'A value is missing that has no default',
    explanation:
      'Entries of some lists have parts that can’t be guessed: a link its address, a slot its name.',
    example: 'footer:\n  - name: About us',
    cure: 'footer:\n  - name: About us\n    url: /about/',
  },
  {
    code: 'option-value',
    severity: 'error',
    title: 'An option has a value that it does not know',
    explanation: 'Some options know a few words only; the message lists them.',
    example: 'slugs: latin',
    cure: 'slugs: ascii',
  },
  {
    code: 'option-range',
    severity: 'error',
    title: 'A number is too small or too large',
    explanation: 'The message says how far the number may go.',
    example: 'related:\n  count: 500',
    cure: 'related:\n  count: 5',
  },
];
