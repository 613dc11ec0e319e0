import type { Account, Server, WorldState } from "../model.ts";
import { comparedNames, reaches, shutsOut } from "../software/matching.ts";
import { RULES } from "../software/rules.ts";
import { type Log, notePerson } from "./log.ts";

/** What a new block does to the follows that exist: the software of the server that blocks decides who hears of it. */
export function sever(world: WorldState, log: Log, at: Server, domain: string): void {
  const manner = RULES[at.software].severs;
  if (manner === "none") return;
  const hit = (server: Server) =>
    server !== at && comparedNames(at, server).some((name) => reaches(at, domain, name)) && shutsOut(at, server);
  const partAll = (people: readonly Account[], side: "Old" | "New") => {
    for (const who of people) part(log, who, side, manner, at);
  };
  for (const [side, followed] of [["Old", world.old] as const, ["New", world.target] as const]) {
    if (hit(followed.server)) partAll(at.accounts, side);
    const cutOff = followed.server === at ? [...new Set(world.servers.values())].filter(hit) : [];
    for (const server of cutOff) partAll(server.accounts, side);
  }
}

function part(log: Log, who: Account, side: "Old" | "New", manner: "both" | "own", at: Server): void {
  if (who[`at${side}`] === "no") return;
  const own = who.server === at;
  if (own || manner === "both") who[`says${side}`] = "no";
  if (!own || manner === "both") who[`at${side}`] = "no";
  notePerson(log, who, "severed", own ? "blocks-old" : "new-blocks");
}
