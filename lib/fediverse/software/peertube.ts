import { z } from "zod";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Adapter } from "../question/adapter.ts";
import { says, silent } from "../question/lenient-fields.ts";

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
  id: "peertube",
  showsMoved: false,
  stance: blocklistStatus,
};
