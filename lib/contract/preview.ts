import { z } from "zod";
import { GAPS } from "#lib/domain/evidence/fact.ts";
import { FAMILIES } from "#lib/domain/readings/reading.ts";

/** What the start page shows while an address is typed. Never former addresses. */
export const HandlePreview = z.object({
  acct: z.string(),
  host: z.string(),
  /** Handle's domain and web host differ. */
  runsOn: z.string().optional(),
  display: z.string().optional(),
  /** A path of ours; nobody's media is fetched by the visitor's browser. */
  avatar: z.string().optional(),
  followers: z.int().optional(),
  locked: z.boolean().optional(),
  listHidden: z.boolean().optional(),
  /** An address; a link only where it is nobody's. */
  movedTo: z.string().nullable().optional(),
  lastPostAt: z.string().optional(),
  software: z.string().optional(),
  /** Whose rules the software keeps: forks keep those of the software they come from. */
  family: z.enum(FAMILIES).optional(),
  /** An account there that has moved away is shut out of its settings. Left out where the software is unknown. */
  closesAfterMove: z.boolean().optional(),
  gap: z.enum(GAPS).optional(),
  /** An HTTP status that says more than the gap: 404 never existed, 410 deleted. */
  status: z.int().optional(),
});
export type HandlePreview = z.infer<typeof HandlePreview>;

export const Health = z.object({
  ok: z.boolean(),
  version: z.string(),
  store: z.enum(["embedded", "postgres"]),
  worker: z.enum(["inline", "off", "only"]),
  routes: z.boolean(),
  /** The code of what is wrong with the store: it is full or away. Checks wait until it is back. */
  trouble: z.string().optional(),
});
export type Health = z.infer<typeof Health>;
