import ipaddr from "ipaddr.js";
import { keepLatest, type Latest } from "./latest.ts";

/** Enough for a crowd; beyond it the addresses not seen for longest are forgotten first. */
const MOST_ADDRESSES = 50_000;

export const latestVisitors = <T extends object>(): Latest<T> => keepLatest(MOST_ADDRESSES);

/** What counts as one visitor: a household has a whole IPv6 /64. */
export function visitorOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(":") : parsed.toString();
}
