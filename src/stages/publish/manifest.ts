import { type Manifest, type ManifestEntry, PHASES, type Phase } from '../../model/page.js';
import { byText } from '../../text/order.js';
import { pathFault } from '../../text/paths.js';

/** The files of a manifest by path. */
export type Entries = ReadonlyMap<string, ManifestEntry>;

/** A manifest as it stands in `.dateline/manifest.json`: one file on a line, sorted, so that two can be compared by eye. */
export function serializeManifest(entries: Entries): string {
  const lines: string[] = [];
  for (const path of [...entries.keys()].sort(byText)) {
    const entry = entries.get(path);
    if (entry === undefined) continue;
    const { hash, size, phase, until } = entry;
    const end = until === undefined ? '' : `,"until":"${until}"`;
    lines.push(`  ${JSON.stringify(path)}: {"hash":"${hash}","size":${size},"phase":"${phase}"${end}}`);
  }
  return `{"version":1,"files":{\n${lines.join(',\n')}\n}}\n`;
}

/** The manifest in a text, or null where it isn't one. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestIn(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * The manifest that JSON was parsed to, or null where it isn't one to the last field: half a manifest would make
 * strangers of own files, or own files of strangers.
 */
export function manifestIn(value: unknown): Manifest | null {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.files)) return null;
  if (Object.keys(value).length !== 2) return null;
  // Paths are names of any kind, `constructor` too: nothing may be found that is not there.
  const files: object = Object.setPrototypeOf(value.files, null);
  return areEntries(files) ? { version: 1, files } : null;
}

function areEntries(files: object): files is Manifest['files'] {
  return Object.entries(files).every(([path, entry]) => pathFault(path) === null && isEntry(entry));
}

/** The manifest's files as a map. */
export function entriesOf(manifest: Manifest | null): Map<string, ManifestEntry> {
  const entries = new Map<string, ManifestEntry>();
  const files = manifest?.files ?? {};
  for (const path in files) {
    const entry = files[path];
    if (entry !== undefined) entries.set(path, entry);
  }
  return entries;
}

/** The manifest of these files; keys sorted. */
export function manifestOf(entries: Entries): Manifest {
  const files: { [path: string]: ManifestEntry } = Object.create(null);
  for (const path of [...entries.keys()].sort(byText)) {
    const entry = entries.get(path);
    if (entry !== undefined) files[path] = entry;
  }
  return { version: 1, files };
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const PHASE_NAMES: ReadonlySet<unknown> = new Set<Phase>(PHASES);

const isMoment = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);

function isEntry(value: unknown): value is ManifestEntry {
  return (
    isRecord(value) &&
    Object.keys(value).length === (value.until === undefined ? 3 : 4) &&
    (value.until === undefined || isMoment(value.until)) &&
    typeof value.hash === 'string' &&
    /^[0-9a-f]{32}$/.test(value.hash) &&
    Number.isSafeInteger(value.size) &&
    Number(value.size) >= 0 &&
    PHASE_NAMES.has(value.phase)
  );
}
