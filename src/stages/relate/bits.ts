/** The weight 1 as a whole number of 12 bits. Sums of whole numbers are the same in any order, on every machine. */
export const ONE = 4095;
/** Bits of a weight. In a vector the word's number stands above them. */
export const WEIGHT_BITS = 12;
/** The bit above a weight, where none but the weight is kept: it is one of the article's strongest. */
export const STRONG = 1 << WEIGHT_BITS;

/** Words by which an article is found. All its words count where two articles are compared. */
export const STRONGEST = 128;
