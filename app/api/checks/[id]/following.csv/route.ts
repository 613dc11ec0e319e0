import { ownersFile } from "../../../_http/file.ts";
import { ownerReads } from "../../../_http/owner.ts";

export const GET = ownerReads(async ({ id, key, opened }) =>
  ownersFile(await opened.checks.followingCsv(id, key), { type: "text/csv", name: "whom-you-follow.csv" }),
);
