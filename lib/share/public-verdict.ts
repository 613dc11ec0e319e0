import { type CauseId, causeSaidBy } from "#lib/causes/index.ts";
import type { LookupAnswer } from "#lib/contract/share.ts";
import type { PublicReason } from "#lib/domain/diagnosis/consequences.ts";
import type { Ability } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { defined } from "#lib/flow/defined.ts";
import { abilityOf } from "#lib/software/abilities.ts";
import type { OwnServer } from "./own-server.ts";

export type PublicVerdict = Pick<LookupAnswer, "reach" | "certainty" | "gap" | "atNew"> & { readonly cause?: CauseId };

/**
 * What a visitor is told about a server: what it publishes itself, and nothing that was concluded from looks or from
 * who came along. The page about one move must not become a way to test a list, of followers or of blocks.
 */
export function publicVerdict({ software, onOld, onNew, atNew }: OwnServer, newIsLocked: boolean): PublicVerdict {
  const shut = published(onNew, (stance) => stance.outbound === "blocked" || stance.inbound === "blocked");
  if (shut) return { reach: "blocked", cause: causeSaidBy(reasonOf(shut)), certainty: certaintyOf(shut) };
  const refused = statedBy(atNew, (stance) => stance.inbound === "blocked");
  if (refused) return { reach: "blocked", atNew: refused.allowList ? "not-chosen" : "blocked" };
  const limited = statedBy(atNew, (stance) => stance.limited === true) !== null;
  const words = saidBy({ software, onOld, onNew }, reachOf(onNew, atNew, newIsLocked || limited));
  return limited ? { ...words, atNew: "limited" } : words;
}

type OwnWords = Omit<OwnServer, "atNew">;
function saidBy({ software, onOld, onNew }: OwnWords, reach: LookupAnswer["reach"]): PublicVerdict {
  const cut = published(onOld, (stance) => stance.inbound === "blocked");
  if (cut) return { reach, cause: causeSaidBy("shuts-old-out"), certainty: certaintyOf(cut) };
  const ability = software.known ? abilityOf(software.value) : undefined;
  if (ability && STAYS_BEHIND.has(ability.onMove)) {
    return { reach, cause: causeSaidBy("ignores-moves"), certainty: ability.certainty };
  }
  const gap = [software, onNew, onOld].flatMap((fact) => (fact.known ? [] : [fact.gap]))[0];
  return { reach, ...defined({ gap }) };
}

/** A server says which software it runs, and that software does nothing with a move. */
const STAYS_BEHIND: ReadonlySet<Ability["onMove"]> = new Set(["ignores", "notifies"] as const);

/** A masked name that fits may be somebody else's. */
function published(fact: Fact<Stance>, holds: (stance: Stance) => boolean): Stance | null {
  if (!fact.known || fact.value.basis !== "list" || fact.value.match === "pattern") return null;
  return holds(fact.value) ? fact.value : null;
}

/** Of the mover's server: its own word, where no other server can be meant. */
function statedBy(fact: Fact<Stance>, holds: (stance: Stance) => boolean): Stance | null {
  const stance = published(fact, holds);
  return stance && certaintyOf(stance) === "proven" ? stance : null;
}

function reasonOf({ allowList, inbound }: Stance): PublicReason {
  if (allowList) return "lets-only-named-in";
  return inbound === "blocked" ? "shuts-new-out" : "sends-new-nothing";
}

const certaintyOf = ({ match, parentProves }: Stance) => (match === "parent" && !parentProves ? "likely" : "proven");

/**
 * A list read whole that does not name the new server is as good as an open door seen from outside gets. The new
 * server's list may be hidden; where it may mean this server, nothing is promised.
 */
function reachOf(onNew: Fact<Stance>, atNew: Fact<Stance>, waits: boolean): LookupAnswer["reach"] {
  if (waits) return "waits";
  if (atNew.known && atNew.value.inbound !== "open") return "unknown";
  const open = onNew.known && onNew.value.basis === "list" && onNew.value.match !== "pattern";
  return open && onNew.value.inbound === "open" && onNew.value.outbound === "open" ? "works" : "unknown";
}
