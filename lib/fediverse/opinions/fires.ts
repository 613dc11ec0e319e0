import { z } from "zod";
import type { BlockEffect, BlockList } from "#lib/domain/blocks/block-match.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { fitsBudget } from "../about/list-budget.ts";
import { withoutNames } from "../about/named-host.ts";
import type { Question, Server } from "../question/adapter.ts";
import { askFact } from "../question/ask.ts";
import { shortText } from "../question/free-text.ts";
import { lenient, rowsOf, says, silent } from "../question/lenient-fields.ts";

/**
 * A dataset of FIRES (Fediverse Intelligence Replication Endpoint Server): what its makers recommend about servers, as
 * JSON-LD. It is read whole, by its snapshot: the last word about each server, the newest first.
 */
export type Dataset = {
  readonly name?: string;
  /** Servers that it recommends to shut out (`reject`, `drop`) or to limit (`filter`). */
  readonly list: BlockList;
  /** Servers of which it gives early notice, without recommending anything yet. */
  readonly warns: BlockList;
};
type At = Server & { readonly url: string };

/** The reference server answers with a page where JSON-LD is not the first thing asked for. */
const JSON_LD = "application/ld+json, application/json";

const ABOUT: Question<At, { readonly name?: string | undefined; readonly snapshot: string }> = {
  path: ({ url }) => url,
  accept: JSON_LD,
  reads: () =>
    z
      .object({
        type: z.literal("Dataset"),
        name: lenient(z.string()),
        endpoints: z.object({ snapshot: z.url({ protocol: /^https$/ }) }),
      })
      .transform(({ name, endpoints: { snapshot } }) => says({ name: shown(name), snapshot })),
};

const shown = (name: string | undefined) => shortText(name?.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim());

/** A change as FIRES 1.5 writes it; before that its fields had underscores. */
const Change = z
  .object({
    type: z.string(),
    ...{ entityKind: lenient(z.string()), entityKey: lenient(z.string()) },
    ...{ entity_kind: lenient(z.string()), entity_key: lenient(z.string()) },
    ...{ recommendedPolicy: lenient(z.string()), recommended_policy: lenient(z.string()) },
  })
  .transform((change) => ({
    type: change.type,
    kind: change.entityKind ?? change.entity_kind,
    key: change.entityKey ?? change.entity_key ?? "",
    policy: change.recommendedPolicy ?? change.recommended_policy,
  }));
type Change = z.infer<typeof Change>;

/** Without a policy a recommendation informs and advises nothing, as the makers of FIRES say. */
const EFFECTS: Readonly<Record<string, BlockEffect | undefined>> = { drop: "block", reject: "block", filter: "limit" };

const SNAPSHOT: Question<At, Omit<Dataset, "name">> = {
  path: ({ url }) => url,
  accept: JSON_LD,
  size: "list",
  reads: () =>
    z
      .object({ items: lenient(rowsOf(Change)), orderedItems: lenient(rowsOf(Change)), totalItems: lenient(z.int()) })
      .transform(({ items, orderedItems, totalItems }) => {
        const read = items ?? orderedItems;
        if (!read) return silent("bad-answer");
        const { list, warns } = sorted(read.rows, read.rows.length >= Math.max(read.raw, totalItems ?? 0));
        return fitsBudget(list) && fitsBudget(warns) ? says({ list, warns }) : silent("bad-answer");
      }),
};

function sorted(changes: readonly Change[], whole: boolean): Omit<Dataset, "name"> {
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const name = change.kind === "domain" ? parseHost(change.key) : undefined;
    if (name?.ok && !latest.has(name.host)) latest.set(name.host, change);
  }
  const listOf = (effectOf: (change: Change) => BlockEffect | undefined): BlockList => {
    const rows = [...latest].flatMap(([domain, change]) => {
      const effect = effectOf(change);
      return effect ? [{ domain, effect }] : [];
    });
    return withoutNames({ rule: "mastodon", rows, whole });
  };
  return {
    list: listOf(({ type, policy = "" }) => (type === "Recommendation" ? EFFECTS[policy] : undefined)),
    warns: listOf(({ type }) => (type === "Advisory" ? "block" : undefined)),
  };
}

/** Both documents come from the host that the operator named: a dataset that leads to another one is not read. */
export async function readDataset(gate: Gate, url: string): Promise<Fact<Dataset>> {
  const { host } = new URL(url);
  const server = { host, webHost: host };
  const about = await askFact(gate, ABOUT, { ...server, url });
  if (!about.known) return about;
  const { name, snapshot } = about.value;
  if (new URL(snapshot).host !== host) return gap("bad-answer", about.source);
  const read = await askFact(gate, SNAPSHOT, { ...server, url: snapshot });
  return read.known ? known({ ...defined({ name }), ...read.value }, read.source) : read;
}
