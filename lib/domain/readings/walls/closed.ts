import type { Traits } from "#lib/software/traits.ts";
import type { Context } from "../context.ts";
import type { Reading, Wall } from "../reading.ts";
import { answersStrangers, federationOf, givesToAll } from "./named-servers.ts";
import { unread } from "./weigh.ts";

/** One of the two talks to named servers only, and has not named the other. */
export function foldClosed(context: Context, fOnTarget: Reading<Wall>, targetOnF: Reading<Wall>): Reading<boolean> {
  const sides = [leftOut(fOnTarget, modeOfF(context)), leftOut(targetOnF, modeOfTarget(context))];
  const out = sides.find((side) => side.known && side.value && side.certainty !== "possible");
  if (out) return out;
  const gap = sides.find((side) => !side.known);
  if (gap) return gap;
  return sides.find((side) => side.known && side.value) ?? NAMED;
}

const NAMED: Reading<boolean> = { known: true, value: false, certainty: "likely", because: [] };

/** What a server says of itself: "open" to all, or nothing about it. `mute`: its list of blocks says nothing of it either. */
type Mode = "open" | "unknown" | "mute";

function leftOut(wall: Reading<Wall>, mode: Mode): Reading<boolean> {
  if (wall.known && wall.value.blocked) return { ...wall, value: wall.value.allowList };
  if (mode === "open") return NAMED;
  if (wall.known && mode === "unknown") return { ...wall, value: false };
  return unread(wall.known ? ["not-offered"] : wall.gaps);
}

const mute = (traits: Traits | null): Mode => (traits?.blocksHideMode ? "mute" : "unknown");

function modeOfF(context: Context): Mode {
  const { family, server, aboutTarget, isTarget, headCount } = context;
  const { instance, refusesSigned } = server;
  const isOpen =
    isTarget ||
    headCount.here > 0 ||
    (instance?.known && instance.value.limitedFederation === false) ||
    (family === "mastodon" && answersStrangers(context)) ||
    (family === "misskey" && instance?.known && federationOf(instance) === "all") ||
    // It believed the signature of a server that no list of its can hold.
    (family === "gotosocial" && refusesSigned?.known && !refusesSigned.value) ||
    (aboutTarget.allow?.known && aboutTarget.allow.value);
  return isOpen ? "open" : mute(context.traits);
}

function modeOfTarget(context: Context): Mode {
  const { target, targetTraits, byTarget, isTarget, headCount } = context;
  const { limitedFederation, federation, list } = target;
  if (isTarget || headCount.here > 0 || (byTarget.allow?.known && byTarget.allow.value)) return "open";
  if (federation?.known) return federation.value === "all" ? "open" : "unknown";
  if (limitedFederation?.known) return limitedFederation.value ? "unknown" : "open";
  const shows = targetTraits?.closedShowsNoLists && list.known;
  return shows || givesToAll(context) ? "open" : mute(targetTraits);
}
