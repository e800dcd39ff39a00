/**
 * Names of files that editors and systems leave beside the ones that people mean: safety copies, half downloads, thumbnails.
 * None of it is content, and an older version of a picture least of all.
 */
const SCRATCH =
  /^(?:#.*#|.+~|4913|thumbs\.db|ehthumbs\.db|desktop\.ini|.+\.(?:bak|orig|rej|tmp|sw[nop]|part|crdownload))$/i;

/** @param name without its folders; names that begin with a dot are left out everywhere and don't count here */
export const isScratch = (name: string): boolean => SCRATCH.test(name);
