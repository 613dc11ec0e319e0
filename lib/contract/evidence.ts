import { z } from "zod";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { Report } from "./report.ts";

/**
 * What a report rests on, as plain JSON: enough to judge it again without any network. It holds no token and no block
 * list, only what a list says about the mover's own servers.
 */
export type Evidence = {
  readonly check: CheckFacts;
  readonly servers: readonly ServerFacts[];
  readonly people: readonly Person[];
};

const AnyFact = z.looseObject({ known: z.boolean() });
const Facts = z.record(z.string(), AnyFact);
const Side = z.looseObject({
  ...{ key: z.string(), host: z.string(), webHost: z.string() },
  ...{ software: AnyFact, account: AnyFact, actor: AnyFact, list: AnyFact },
});

/** The frame is checked; the facts inside are those of `lib/domain/evidence/evidence.ts`. */
const Frame = z.object({
  check: z.looseObject({
    mode: z.enum(["moved", "planned"]),
    now: z.string(),
    old: Side,
    targets: z.array(Side),
    before: z.looseObject({ is: z.enum(["snapshot", "stated", "unknown"]) }),
    movedAt: AnyFact,
  }),
  servers: z.array(
    z.looseObject({
      ...{ host: z.string(), onOld: Facts, onTarget: z.record(z.string(), Facts) },
      ...{ byOld: Facts, byTarget: z.record(z.string(), Facts) },
    }),
  ),
  people: z.array(z.looseObject({ acct: z.string(), server: z.string(), in: z.array(z.string()) })),
});
export const Evidence = Frame as unknown as z.ZodType<Evidence>;

export const ExportedReport = Report.extend({ evidence: Evidence.optional() });
export type ExportedReport = z.infer<typeof ExportedReport>;
