import { fillerOf } from "../../make/filler.ts";
import { starInside } from "../../make/obfuscate.ts";
import type { Block, Server } from "../../model.ts";

/** What the server tells everybody about whom it refuses, unless its people switched that off. */
export function federationOf(server: Server): Readonly<Record<string, unknown>> {
  if (server.settings.list !== "public") return { enabled: true };
  const rows = [...server.blocks, ...fillerOf(server)];
  const quarantined = server.stopped.map((domain): Block => ({ domain, severity: "suspend" }));
  return {
    enabled: true,
    exclusions: server.settings.exclusions,
    mrf_policies: ["SimplePolicy", "HashtagPolicy"],
    mrf_simple: { ...NONE, accept: server.settings.limited ? server.allows : [], ...simple(server, rows) },
    mrf_simple_info: { reject: reasons(server, rows.filter(rejects)) },
    quarantined_instances: names(server, quarantined),
    quarantined_instances_info: { quarantined_instances: reasons(server, quarantined) },
  };
}

const simple = (server: Server, rows: readonly Block[]) => ({
  reject: names(server, rows.filter(rejects)),
  federated_timeline_removal: names(
    server,
    rows.filter(({ severity }) => severity === "silence"),
  ),
});

const rejects = ({ severity }: Block) => severity === "suspend";

/** Akkoma can star out the middle of a name. */
const names = (server: Server, rows: readonly Block[]) => rows.map((row) => nameOf(server, row));
const nameOf = (server: Server, { domain, obfuscate }: Block) =>
  obfuscate && server.software === "akkoma" ? starInside(domain) : domain;

const reasons = (server: Server, rows: readonly Block[]) =>
  Object.fromEntries(rows.map((row) => [nameOf(server, row), { reason: row.comment ?? "" }]));

const NONE = {
  followers_only: [],
  media_removal: [],
  media_nsfw: [],
  report_removal: [],
  avatar_removal: [],
  banner_removal: [],
  reject_deletes: [],
};
