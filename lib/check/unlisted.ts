/** A ghost is a number on pages and nobody to write to: no row, no contact, no export. */
export const UNLISTED = "ghost";
