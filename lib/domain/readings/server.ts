import type { Ability, Life } from "../evidence/evidence.ts";
import { type Context, listed } from "./context.ts";
import type { Family, Read, Reading } from "./reading.ts";
import { gapsOf, unread } from "./weigh.ts";

const SIGNS: Readonly<Partial<Record<Life["state"], Pick<Read<"alive" | "gone">, "value" | "certainty">>>> = {
  gone: { value: "gone", certainty: "proven" },
  dead: { value: "gone", certainty: "likely" },
  alive: { value: "alive", certainty: "proven" },
};

/** One failed try says nothing: a server that is down for an hour looks the same as one that is gone. */
export function foldServer({ server, headCount, target, check }: Context): Reading<"alive" | "gone"> {
  const { life, nodeinfo } = server;
  const said = life?.known ? SIGNS[life.value.state] : undefined;
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

export function foldAbility({ server }: Context): Reading<Ability> {
  const { ability } = server;
  if (!ability?.known) return unread(gapsOf(ability, server.nodeinfo));
  if (ability.value.onMove === "unknown") return unread(["not-offered"]);
  const because = [{ fact: "nodeinfo" }, { fact: "ability" }];
  return { known: true, value: ability.value, certainty: ability.value.certainty, because };
}

export function foldFamily({ family, server }: Context): Reading<Family> {
  if (family === null) return unread(gapsOf(server.nodeinfo));
  return { known: true, value: family, certainty: "proven", because: [{ fact: "nodeinfo" }] };
}
