import { S3_LOCATION } from '../../text/hosts.js';
import { outputPath } from '../../text/urls.js';
import { strictly } from './encode.js';
import type { Move, Rules } from './rules.js';

/**
 * For S3: which object sends readers where (`x-amz-website-redirect-location`). Routing rules of a bucket would be 50
 * at most, and each means all addresses that begin like it; objects are as many as there are, and mean themselves.
 *
 * @param base the path that stands before the objects' keys in addresses
 */
export function s3(
  { moves }: Rules,
  base: string,
): { readonly text: string; readonly tooLong: readonly Move[] } {
  const fits = ({ to }: Move): boolean => strictly(to).length <= S3_LOCATION.most;
  const objects = moves
    .filter(fits)
    .map(({ from, to }) => ({ key: outputPath(`/${from.slice(base.length)}`), location: strictly(to) }));
  const lines = objects.map((object) => ` ${JSON.stringify(object)}`);
  return {
    text: lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`,
    tooLong: moves.filter((move) => !fits(move)),
  };
}
