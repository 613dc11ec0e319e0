import { fillerOf } from "../../make/filler.ts";
import type { Server } from "../../model.ts";
import { met } from "../common/met.ts";
import { json, text } from "../common/reply.ts";
import type { Routes } from "../common/routes.ts";
import { rowFor } from "../matching.ts";

const suspended = (server: Server) =>
  [...server.blocks, ...fillerOf(server)].filter(({ severity }) => severity === "suspend");

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** Served whether or not the page about it is open. */
export const blocklistFile: Routes = {
  "GET /blocklist/domain/download": ({ server }) =>
    text(
      suspended(server)
        .map(({ domain, comment }) => `${quoted(domain)},${quoted(comment ?? "")}\n`)
        .join(""),
      "text/csv; charset=utf-8",
    ),
};

export const federatedInstances: Routes = {
  "GET /api/v3/federated_instances": ({ world, server }) =>
    json({
      federated_instances: {
        linked: met(world, server).map(lemmyRow),
        allowed: (server.settings.limited ? server.allows : []).map(lemmyRow),
        blocked: suspended(server).map(({ domain }, at) => lemmyRow(domain, at)),
      },
    }),
};

const lemmyRow = (domain: string, at: number) => ({ id: at + 1, domain, published: "2023-06-01T00:00:00Z" });

export const blocklistStatus: Routes = {
  "GET /api/v1/blocklist/status": ({ server, asked }) =>
    json({
      accounts: {},
      hosts: Object.fromEntries(asked.query.getAll("hosts").map((host) => [host, peertubeRow(server, host)])),
    }),
};

const peertubeRow = (server: Server, host: string) => ({
  blockedByServer: rowFor(server, host)?.severity === "suspend",
  blockedByServerSubscription: null,
  blockedByUser: false,
});
