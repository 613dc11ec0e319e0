import type { Report } from "#lib/contract/report.ts";
import { aliasCheckOf } from "#lib/software/abilities.ts";
import { softwareName } from "#lib/software/index.ts";
import { kindsOf } from "./kinds.ts";

/**
 * Whose servers may go by the new profile of yesterday when the move reaches them, and what these run. Everywhere else
 * ten minutes do: the profile is read when the move arrives, and Mastodon hands it out as it was three minutes before.
 */
export type OldCopies = { readonly followers: number; readonly software: readonly string[] };

/** Who cannot come anyway is not waited for, nor a server that told nobody what it runs: most of these are dead. */
export function oldCopies({ servers }: Pick<Report, "servers">, to: string): OldCopies {
  const slow = servers.flatMap(({ software, plans = {} }) => {
    const { can, waits, unknown } = kindsOf(plans[to] ?? {});
    const followers = can + waits + unknown;
    const reads = software && aliasCheckOf(software);
    return software && followers > 0 && reads !== "anew" && reads !== "nothing"
      ? [{ name: softwareName(software.name), followers }]
      : [];
  });
  const byName = new Map<string, number>();
  for (const { name, followers } of slow) byName.set(name, (byName.get(name) ?? 0) + followers);
  const software = [...byName].sort(([, one], [, other]) => other - one).map(([name]) => name);
  return { followers: slow.reduce((sum, one) => sum + one.followers, 0), software };
}
