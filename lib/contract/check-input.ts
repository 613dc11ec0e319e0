import { z } from "zod";
import { MOST_FOLLOWED } from "./most-followed.ts";

/** What a person may hand in. Addresses are only cut to size here: `lib/domain/names/handle.ts` says which are valid. */
const Address = z.string().trim().min(1).max(500);
const Instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()], "date");

export const BeforeInput = z.object({
  count: z.int().min(0).max(10_000_000).optional(),
  handles: z.array(z.string().max(500)).max(200_000).optional(),
  kind: z.enum(["snapshot", "severed", "list"]).optional(),
  takenAt: Instant.optional(),
});
export type BeforeInput = z.infer<typeof BeforeInput>;

/** A block list that an admin handed out for a named server. */
export const HandedList = z.object({ server: Address, text: z.string().max(10_000_000) });

export const MovedInput = z.object({
  mode: z.literal("moved"),
  old: Address,
  new: Address.optional(),
  before: BeforeInput.optional(),
  lists: z.array(HandedList).max(50).optional(),
  movedAt: Instant.optional(),
});
export const PlannedInput = z.object({
  mode: z.literal("planned"),
  old: Address,
  /** None: only the list is read, and servers are suggested from it. */
  candidates: z.array(Address).max(5),
  before: BeforeInput.optional(),
  lists: z.array(HandedList).max(50).optional(),
});
export const NewCheck = z.discriminatedUnion("mode", [MovedInput, PlannedInput]);
export type NewCheck = z.infer<typeof NewCheck>;

export const CheckCreated = z.object({ id: z.string(), key: z.string(), url: z.string() });
export type CheckCreated = z.infer<typeof CheckCreated>;

const Told = z.object({
  server: Address,
  onOld: z.enum(["open", "blocked"]).optional(),
  onNew: z.enum(["open", "blocked"]).optional(),
});
export const MoreInput = z.object({
  before: BeforeInput.optional(),
  lists: z.array(HandedList).max(50).optional(),
  movedAt: Instant.optional(),
  new: Address.optional(),
  /** Of a planned check: other servers to compare, in place of those before. */
  candidates: z.array(Address).min(1).max(5).optional(),
  told: z.array(Told).max(200).optional(),
  /**
   * Of a planned check: look at whom the mover follows too. Without handles the old account's own list is read. Null:
   * forget that list. It comes by itself, with nothing else.
   */
  following: z
    .object({ handles: z.array(z.string().max(500)).max(MOST_FOLLOWED).optional() })
    .nullable()
    .optional(),
});
export type MoreInput = z.infer<typeof MoreInput>;

export const Mark = z.object({ acct: z.string().max(500), mark: z.enum(["asked", "skip"]).nullable() });
