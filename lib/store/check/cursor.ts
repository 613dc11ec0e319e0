/** Where a page ended, as an opaque word for URLs. */
export const encodeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** The largest whole number the database compares with. */
const LARGEST = 2 ** 31 - 1;
const isPart = (part: unknown): boolean =>
  typeof part === "string" || (Number.isInteger(part) && Math.abs(Number(part)) <= LARGEST);

/** Undefined where it is not one of ours: cursors come back from strangers. */
export function decodeCursor(word: string): readonly (string | number)[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(word, "base64url").toString("utf8"));
    return Array.isArray(place) && place.every(isPart) ? place : undefined;
  } catch {
    return undefined;
  }
}
