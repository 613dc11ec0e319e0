import type { Software } from "#lib/domain/evidence/server.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import type { Relation } from "#lib/fediverse/question/adapter.ts";
import * as question from "#lib/fediverse/question/few-asks.ts";
import { defined } from "#lib/flow/defined.ts";
import { lookWayOf } from "#lib/software/sign-in-way.ts";
import { keepLook } from "#lib/store/check/looked.ts";
import type { ShareRow } from "#lib/store/check/shares.ts";
import type { LookedAbout } from "#lib/store/tables/types.ts";
import type { ShareDeps } from "./deps.ts";
import { hourOf, type Inside, lookInside } from "./look-inside.ts";
import { lookUp, readAddress } from "./look-up.ts";
import { askOwnServer, type OwnServerAnswer } from "./own-server.ts";
import { type PublicVerdict, publicVerdict } from "./public-verdict.ts";

/** Where a follower signs in to have his own server asked, and for which check. */
export type LookPlace = {
  readonly checkId: string;
  readonly server: Host;
  readonly webHost: Host;
  readonly software: Software;
};
/** For the one who looked. `by`: what told him about the new server, where anything did. */
export type LookAnswer = {
  readonly verdict: PublicVerdict;
  readonly by?: LookBy;
  readonly relation?: Relation;
};
/** Its list of blocks, what it found when asked, or its word that it does not talk to that server. */
export type LookBy = "list" | "look-up" | "word";

/** Null: nothing is to be learnt there by signing in. What the page offered is not taken for granted. */
export async function lookPlace(deps: ShareDeps, row: ShareRow, address: string): Promise<LookPlace | null> {
  const typed = readAddress(address);
  if ("code" in typed || row.checkId === null) return null;
  const found = await lookUp(deps, typed.host, row.data, { looks: true });
  const { software } = (await askOwnServer(deps, typed.host, null, row.data)).server;
  if (!found.ok || !found.answer.look || !software.known) return null;
  const { look } = found.answer;
  return { checkId: row.checkId, server: typed.host, webHost: look.host, software: software.value };
}

/** The list, both look-ups with what they need to mean something, the own follow, and what is asked for a refusal. */
const MOST_REQUESTS = 14;

/**
 * Asks a server with the token of one of its people. What it says about the mover's two servers joins the evidence of that
 * server; what it says about him he reads, and nobody keeps. Null: it is not the server that the page asked.
 */
export async function look(deps: ShareDeps, row: ShareRow, server: Host, pass: Pass): Promise<LookAnswer | null> {
  const found = await askOwnServer(deps, server, null, row.data);
  const { software } = found.server;
  if (found.webHost !== pass.signedIn.host || !software.known || !lookWayOf(software.value)) return null;
  const gate = question.fewAsks(deps.gate, MOST_REQUESTS, deps.now);
  const inside = await lookInside(gate, { host: server, webHost: found.webHost }, software.value, row.data, pass);
  const at = hourOf(deps.now().toISOString());
  if (row.checkId !== null) await keepLook(deps.store, row.checkId, { server, at, ...inside.told });
  return { ...seenBy(row, server, found, inside), ...defined({ relation: inside.relation }) };
}

/** As the page says it of any server, from what this one told him. */
function seenBy(
  { data }: ShareRow,
  host: Host,
  { server }: OwnServerAnswer,
  { told }: Inside,
): Pick<LookAnswer, "verdict" | "by"> {
  const { list } = told.onNew;
  const own = { onNew: list ?? server.onNew, onOld: told.onOld.list ?? server.onOld };
  const allows = defined({ allowsNew: told.onNew.allow, allowsOld: told.onOld.allow });
  const verdict = publicVerdict({ ...server, ...own, ...allows, ofMember: told }, data.new, host);
  return { verdict, ...defined({ by: toldBy(told.onNew, verdict.reach === "blocked") }) };
}

/** What says something else than the verdict is not what told him. */
export function toldBy({ list, resolve }: LookedAbout, shut: boolean): LookBy | undefined {
  if (list?.known && isShutOn(list.value) === shut) return "list";
  if (!resolve?.known || resolve.value.found === shut) return undefined;
  return resolve.value.said ? "word" : "look-up";
}

/** Undefined: of a masked name, or one that was not read, a list says neither. */
function isShutOn({ inbound, outbound, match }: Stance): boolean | undefined {
  if (match === "pattern") return undefined;
  if (inbound === "blocked" || outbound === "blocked") return true;
  return inbound === "open" ? false : undefined;
}
