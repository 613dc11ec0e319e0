import type { Ability, Life } from "../evidence/server.ts";
import { type Context, listed } from "./context.ts";
import type { Family, Read, Reading } from "./reading.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

type Sign = Pick<Read<"alive" | "gone">, "value" | "certainty">;
const SIGNS: Readonly<Partial<Record<Life["state"], Sign>>> = {
  gone: { value: "gone", certainty: "likely" },
  dead: { value: "gone", certainty: "likely" },
  alive: { value: "alive", certainty: "proven" },
};

/** One page may be gone for a reason of its own: only 410 from several says that the server is. */
const signOf = ({ state, by }: Life): Sign | undefined =>
  state === "gone" && by ? { value: "gone", certainty: "proven" } : SIGNS[state];

/** One failed try says nothing: a server that is down for an hour looks the same as one that is gone. */
export function foldServer({ server, headCount, target, check }: Context): Reading<"alive" | "gone"> {
  const { life, nodeinfo } = server;
  const said = life?.known ? signOf(life.value) : undefined;
  if (said) return { known: true, ...said, because: [{ fact: "life" }] };
  if (nodeinfo?.known) {
    // It may be days old: beside a failed try it says only that the server was there lately.
    const certainty = life?.known ? "likely" : "proven";
    return { known: true, value: "alive", certainty, because: [{ fact: "nodeinfo" }] };
  }
  if (headCount.here > 0) {
    const because = [listed(target, "target.list", headCount.here, check.now)];
    return { known: true, value: "alive", certainty: "likely", because };
  }
  return unread(life?.known ? ["unreachable"] : gapsOf(life, nodeinfo));
}

export function foldAbility(context: Context): Reading<Ability> {
  const { ability, nodeinfo } = context.server;
  if (!ability?.known) return unread(gapsOf(ability, nodeinfo));
  if (ability.value.onMove === "unknown") return unread(["not-offered"]);
  const because = [{ fact: "nodeinfo" }, { fact: "ability" }];
  if (isIdle(ability.value, context))
    return { known: true, value: { ...ability.value, onMove: "ignores" }, certainty: "likely", because };
  return { known: true, value: ability.value, certainty: ability.value.certainty, because };
}

/** It carries moves out, and not this one. */
function isIdle({ skipsLocals, onlyIfMet, sinceDay }: Ability, { isTarget, headCount, check }: Context): boolean {
  const isMoved = check.mode === "moved";
  const neverMet = onlyIfMet === true && isMoved && headCount.here === 0;
  const notYet = sinceDay !== undefined && isMoved && check.movedAt.known && check.movedAt.value < sinceDay;
  return neverMet || notYet || (isTarget && skipsLocals === true);
}

export function foldShowsWhoFollows({ traits, server }: Context): Reading<boolean> {
  if (traits === null) return unread(gapsOf(server.nodeinfo));
  return { known: true, value: traits.showsWhoFollows === true, certainty: "proven", because: [{ fact: "nodeinfo" }] };
}

export function foldFamily({ family, server }: Context): Reading<Family> {
  if (family === null) return unread(gapsOf(server.nodeinfo));
  return { known: true, value: family, certainty: "proven", because: [{ fact: "nodeinfo" }] };
}
