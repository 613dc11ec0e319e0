import type { Severity } from "../model.ts";
import { share } from "./hash.ts";
import type { Parameters } from "./presets.ts";
import type { ServerSpec } from "./scenario.ts";

export type Rows = NonNullable<ServerSpec["blocks"]>;

/** What one server thinks of another, by a number from 0 to 1 that chance has thrown for the two. */
export const opinion = (chance: number, suspends: number, limits: number): Severity | undefined =>
  chance < suspends ? "suspend" : chance < suspends + limits ? "silence" : undefined;

export const opinionsOfNew = (seed: number, hosts: readonly string[], { newSuspends, newLimits }: Parameters): Rows =>
  rowsOf(hosts, (host) => opinion(share(`${seed} new about ${host}`), newSuspends, newLimits));

export const limitedByOld = (seed: number, hosts: readonly string[], { oldLimits }: Parameters): Rows =>
  rowsOf(hosts, (host) => opinion(share(`${seed} old limits ${host}`), 0, oldLimits));

function rowsOf(hosts: readonly string[], about: (host: string) => Severity | undefined): Rows {
  return Object.fromEntries(
    hosts.flatMap((host) => {
      const severity = about(host);
      return severity === undefined ? [] : [[host, severity]];
    }),
  );
}
