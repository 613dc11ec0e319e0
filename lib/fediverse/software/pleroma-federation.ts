import { z } from "zod";
import type { BlockEffect, BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import { harmReader } from "#lib/domain/blocks/harm.ts";
import type { Meant, Server } from "../question/adapter.ts";
import { lenient, lenientFlag, lenientText, says, silent } from "../question/lenient-fields.ts";

// Everything else in `mrf_simple` is cosmetic: pictures, timelines, reports. It loses nobody a follower.
const Names = z.array(z.unknown()).transform((names) => names.filter((name) => typeof name === "string"));
const Reasons = z.record(z.string(), z.object({ reason: lenientText }));
const Federation = z.object({
  enabled: lenientFlag,
  exclusions: lenientFlag,
  mrf_simple: lenient(z.object({ reject: lenient(Names), accept: lenient(Names) })),
  mrf_simple_info: lenient(z.object({ reject: lenient(Reasons) })),
  mrf_policies: lenient(z.array(z.unknown())),
  quarantined_instances: lenient(Names),
  quarantined_instances_info: lenient(z.object({ quarantined_instances: lenient(Reasons) })),
});
type Federation = z.infer<typeof Federation>;

/** The list that Pleroma and Akkoma publish in NodeInfo's metadata, unless their admins switched that off. */
export const federationInNodeInfo =
  (rule: BlockList["rule"]) =>
  (server: Server): z.ZodType<Meant<BlockList>> =>
    z
      .object({ metadata: lenient(z.object({ federation: lenient(Federation) })) })
      .transform(({ metadata }) => readFederation(metadata?.federation, rule, server));

function readFederation(
  federation: Federation | undefined,
  rule: BlockList["rule"],
  { host }: Server,
): Meant<BlockList> {
  if (federation?.enabled === false) return says(onlyItself(rule, host), true);
  const simple = federation?.mrf_simple;
  if (!federation || (!simple && !federation.quarantined_instances && !federation.mrf_policies)) {
    return silent("hidden-by-server");
  }
  const harmIn = harmReader();
  const reasons = federation.quarantined_instances_info?.quarantined_instances;
  const rows = [
    ...rowsOf(simple?.reject, "block", harmIn, federation.mrf_simple_info?.reject),
    ...rowsOf(federation.quarantined_instances, "stop", harmIn, reasons),
  ];
  // A list that could not be read is not an empty one.
  const whole = federation.exclusions !== true && simple?.reject !== undefined;
  const accept = rowsOf(simple?.accept, "block", harmIn);
  return says({ rule, rows, whole, ...(accept.length > 0 ? { allowed: accept } : {}) }, whole);
}

/** Federation is off: as if it allowed nobody but itself. */
export const onlyItself = (rule: BlockList["rule"], host: string): BlockList => ({
  rule,
  rows: [],
  whole: true,
  allowed: [{ domain: host, effect: "block" }],
});

function rowsOf(
  names: readonly string[] = [],
  effect: BlockEffect,
  harmIn: ReturnType<typeof harmReader>,
  reasons: z.infer<typeof Reasons> = {},
): readonly BlockRow[] {
  return names.map((domain) => {
    const reason = Object.hasOwn(reasons, domain) ? reasons[domain]?.reason : undefined;
    return { domain, effect, ...harmIn(reason) };
  });
}
