import type { Context } from "./context.ts";
import type { Reading, Wall } from "./reading.ts";
import { unread } from "./weigh.ts";

/** One of the two talks to named servers only, and has not named the other. */
export function foldClosed(context: Context, fOnTarget: Reading<Wall>, targetOnF: Reading<Wall>): Reading<boolean> {
  const sides = [leftOut(fOnTarget, fIsOpen(context)), leftOut(targetOnF, targetIsOpen(context))];
  const out = sides.find((side) => side.known && side.value && side.certainty !== "possible");
  if (out) return out;
  const gap = sides.find((side) => !side.known);
  if (gap) return gap;
  return sides.find((side) => side.known && side.value) ?? NAMED;
}

const NAMED: Reading<boolean> = { known: true, value: false, certainty: "likely", because: [] };

function leftOut(wall: Reading<Wall>, open: boolean): Reading<boolean> {
  if (wall.known) return { ...wall, value: wall.value.blocked && wall.value.allowList };
  return open ? NAMED : unread(wall.gaps);
}

/** A closed Mastodon answers 401 to strangers: any other answer from its API shows that it is not one. */
function fIsOpen({ server, family, aboutOld, aboutTarget, isTarget }: Context): boolean {
  if (isTarget) return true;
  if (server.instance?.known && server.instance.value.limitedFederation === false) return true;
  const answers = [server.control, ...Object.values(aboutOld), ...Object.values(aboutTarget)];
  return family === "mastodon" && answers.some((fact) => fact?.known && fact.source.kind === "network");
}

function targetIsOpen({ target, targetFamily, isTarget }: Context): boolean {
  if (isTarget) return true;
  if (target.limitedFederation?.known) return !target.limitedFederation.value;
  return targetFamily === "mastodon" && target.list.known;
}
