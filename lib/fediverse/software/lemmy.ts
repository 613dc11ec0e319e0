import { z } from "zod";
import type { BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import type { Adapter, Question, Server } from "../question/adapter.ts";
import { lenient, lenientText, rowsOf, says, wholeRowsOf } from "../question/lenient-fields.ts";
import { onlyItself } from "./pleroma-federation.ts";

const Named = z.object({ domain: z.string() });
const Names = wholeRowsOf(Named).transform((rows) => rows.map(({ domain }): BlockRow => ({ domain, effect: "block" })));

const V3 = z.object({ federated_instances: z.object({ allowed: Names.nullish(), blocked: Names }) });
/** Exactly this much: any other object without lists is an answer to something else. */
const Nothing = z.strictObject({ federated_instances: z.null().optional() });

type Silence = { readonly emptyIsOff?: true };

/**
 * Up to 0.19, and PieFed. `emptyIsOff`: the software leaves its lists out where it does not federate. Of software that
 * was not read, an answer without lists may mean anything.
 */
export const federatedInstances = (
  rule: BlockList["rule"],
  { emptyIsOff }: Silence = {},
): Question<Server, BlockList> => ({
  path: () => "/api/v3/federated_instances",
  size: "list",
  reads: ({ host }) => {
    const lists = V3.transform(({ federated_instances: { blocked, allowed } }) =>
      says({ rule, rows: blocked, whole: true, allowed: allowed ?? [] }, true),
    );
    return emptyIsOff ? lists.or(Nothing.transform(() => says(onlyItself(rule, host), true))) : lists;
  },
});

const Item = z.object({
  instance: Named,
  blocked: lenient(z.object({ expires_at: lenientText })),
});
const V4 = z.object({ items: rowsOf(Item) });

/** From 1.0. It tells about blocked servers only, a page of them, so not standing there proves nothing. */
const blockedInstances = (rule: BlockList["rule"]): Question<Server, BlockList> => ({
  path: () => "/api/v4/federated_instances?kind=blocked&limit=50",
  size: "list",
  reads: () =>
    V4.transform(({ items }) => {
      const rows = items.rows.flatMap(({ instance, blocked }) =>
        blocked ? [{ domain: instance.domain, effect: "block" as const }] : [],
      );
      return says({ rule, rows, whole: false }, false);
    }),
});

/** People there follow communities, not people. */
export const lemmy: Adapter = {
  id: "lemmy",
  showsMoved: false,
  nameIn: /^\/u\/([^/]+)$/,
  blocks: [federatedInstances("lemmy", { emptyIsOff: true }), blockedInstances("lemmy")],
};
