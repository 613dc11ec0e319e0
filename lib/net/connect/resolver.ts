import { Resolver, lookup as systemLookup } from "node:dns/promises";
import { saysNoSuchName } from "../failure.ts";

/** All addresses of a name. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/**
 * Asks the name servers directly: the system's own look-up has four threads for everybody,
 * and a handful of dead domains would hold them all.
 */
export function makeLookup(servers?: readonly string[]): Lookup {
  const resolver = new Resolver({ timeout: 1000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return async (host) => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [...(v4.status === "fulfilled" ? v4.value : []), ...(v6.status === "fulfilled" ? v6.value : [])];
    if (found.length > 0) return found;
    const failures = [v4, v6].flatMap((end): unknown[] => (end.status === "rejected" ? [end.reason] : []));
    if (!hasNoNameServer(failures[0])) throw worst(failures);
    return (await systemLookup(host, { all: true })).map(({ address }) => address);
  };
}

/** Of a name without an address of one kind nothing is known while the other kind was not answered. */
const worst = (failures: readonly unknown[]): unknown =>
  failures.find((failure) => !saysNoSuchName(failure)) ?? failures[0];

const hasNoNameServer = (failure: unknown): boolean =>
  failure instanceof Error && "code" in failure && failure.code === "ECONNREFUSED";
