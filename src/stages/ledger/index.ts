export { addressesOf } from './addresses.js';
export { compareLedger, type LedgerState } from './compare.js';
export { type LedgerEntry, parseLedger, withNew, writeLedger } from './file.js';
