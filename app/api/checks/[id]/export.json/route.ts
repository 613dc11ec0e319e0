import { ownersFile } from "../../../_http/file.ts";
import { ownerReads } from "../../../_http/owner.ts";

export const GET = ownerReads(async ({ id, key, opened }) =>
  ownersFile(await opened.checks.exportJson(id, key), { type: "application/json", name: "housewarming.json" }),
);
