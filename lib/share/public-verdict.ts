import { type CauseId, causeSaidBy } from "#lib/causes/index.ts";
import type { LookupAnswer } from "#lib/contract/share.ts";
import type { PublicReason } from "#lib/domain/diagnosis/consequences.ts";
import type { Reached } from "#lib/domain/diagnosis/reach.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import { type FederationMode, modeOf } from "#lib/domain/evidence/federation-mode.ts";
import type { Ability } from "#lib/domain/evidence/server.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { publicReach } from "#lib/domain/judging/server-reach.ts";
import { stanceCertainty, statementOfList } from "#lib/domain/readings/walls/weigh.ts";
import { defined } from "#lib/flow/defined.ts";
import { abilityOf } from "#lib/software/abilities.ts";
import { traitsOfFact } from "#lib/software/traits-of.ts";
import type { ShareAccount } from "#lib/store/tables/types.ts";
import type { OwnServer } from "./own-server.ts";

export type PublicVerdict = Pick<LookupAnswer, "reach" | "certainty" | "gap" | "atNew" | "by"> & {
  readonly cause?: CauseId;
};
type Target = Pick<ShareAccount, "acct" | "host" | "webHost" | "locked">;

/**
 * What a visitor is told about a server: what it and the new one publish, and nothing that was concluded from looks or
 * from who came along. The page about one move must not become a way to test a list, of followers or of blocks. Whether
 * following works is told by the same rule as a check has.
 */
export function publicVerdict(found: OwnServer, target: Target, host = ""): PublicVerdict {
  const { atNew } = found;
  const reached = reachOf(found, target, host);
  const { reach } = reached;
  if (reach === "blocked") return blockedBy(found, reached);
  // Nobody is left there whom anything else could help.
  if (reach === "gone") return { reach };
  const limited = statedBy(atNew, (stance) => stance.limited === true) !== null;
  const by = reach === "works" ? worksBy(found, target, host) : undefined;
  const words = { ...saidBy(found, reach), ...defined({ by }) };
  return limited ? { ...words, atNew: "limited" } : words;
}

function blockedBy(found: OwnServer, reached: Reached): PublicVerdict {
  const { onNew, atNew, allowsNew, allowedByNew, mode, modeOfNew } = found;
  const reach = "blocked";
  const shut = isYes(allowsNew) ? null : published(onNew, isShut);
  if (shut) return { reach, cause: causeSaidBy(reasonOf(shut)), certainty: certaintyOf(shut, reached) };
  if (talksToNobody(mode)) return { reach, cause: causeSaidBy("lets-only-named-in"), certainty: "proven" };
  const refused = isYes(allowedByNew) ? null : published(atNew, (stance) => stance.inbound === "blocked");
  if (refused)
    return { reach, atNew: refused.allowList ? "not-chosen" : "blocked", certainty: certaintyOf(refused, reached) };
  if (talksToNobody(modeOfNew)) return { reach, atNew: "not-chosen", certainty: "proven" };
  return { reach, certainty: reached.certainty === "proven" ? "proven" : "likely" };
}

/** On the new server itself nothing lies between, and an allow says more than that no row is there. */
function worksBy({ onNew, allowsNew }: OwnServer, target: Target, host: string): LookupAnswer["by"] {
  if (host === target.host || host === target.webHost) return "itself";
  return isYes(allowsNew) && published(onNew, isShut) ? "allow" : undefined;
}

const isShut = ({ inbound, outbound }: Stance): boolean => outbound === "blocked" || inbound === "blocked";
const isYes = (fact: Fact<boolean> | undefined): boolean => fact?.known === true && fact.value;
const talksToNobody = (mode: Fact<FederationMode> | undefined): boolean =>
  mode?.known === true && mode.value.federation === "none";

function reachOf(found: OwnServer, target: Target, host: string): Reached {
  const { software, onNew, atNew, metByNew, softwareOfNew, ofMember } = found;
  const { acct, locked } = target;
  return publicReach({
    host,
    nodeinfo: software.known ? known({ software: software.value }, software.source) : software,
    target: {
      ...{ key: target.host, host: target.host, webHost: target.webHost },
      software: softwareOfNew ?? gap("not-asked"),
      account: known({ acct, ...defined({ locked }) }, { kind: "told", at: "" }),
      ...modeOf(found.modeOfNew),
    },
    ...defined({ instance: ofMember?.instance ?? found.mode, life: found.life }),
    onTarget: { list: listAlone(onNew), ...defined({ resolve: ofMember?.onNew.resolve, allow: found.allowsNew }) },
    byTarget: { list: listAlone(atNew), ...defined({ peer: metByNew, allow: found.allowedByNew }) },
  });
}

/** What was concluded otherwise is not published. */
const listAlone = (fact: Fact<Stance>): Fact<Stance> =>
  fact.known && fact.value.basis !== "list" ? gap("not-offered") : fact;

function saidBy({ software, onOld, onNew, allowsOld }: OwnServer, reach: LookupAnswer["reach"]): PublicVerdict {
  const by = { traits: traitsOfFact(software), allow: allowsOld };
  const [cut] = statementOfList(listAlone(onOld), "inbound", { fact: "onOld.list" }, by);
  if (cut?.blocked && cut.certainty !== "possible")
    return { reach, cause: causeSaidBy("shuts-old-out"), certainty: cut.certainty };
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
