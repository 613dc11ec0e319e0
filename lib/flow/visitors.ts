/** Enough for a crowd; beyond it those not seen for longest are forgotten first. */
const MOST_ADDRESSES = 50_000;

export function keepLatest<T>(seen: Map<string, T>, address: string, what: T): void {
  seen.delete(address);
  seen.set(address, what);
  if (seen.size > MOST_ADDRESSES) seen.delete(seen.keys().next().value ?? address);
}

/** What counts as one visitor: a household has a whole IPv6 /64. */
export const visitorOf = (address: string): string =>
  address.includes(":") && !address.includes(".")
    ? expand(address).slice(0, 4).join(":")
    : address.replace(/^::ffff:/i, "");

function expand(address: string): string[] {
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...(address.includes("::") ? zeros : []), ...right];
}
