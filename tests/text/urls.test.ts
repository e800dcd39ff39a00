import { describe, expect, test } from 'vitest';
import { strictAddress } from '../../src/text/urls.js';

describe('an address of another site', () => {
  test.each([
    ['https://x.example/a b?c={d}|"e"^`', 'https://x.example/a%20b?c=%7Bd%7D%7C%22e%22%5E%60'],
    [`https://x.example/a b"c'd<e>#f g`, "https://x.example/a%20b%22c'd%3Ce%3E#f%20g"],
    ['https://x.example/?a=1&b=2', 'https://x.example/?a=1&b=2'],
    ['https://x.example/%C3%A7/%zz', 'https://x.example/%C3%A7/%zz'],
    ['no address', null],
  ])('%s is %s in every format, however often it is asked', (address, wanted) => {
    const strict = strictAddress(address);
    expect(strict).toBe(wanted);
    if (strict !== null) expect(strictAddress(strict)).toBe(strict);
  });
});
