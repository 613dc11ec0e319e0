import { ownersFile } from "../../../_http/file.ts";
import { ownerReads } from "../../../_http/owner.ts";

export const GET = ownerReads(async ({ id, key, opened }) =>
  ownersFile(await opened.checks.snapshot(id, key, "json"), { type: "application/json", name: "saved-followers.json" }),
);
