import type { Problem } from '../model/problem.js';
import type { Site } from '../model/site.js';
import { checkHost } from '../stages/check/index.js';
import type { Served } from '../stages/redirects/index.js';
import type { HostName } from '../text/hosts.js';
import { decodeText } from '../text/utf8.js';
import { textOutputs } from './outputs.js';
import type { Ports, Publication } from './ports.js';

/** What a host would not take of the site, or not heed. */
export async function hostProblems(
  site: Site,
  host: HostName,
  { planned }: Publication,
  ports: Pick<Ports, 'files'>,
  served: Served,
): Promise<readonly Problem[]> {
  const ownFile = async (name: string) => {
    const file = `content/static/${name}`;
    const bytes = await ports.files.readIfThere(file);
    return bytes === null ? null : { file, text: decodeText(bytes) };
  };
  return checkHost(site, host, {
    files: planned ?? new Map(),
    redirects: made(site, '_redirects', served) ?? (await ownFile('_redirects')),
    headers: made(site, '_headers', served) ?? (await ownFile('_headers')),
  });
}

/** A file of rules that the build makes of `site.yaml`. */
function made(
  site: Site,
  name: string,
  served: Served,
): { readonly file: string; readonly text: string } | null {
  for (const output of textOutputs(site, { assets: new Map(), served })) {
    if (output.path === name) return { file: 'content/site.yaml', text: output.text(() => '') };
  }
  return null;
}
