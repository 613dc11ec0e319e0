import { type CauseId, causeSaidBy } from "#lib/causes/index.ts";
import type { LookupAnswer } from "#lib/contract/share.ts";
import type { PublicReason } from "#lib/domain/diagnosis/consequences.ts";
import type { Reached } from "#lib/domain/diagnosis/reach.ts";
import type { Ability } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { publicReach } from "#lib/domain/judging/server-reach.ts";
import { stanceCertainty } from "#lib/domain/readings/walls/weigh.ts";
import { defined } from "#lib/flow/defined.ts";
import { abilityOf } from "#lib/software/abilities.ts";
import type { ShareAccount } from "#lib/store/tables/types.ts";
import type { OwnServer } from "./own-server.ts";

export type PublicVerdict = Pick<LookupAnswer, "reach" | "certainty" | "gap" | "atNew"> & { readonly cause?: CauseId };
type Target = Pick<ShareAccount, "acct" | "host" | "webHost" | "locked">;

/**
 * What a visitor is told about a server: what it and the new one publish, and nothing that was concluded from looks or
 * from who came along. The page about one move must not become a way to test a list, of followers or of blocks. Whether
 * following works is told by the same rule as a check has.
 */
export function publicVerdict(found: OwnServer, target: Target, host = ""): PublicVerdict {
  const { onNew, atNew } = found;
  const reached = reachOf(found, target, host);
  const { reach } = reached;
  const shut = published(onNew, (stance) => stance.outbound === "blocked" || stance.inbound === "blocked");
  if (reach === "blocked" && shut)
    return { reach, cause: causeSaidBy(reasonOf(shut)), certainty: certaintyOf(shut, reached) };
  const refused = published(atNew, (stance) => stance.inbound === "blocked");
  if (reach === "blocked")
    return { reach, ...(refused ? { atNew: refused.allowList ? "not-chosen" : "blocked" } : {}) };
  const limited = statedBy(atNew, (stance) => stance.limited === true) !== null;
  const words = saidBy(found, reach);
  return limited ? { ...words, atNew: "limited" } : words;
}

function reachOf(
  { software, onNew, atNew, metByNew, softwareOfNew, ofMember }: OwnServer,
  target: Target,
  host: string,
): Reached {
  const { acct, locked } = target;
  return publicReach({
    host,
    nodeinfo: software.known ? known({ software: software.value }, software.source) : software,
    target: {
      ...{ key: target.host, host: target.host, webHost: target.webHost },
      software: softwareOfNew ?? gap("not-asked"),
      account: known({ acct, ...defined({ locked }) }, { kind: "told", at: "" }),
    },
    ...defined({ instance: ofMember?.instance }),
    onTarget: { list: listAlone(onNew), ...defined({ resolve: ofMember?.onNew.resolve }) },
    byTarget: { list: listAlone(atNew), ...defined({ peer: metByNew }) },
  });
}

/** What was concluded otherwise is not published. */
const listAlone = (fact: Fact<Stance>): Fact<Stance> =>
  fact.known && fact.value.basis !== "list" ? gap("not-offered") : fact;

function saidBy({ software, onOld, onNew }: OwnServer, reach: LookupAnswer["reach"]): PublicVerdict {
  const cut = published(onOld, (stance) => stance.inbound === "blocked");
  if (cut) return { reach, cause: causeSaidBy("shuts-old-out"), certainty: certaintyOf(cut) };
  const ability = software.known ? abilityOf(software.value) : undefined;
  if (ability && STAYS_BEHIND.has(ability.onMove)) {
    return { reach, cause: causeSaidBy("ignores-moves"), certainty: ability.certainty };
  }
  const why = [software, onNew, onOld].flatMap((fact) => (fact.known ? [] : [fact.gap]))[0];
  return { reach, ...defined({ gap: why }) };
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

/** An allow that nobody sees may beat a row: then the rule of the check has the last word. */
const certaintyOf = (stance: Stance, reached?: Reached): "proven" | "likely" =>
  stanceCertainty(stance, true) === "proven" && reached?.certainty !== "likely" ? "proven" : "likely";
