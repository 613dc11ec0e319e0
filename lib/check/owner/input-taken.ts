import type { Fields } from "../accounts/addresses.ts";

/** What became of something that the owner handed in. */
export type InputTaken =
  | { readonly ok: true }
  | { readonly ok: false; readonly fields: Fields }
  | { readonly ok: false; readonly has: "target" };
