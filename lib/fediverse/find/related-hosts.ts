import type { Host } from "#lib/domain/names/spellings.ts";

const LONGEST_NAME = 253;

/**
 * Whether a document of one host may name the other as its own. Names below one another, or side by side below a
 * name of two labels or more, belong together often enough; what is asked there is public and harmless either way.
 */
export function related(one: Host, other: Host): boolean {
  if (Math.max(one.length, other.length) > LONGEST_NAME) return false;
  if (one === other) return true;
  const above = (host: Host) => host.split(".").slice(1).join(".");
  const inside = (host: Host, top: Host) => top.includes(".") && host.endsWith(`.${top}`);
  return inside(one, other) || inside(other, one) || (above(one).includes(".") && above(one) === above(other));
}
