import { pleromaLike } from "./pleroma.ts";

/** Pleroma's answers; a name on its lists means everything below it too, and some names are starred out. */
export const akkoma = pleromaLike("akkoma");
