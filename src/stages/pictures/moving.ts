/** Whether a file says in its head that it moves, of the formats of which the library shows the first picture alone: PNG and AVIF. */
export function moves(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 1, 4) === 'PNG') return movesAsPng(file);
  if (file.length < 16 || file.toString('latin1', 4, 8) !== 'ftyp') return false;
  const end = Math.min(file.readUInt32BE(0), file.length);
  for (let at = 8; at + 4 <= end; at += 4) if (file.toString('latin1', at, at + 4) === 'avis') return true;
  return false;
}

/** Stands before the picture's data, with the number of its frames. */
function movesAsPng(file: Buffer): boolean {
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') return file.readUInt32BE(at + 8) > 1;
    if (type === 'IDAT') break;
  }
  return false;
}
