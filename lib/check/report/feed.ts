import { timingSafeEqual } from "node:crypto";
import type { CheckState } from "#lib/contract/check-state.ts";
import { readProgress } from "#lib/store/check/checks.ts";
import type { CheckDeps } from "../state/deps.ts";
import { toPoint } from "./history-point.ts";

/** What a private feed tells: numbers, and no name of anybody but the mover. Readers of feeds are often not one's own. */
export type Feed = {
  readonly account: string;
  readonly points: CheckState["history"];
  readonly begun: string;
};

const LENGTH = 32;

/** Made from the check and the secret of this copy: nothing of it is kept, and it opens nothing else of the check. */
const tokenOf = ({ sign }: Pick<CheckDeps, "sign">, id: string): string => sign(`feed\n${id}`).slice(0, LENGTH);

export const feedUrl = (deps: Pick<CheckDeps, "sign" | "settings">, id: string): string =>
  `${deps.settings.publicUrl}/api/checks/${id}/feed.atom?token=${tokenOf(deps, id)}`;

/** Null: a wrong token, or no such check any more; nobody learns which. */
export async function readFeed(deps: CheckDeps, id: string, token: string): Promise<Feed | null> {
  const [given, own] = [Buffer.from(token), Buffer.from(tokenOf(deps, id))];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  const row = await readProgress(deps.store, id);
  if (!row) return null;
  return {
    account: row.targets[0] ?? row.accts[1] ?? row.old,
    points: row.history.map(toPoint),
    begun: row.createdAt.toISOString(),
  };
}
