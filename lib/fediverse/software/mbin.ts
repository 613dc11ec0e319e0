import { z } from "zod";
import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { Adapter, Question, Server } from "../question/adapter.ts";
import { says, wholeRowsOf } from "../question/lenient-fields.ts";

const Defederated = z.object({ instances: wholeRowsOf(z.string()).nullable() });

/** Whether it has a list of allowed servers instead is written on a page for people only. */
const defederated: Question<Server, BlockList> = {
  path: () => "/api/defederated",
  size: "list",
  reads: () =>
    Defederated.transform(({ instances }) =>
      says(
        { rule: "mbin", whole: false, rows: (instances ?? []).map((domain) => ({ domain, effect: "block" as const })) },
        false,
      ),
    ),
};

/** People hardly follow people there; its list is cheap to read and settles the matter. */
export const mbin: Adapter = {
  id: "mbin",
  showsMoved: false,
  blocks: [defederated],
};
