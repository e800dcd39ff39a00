import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/styles.ts`. */
export const styles: readonly CatalogueEntry[] = [
  {
    code: 'style-syntax',
    severity: 'error',
    title: "A style sheet can't be read",
    explanation:
      'Browsers would skip the marked part without a word, and often more behind it. A relative address in a custom property (`--icon: url(x.svg)`) is told too: browsers don’t agree on the folder that it is read from.',
    example: '.card { color red; }',
    cure: '.card { color: red; }',
  },
  {
    code: 'style-open',
    severity: 'error',
    title: 'A rule or comment of a style sheet is never closed',
    explanation:
      'Since rules may stand inside one another, browsers say nothing of it: the rules behind it mean only what is inside the open one.',
    example: '.card { color: red;\n.foot { color: grey; }',
    cure: '.card { color: red; }\n.foot { color: grey; }',
  },
  {
    code: 'style-unknown',
    severity: 'warning',
    title: 'A style sheet has something that browsers may skip',
    explanation:
      'A rule, a selector or a trick for old browsers that the tool for style sheets has not heard of. It stays as it stands.',
    example: '.card::befor { content: "–"; }',
    cure: '.card::before { content: "–"; }',
  },
  {
    code: 'style-reference',
    severity: 'warning',
    title: 'A style sheet loads a file that is not there',
    explanation:
      'Addresses in a style sheet of `templates/assets/` are read from its own folder and become the published names. This one names no file of `templates/assets/`, so readers’ browsers would ask for it in vain.',
    example: '@font-face { font-family: Ours; src: url(fonts/our.woff2); }',
    cure: 'Put the font at `templates/assets/fonts/our.woff2`.',
  },
  {
    code: 'script-syntax',
    severity: 'error',
    title: "A script can't be read",
    explanation:
      'It is no JavaScript, or a module that imports something else than a script of `templates/assets/`.',
    example: 'const box = ;',
    cure: "const box = document.querySelector('.box');",
  },
  {
    code: 'script-odd',
    severity: 'warning',
    title: 'A script has something that is rarely meant',
    explanation: 'It can be read, but a part of it never runs or compares what is never equal.',
    example: 'if (typeof box === "nul") start();',
    cure: 'if (box === null) start();',
  },
  {
    code: 'asset-tool',
    severity: 'error',
    title: 'A library is not installed for this system',
    explanation:
      'Style sheets and scripts are made ready by two libraries with machine code, which npm installs for the system that it runs on. A `node_modules` of another system doesn’t have it.',
    example: 'COPY node_modules ./node_modules',
    cure: 'RUN npm ci',
  },
];
