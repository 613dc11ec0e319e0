import { leadsAway } from "../move/pointer.ts";
import type { Context } from "./context.ts";
import type { Reading, Readings } from "./reading.ts";
import { unheeded } from "./unheeded.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

type Notice = Reading<Readings["notice"]>;

/** Whether the news got to F: by how it shows OLD's account, or else by whom it lists as followers of both. */
export function foldNotice(context: Context): Notice {
  const { aboutOld, family, isOld, move, check, target } = context;
  if (isOld && move.state === "done" && check.old.account.known) {
    const own = { value: { movedTo: check.old.account.value.movedTo }, source: check.old.account.source };
    return { known: true, value: "seen", certainty: "likely", because: [{ fact: "old.account", own }] };
  }
  const { sight } = aboutOld;
  if (!sight?.known || sight.value.suspended) return unread(gapsOf(sight));
  const because = [{ fact: "onOld.sight" }];
  if (sight.value.seen === "absent") return { known: true, value: "stranger", certainty: "likely", because };
  // A redirect to a third account is that of another move; of this one it says nothing.
  if (sight.value.moved && leadsAway(sight.value.moved, target)) return unread(["bad-answer"]);
  if (sight.value.moved) return { known: true, value: "seen", certainty: "likely", because };
  if (sight.value.moved === undefined && family !== "mastodon") return unread(["not-offered"]);
  const certainty = unheeded(context);
  if (certainty) return { known: true, value: "unheeded", certainty, because };
  return { known: true, value: "none", certainty: "likely", because };
}

/** Misskey follows a move by itself once it hears of it: people whom it still lists for OLD alone were not moved by it. */
export function noticeByViews(bySight: Notice, viewOld: Reading<boolean>, viewTarget: Reading<boolean>): Notice {
  if (bySight.known || !viewOld.known || !viewTarget.known) return bySight;
  if (!viewOld.value || viewTarget.value) return bySight;
  return { known: true, value: "none", certainty: "likely", because: [...viewOld.because, ...viewTarget.because] };
}
