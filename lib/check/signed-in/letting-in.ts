/** The place among the cursors where letting people in goes on. */
export const LETTING_IN = "letting-in";
/** How far the requests were read for the keys of those who wait, and how many waited in all. */
export type LettingPlace = { readonly at: string | null; readonly waiting: number; readonly done?: true };
