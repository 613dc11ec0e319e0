import { z } from "zod";
import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Adapter, Question, Server } from "../question/adapter.ts";
import { says, silent } from "../question/lenient-fields.ts";
import { domainBlocks } from "./domain-blocks.ts";
import { federatedInstances } from "./lemmy.ts";

// People hardly follow people on these; their lists are cheap to read and settle the matter.

/** Its list in Mastodon's shape is empty where it keeps a list of allowed servers, so the other shape comes first. */
export const piefed: Adapter = {
  family: "piefed",
  software: ["piefed"],
  showsMoved: false,
  blocks: [federatedInstances("piefed"), domainBlocks("piefed", { emptyHides: true })],
};

const Defederated = z.object({ instances: z.array(z.string()).nullable() });

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

export const mbin: Adapter = {
  family: "mbin",
  software: ["mbin", "kbin"],
  showsMoved: false,
  blocks: [defederated],
};

const Status = z.object({ hosts: z.record(z.string(), z.object({ blockedByServer: z.boolean() })) });

/** Asked for one host, it answers for exactly that name. */
const blocklistStatus: NonNullable<Adapter["stance"]> = {
  path: ({ about }) => `/api/v1/blocklist/status?hosts=${encodeURIComponent(about)}`,
  reads: ({ about }) =>
    Status.transform(({ hosts }) => {
      const found = Object.hasOwn(hosts, about) ? hosts[about] : undefined;
      return found ? says(toStance(found.blockedByServer, about), true) : silent("bad-answer");
    }),
};

const toStance = (blocked: boolean, about: string): Stance => ({
  inbound: blocked ? "blocked" : "open",
  outbound: blocked ? "blocked" : "open",
  basis: "list",
  ...(blocked ? { match: "exact", entry: about } : {}),
});

export const peertube: Adapter = {
  family: "peertube",
  software: ["peertube"],
  showsMoved: false,
  stance: blocklistStatus,
};
