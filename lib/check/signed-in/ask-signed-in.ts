import type { Wait } from "#lib/contract/check-state.ts";
import type { Run } from "../state/run-lease.ts";
import { type RunState, sideOf } from "../state/run-state.ts";
import { collectRequests } from "./collect-requests.ts";
import { askNewServer } from "./new-server-walls.ts";

/** What the new account alone can see, where its owner has signed in: asked for once lists and servers have been. */
export async function askSignedIn(run: Run, runState: RunState): Promise<Wait | undefined> {
  const side = sideOf(runState, "new");
  const pass = await run.deps.tokens.of(run.id, "new");
  const isMoved = runState.facts.mode === "moved";
  if (!side || !pass || !isMoved || pass.signedIn.host !== side.webHost) return undefined;
  const until = (await collectRequests(run, runState, pass)) ?? (await askNewServer(run, runState, pass));
  return until === undefined ? undefined : { host: side.webHost, until, why: "window" };
}
