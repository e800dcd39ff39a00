import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { contrast } from '../../src/text/colour.js';

const SITE = 'url: https://x.example/\ntheme:\n';
const load = (theme: string) => loadConfig(SITE + theme.replace(/^/gm, '  '), 'content/site.yaml');
const told = (theme: string): string[] =>
  load(theme).problems.map(({ code, line, column, message }) => `${line}:${column} ${code}: ${message}`);

describe('the look of a newsroom', () => {
  it('is its colours, sizes, typefaces and pictures, with dark colours found where it gives none', () => {
    const { config, problems } = load(
      [
        'brand: { red: "#00558c", size-body: 1.2rem, paper: "#fffaf0", accent: 1, dark: { link: "#9cf" } }',
        'fonts:',
        '  - { family: Libre Franklin, file: /media/f-700.woff2, for: head }',
        '  - { family: Libre Franklin, file: /media/f-400.woff2, weight: 400, style: italic }',
        'logo: /media/name.svg',
        'share: [telegram, copy, telegram]',
        'ours: { any: [1, 2] }',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    const look = config?.look;
    expect(look?.tokens).toEqual([
      { name: 'head', value: '"Libre Franklin", Georgia, "Noto Serif", serif' },
      { name: 'size-body', value: '1.2rem' },
      { name: 'accent', value: '1' },
    ]);
    expect(look?.light).toEqual([
      { name: 'red', value: '#00558c' },
      { name: 'paper', value: '#fffaf0' },
    ]);
    expect(look?.dark.map(({ name }) => name)).toEqual(['link', 'red']);
    const red = look?.dark.find(({ name }) => name === 'red')?.value ?? '';
    for (const ground of ['#14161a', '#1d2026']) expect(contrast(red, ground)).toBeGreaterThanOrEqual(4.5);
    expect(look?.fonts.map(({ weight, style }) => `${weight} ${style}`)).toEqual([
      '700 normal',
      '400 italic',
    ]);
    expect([look?.logo, look?.icon, look?.share]).toEqual(['/media/name.svg', null, ['telegram', 'copy']]);
    expect(look?.paper).toEqual({ light: '#fffaf0', dark: '#14161a' });
    // Cards that are drawn for social networks are in the newsroom's colours, too.
    expect(config?.pictures?.colours).toMatchObject({ default: '#00558c', politics: '#6b2d82' });
    expect(config?.theme).toMatchObject({ ours: { any: [1, 2] }, share: ['telegram', 'copy', 'telegram'] });
  });

  it.each([
    ['brand: { red: dark blue }', '3:17 token-value: The value of `red` is `dark blue`, which is no colour'],
    ['brand: { red: "#12345" }', '3:17 token-value'],
    ['brand: { head: "x;} body{color:red" }', '3:18 token-value'],
    ['brand: { dark: { ink: "</style>" } }', '3:25 token-value'],
    ['brand: { size-h1: big }', '3:21 token-value: The value of `size-h1` is `big`, which is no length'],
    [
      'brand: { size-body: 1.125 }',
      '3:23 token-value: The value of `size-body` is `1.125`, which is no length',
    ],
    ['brand: { size-lead: "3 rem" }', '3:23 token-value'],
    ['brand: { size-lead: -3rem }', '3:23 token-value'],
    ['brand: { page: 70vm }', '3:18 token-value'],
    ['brand: { margin: 0 }', '3:20 token-value'],
    ['brand: { size-s: "clamp(1rem, 2vm, 3rem)" }', '3:20 token-value'],
    ['brand: { size-s: "calc(1rem + (2vw)" }', '3:20 token-value'],
    ['brand: { dark: { page: wide } }', '3:26 token-value'],
    [
      'brand: { lh-head: 1.2rem }',
      '3:21 token-value: The value of `lh-head` is `1.2rem`, which is no plain number',
    ],
    ['brand: { track: tight }', '3:19 token-value'],
    ['brand: { slant: slanted }', '3:19 token-value'],
    ['brand: { dot: "•" }', '3:17 token-value'],
    [
      `brand: { ui: 'Arial" , serif' }`,
      '3:16 token-value: The value of `ui` is `Arial" , serif`, which is no list',
    ],
    [`brand: { ui: 'Arial, serif,' }`, '3:16 token-value'],
    [`brand: { ui: 'Source Serif 4, serif' }`, '3:16 token-value'],
    [`brand: { ours: 'a "b' }`, '3:18 token-value'],
    [`brand: { ours: 'var(--x' }`, '3:18 token-value'],
    [`brand: { red: 'rgb(1, 2, (3)' }`, '3:17 token-value'],
    ['brand: { rde: "#000000" }', '3:12 unknown-token: `rde` is no token of the theme. Did you mean `red`?'],
    ['brand: { red: "#ff8a00" }', '3:17 low-contrast: Words in `red` (#ff8a00) stand on `tint`'],
    ['brand: { dark: { red: "#661111" } }', '3:25 low-contrast: Words in `red` (#661111) stand on `tint`'],
    ['brand: { opinion-ground: "#999" }', '3:28 low-contrast: Words in `ink-2`'],
    ['logo: ../name.svg', '3:9 unsafe-path'],
    ['icon: media/i.svg', '3:9 invalid-path'],
    ['fonts: [{ family: F, file: /media/f.ttf }]', '3:30 font-format'],
    ['fonts: [{ file: /media/f.woff2 }]', '3:11 option-missing'],
    ['fonts: [{ family: F, file: /media/f.woff2, for: body }]', '3:51 option-value'],
    ['share: [myspace]', '3:11 option-value'],
  ])('tells where %s is wrong, and how', (theme, problem) => {
    expect(told(theme)[0]?.slice(0, problem.length)).toBe(problem);
  });

  it('takes what browsers read as a length, a number, a typeface', () => {
    const brand = [
      'size-h1: "clamp(1.875rem, 1.5326rem + 1.5217vw, 2.75rem)"',
      'size-l: 18px',
      'size-m: .9REM',
      'size-s: 120%',
      'size-ui: "calc(var(--size-2x) * 1.2)"',
      'page: "min(100dvw, 77.25rem)"',
      'margin: 0rem',
      'lh-text: 1.6',
      'head-scale: "var(--x, 1)"',
      'track: -0.01em',
      'slant: normal',
      `dot: '"•"'`,
      `head: '"Source Serif 4", ''O Brien'', Noto Sans Ärmel, -apple-system, var(--f, "a, b"), serif'`,
      'mono: monospace',
      'ours: "2 rem, anything (at all)"',
    ];
    expect(told(`brand:\n${brand.map((line) => `  ${line}`).join('\n')}`)).toEqual([]);
  });

  it('names a colour that can be read instead', () => {
    const [problem] = load('brand: { red: "#ff8a00" }').problems;
    const better = /"(#\w+)"/.exec(problem?.hint ?? '')?.[1] ?? '';
    for (const ground of ['#ffffff', '#f7f6f3']) expect(contrast(better, ground)).toBeGreaterThanOrEqual(4.5);
    expect(problem?.severity).toBe('warning');
  });

  it('leaves colours that cannot be reckoned with unchecked, and such of the site’s own styles', () => {
    expect(told('brand: { red: oklch(45% 0.18 25), brand-lilac: "#eee" }')).toEqual([]);
    const { config } = load('brand: { paper: var(--cream), red: rgb(1 2 3) }');
    expect([config?.look.paper.light, config?.pictures?.colours.default]).toEqual(['#fff', '#b3131b']);
  });
});
