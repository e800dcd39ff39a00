/**
 * The oldest browsers that style sheets and scripts are written for, as `docs/theme.md` states them: what is newer than
 * they are is put in older words where that can be done. Fixed with the release, so that the same theme gives the same
 * bytes on any day.
 */
export const OLDEST: readonly { readonly browser: string; readonly release: string }[] = [
  // The last one for Windows 7 and 8.
  { browser: 'chrome', release: '109' },
  { browser: 'edge', release: '109' },
  // The long-kept release for the same systems.
  { browser: 'firefox', release: '115' },
  { browser: 'safari', release: '15.4' },
  { browser: 'ios', release: '15.4' },
];

/** In the words of lightningcss: a byte each for the parts of the release. */
export function styleTargets(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    OLDEST.map(({ browser, release }) => {
      const [major = 0, minor = 0] = release.split('.').map(Number);
      return [browser === 'ios' ? 'ios_saf' : browser, (major << 16) | (minor << 8)];
    }),
  );
}

/** In the words of esbuild. */
export const scriptTargets = (): string[] => OLDEST.map(({ browser, release }) => browser + release);
