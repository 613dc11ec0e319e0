import { z } from "zod";
import type { BlockEffect, BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import { harmReader } from "#lib/domain/blocks/harm.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Adapter, Question, Server } from "../question/adapter.ts";
import { lenient, lenientText, rowsOf, says, silent, wholeRowsOf } from "../question/lenient-fields.ts";

const EFFECTS: Readonly<Record<string, BlockEffect>> = { suspend: "block", silence: "limit" };

const Entry = z.object({
  domain: z.string(),
  digest: lenient(z.string().regex(/^[0-9a-f]{64}$/i)),
  severity: z.string(),
  // Null, missing and "" all mean that no reason is published.
  comment: lenientText,
});

type Emptiness = { readonly emptyHides?: true };

/**
 * `/api/v1/instance/domain_blocks`, which lists silenced and suspended names and nothing else. `emptyHides`: it is
 * empty too where the software keeps a list of allowed servers instead.
 */
export const domainBlocks = (rule: BlockList["rule"], { emptyHides }: Emptiness = {}): Question<Server, BlockList> => ({
  path: () => "/api/v1/instance/domain_blocks",
  size: "list",
  reads: () =>
    wholeRowsOf(Entry).transform((entries) =>
      emptyHides && entries.length === 0
        ? silent("hidden-by-server")
        : says({ rule, whole: true, rows: toRows(entries) }, true),
    ),
  // An empty body: for members only, or for nobody, it cannot be told which. Else the place does not exist.
  statusMeans: { 404: (_, text) => silent(text === "" ? "hidden-by-server" : "not-offered") },
});

/** GoToSocial's list of allows, where the admin published it. Nobody on it is an answer. */
export const domainAllows: NonNullable<Adapter["allows"]> = {
  path: () => "/api/v1/instance/domain_allows",
  size: "list",
  reads: () =>
    rowsOf(z.object({ domain: z.string() })).transform(({ rows }) =>
      says(rows.map(({ domain }) => domain.toLowerCase())),
    ),
};

function toRows(entries: readonly z.infer<typeof Entry>[]): readonly BlockRow[] {
  const harmIn = harmReader();
  return entries.flatMap(({ domain, digest, severity, comment }) => {
    const effect = EFFECTS[severity];
    return effect ? [{ domain, effect, ...defined({ digest }), ...harmIn(comment) }] : [];
  });
}
