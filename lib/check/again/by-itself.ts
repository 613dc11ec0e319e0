import type { CheckRow } from "#lib/store/check/checks.ts";

/** The place among the cursors that says that nobody asked for the run that is at work. */
export const BY_ITSELF = "by-itself";

export const isByItself = ({ cursor }: Pick<CheckRow, "cursor">): boolean => cursor[BY_ITSELF] === true;
