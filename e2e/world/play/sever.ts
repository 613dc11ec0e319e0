import { shutsOut } from "../matching.ts";
import type { Account, Server, WorldState } from "../model.ts";
import { RULES } from "../software/rules.ts";
import { type Log, notePerson } from "./log.ts";

/** What a new block does to the follows that exist: the software of whoever blocks decides who hears of it. */
export function sever(world: WorldState, log: Log, at: Server): void {
  const manner = RULES[at.software].severs;
  if (manner === "none") return;
  const centre = at === world.old.server || at === world.target.server;
  for (const who of centre ? world.people : at.accounts) {
    if (crosses(world.old, who, at)) part(log, who, "Old", manner, at);
    if (crosses(world.target, who, at)) part(log, who, "New", manner, at);
  }
}

/** The follow runs between the blocking server and one it now shuts out. */
function crosses(followed: Account, who: Account, at: Server): boolean {
  if (who.server === at) return shutsOut(at, followed.server);
  return followed.server === at && shutsOut(at, who.server);
}

function part(log: Log, who: Account, side: "Old" | "New", manner: "both" | "own", at: Server): void {
  if (who[`at${side}`] === "no") return;
  const own = who.server === at;
  if (own || manner === "both") who[`says${side}`] = "no";
  if (!own || manner === "both") who[`at${side}`] = "no";
  notePerson(log, who, "severed", own ? "blocks-old" : "new-blocks");
}
