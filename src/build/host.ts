import type { Problem } from '../model/problem.js';
import type { Site } from '../model/site.js';
import { checkHost } from '../stages/check/index.js';
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
): Promise<readonly Problem[]> {
  const ownFile = async (name: string) => {
    const file = `content/static/${name}`;
    const bytes = await ports.files.readIfThere(file);
    return bytes === null ? null : { file, text: decodeText(bytes) };
  };
  return checkHost(site, host, {
    files: planned ?? new Map(),
    redirects: madeRedirects(site) ?? (await ownFile('_redirects')),
    headers: await ownFile('_headers'),
  });
}

/** The `_redirects` that the site makes of its old addresses. */
function madeRedirects(site: Site): { readonly file: string; readonly text: string } | null {
  for (const output of textOutputs(site, { assets: new Map() })) {
    if (output.path === '_redirects') return { file: 'content/site.yaml', text: output.text(() => '') };
  }
  return null;
}
