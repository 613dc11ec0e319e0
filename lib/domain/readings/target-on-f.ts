import { type Context, onTarget } from "./context.ts";
import { wordOfArrivals } from "./f-on-target.ts";
import type { Reading, Wall } from "./reading.ts";
import { gapsOf, type Word, weigh, wordOfList } from "./weigh.ts";

/** Does what F sends get into the target: the Follow. */
export function foldTargetOnF(context: Context): Reading<Wall> {
  const { byTarget } = context;
  const words = [
    ...wordOfList(byTarget.list, "inbound", onTarget(context, "byTarget.list")),
    ...wordsOfMastodon(context),
    ...wordOfArrivals(context),
  ];
  const closed = words.some(({ blocked }) => !blocked) ? [] : wordOfClosedMode(context);
  return weigh([...words, ...closed], gapsOf(byTarget.list, byTarget.sight, byTarget.peer));
}

/** A target that shows somebody of F does not suspend F; one that has F among its peers has no row for it. */
function wordsOfMastodon(context: Context): readonly Word[] {
  const { byTarget, targetFamily } = context;
  if (targetFamily !== "mastodon") return [];
  const open = (fact: string, certainty: Word["certainty"]): Word => ({
    ...{ blocked: false, certainty },
    witness: onTarget(context, fact),
  });
  return [
    ...(byTarget.sight?.known && byTarget.sight.value.seen === "known" ? [open("byTarget.sight", "proven")] : []),
    ...(byTarget.peer?.known && byTarget.peer.value ? [open("byTarget.peer", "likely")] : []),
  ];
}

function wordOfClosedMode({ target, isTarget }: Context): readonly Word[] {
  const mode = target.limitedFederation;
  if (isTarget || !mode?.known || !mode.value) return [];
  const own = { value: true, source: mode.source };
  return [{ blocked: true, certainty: "likely", allowList: true, witness: { fact: "target.limitedFederation", own } }];
}
