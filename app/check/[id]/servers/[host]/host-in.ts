/** A part of an address, which may be no text at all. */
export function hostIn(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return "";
  }
}
