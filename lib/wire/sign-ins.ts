import { namesPeople } from "#lib/check/accounts/proof.ts";
import { ownedCheck } from "#lib/check/owner/service.ts";
import { enter, leave } from "#lib/check/signed-in/enter.ts";
import { stopLetIn, wantThemIn } from "#lib/check/signed-in/want-in.ts";
import { readWhoWaits, type Waiting } from "#lib/check/signed-in/who-waits.ts";
import type { CheckDeps } from "#lib/check/state/deps.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { TokenSide, Tokens } from "#lib/domain/ports/tokens.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import type { LookAttempt } from "#lib/signin/attempt.ts";
import { takeToken } from "#lib/signin/handed.ts";
import { openTokens } from "#lib/signin/keeping.ts";
import { type Back, type CameBack, receive, type Told, takeBack } from "#lib/signin/return.ts";
import { makeSeal } from "#lib/signin/seal.ts";
import { begin, letInOffer, type Offer, offersFor, type SignInDeps } from "#lib/signin/service.ts";
import type { Begun } from "#lib/signin/set-out.ts";
import type { Wants } from "#lib/signin/ways.ts";
import { dropOldAttempts } from "#lib/store/signin/attempts.ts";

/** Signing in with one of a check's two accounts, and its end. Null: an unknown check or a wrong key. */
export type SignIns = {
  begin(id: string, key: string | null, wants: ReadWants): Promise<Begun | null | "off">;
  /** With which of the two accounts somebody may sign in, and what would be asked for. */
  offers(id: string, key: string | null): Promise<readonly SignInOffer[] | null>;
  /** The way back, by the browser that set out; whose check it is for says its own state. A follower's is handed on. */
  receive(told: Told): Promise<CameBack | FollowerBack>;
  /** False where nobody was signed in. */
  leave(id: string, key: string | null): Promise<boolean | null>;
  /** Goes on with a token that its owner has at hand. Pages and the API have no way to it. */
  take(
    id: string,
    key: string | null,
    handed: { readonly use: TokenSide; readonly token: string },
  ): Promise<CameBack | null>;
  /** Who waits by name, and what letting them in would mean. */
  waiting(id: string, key: string | null, after: string): Promise<Waiting<Offer> | null>;
  /** Sets out to let exactly those in who wait now: the run does it once the owner is back. */
  beginLetIn(id: string, key: string | null): Promise<Begun | null | "off" | "nobody">;
  /** False where nobody is being let in. */
  stopLetIn(id: string, key: string | null): Promise<boolean | null>;
};
export type FollowerBack = { readonly end: "follower"; readonly back: Back<LookAttempt> };
type ReadWants = Wants & { readonly use: TokenSide };
/** `reads`: what there is to be read with it, beside whose account it is. */
export type SignInOffer = Offer & { readonly reads: readonly SignInRead[] };
export type SignInRead = "requests" | "followers" | "following" | "servers" | "blocks";

function withReads(offer: Offer, isPlanned: boolean): SignInOffer {
  const adapter = adapterFor({ name: offer.software });
  const asks = adapter.signedIn ?? {};
  const following = asks.following ?? adapter.following;
  const all: readonly (readonly [SignInRead, boolean])[] = [
    ["requests", offer.side === "new" && asks.requests !== undefined],
    ["followers", asks.followers !== undefined],
    ["following", isPlanned && offer.side === "old" && following !== undefined],
    ["servers", offer.side === "new" && asks.resolve !== undefined],
    ["blocks", offer.side === "new" && asks.showsBlocks === true],
  ];
  return { ...offer, reads: offer.why ? [] : all.flatMap(([read, is]) => (is ? [read] : [])) };
}

async function enterIf(deps: CheckDeps, came: CameBack): Promise<CameBack> {
  if (came.end !== "in") return came;
  const { end: _, checkId, ...entered } = came;
  await enter(deps, checkId, entered);
  return came;
}

export type OpenSignIns = {
  readonly tokens: Tokens;
  /** For followers, who ask by the same gate as anybody who looks a server up. */
  readonly forLooks: SignInDeps;
  serve(deps: CheckDeps, isOn: boolean): SignIns;
  /** What is past its time is given back and forgotten, whatever became of its check. */
  sweep(deps: CheckDeps): Promise<void>;
};

type Parts = Pick<SignInDeps, "gate" | "store" | "now" | "publicUrl"> & {
  readonly secret: string;
  readonly shareGate: Gate;
};

export function openSignIns({ secret, shareGate, ...parts }: Parts): OpenSignIns {
  const own: SignInDeps = { ...parts, seal: makeSeal(secret) };
  const tokens = openTokens(own);
  return {
    tokens,
    forLooks: { ...own, gate: shareGate },
    serve: (deps, isOn) => ({
      async begin(id, key, wants) {
        const row = await ownedCheck(deps, id, key);
        if (!row) return null;
        return isOn ? begin(own, { checkId: id, facts: row.facts }, wants) : "off";
      },
      async offers(id, key) {
        const row = await ownedCheck(deps, id, key);
        const isPlanned = row?.facts?.mode === "planned";
        return row && (isOn && row.facts ? offersFor(row.facts).map((offer) => withReads(offer, isPlanned)) : []);
      },
      async receive(told) {
        const back = await takeBack(own, told);
        if (!back) return { end: "unknown" };
        const { attempt, ...rest } = back;
        if (attempt.use === "look") return { end: "follower", back: { ...rest, attempt } };
        return enterIf(deps, await receive(own, { ...rest, attempt }));
      },
      async take(id, key, handed) {
        if (!(await ownedCheck(deps, id, key))) return null;
        return enterIf(deps, await takeToken(own, id, handed));
      },
      leave: async (id, key) => ((await ownedCheck(deps, id, key)) ? leave(deps, id, ["old", "new"]) : null),
      async waiting(id, key, after) {
        const row = await ownedCheck(deps, id, key);
        return row && readWhoWaits(deps, row, isOn && row.facts ? letInOffer(row.facts) : null, after);
      },
      async beginLetIn(id, key) {
        const row = await ownedCheck(deps, id, key);
        if (!row) return null;
        if (!isOn) return "off";
        // The names that it is at stay as they were.
        if (await tokens.of(id, "let-in")) return { ok: false, why: "at-work" };
        if (!namesPeople(row) || !(await wantThemIn(deps, row))) return "nobody";
        return begin(own, { checkId: id, facts: row.facts }, { use: "let-in" });
      },
      async stopLetIn(id, key) {
        if (!(await ownedCheck(deps, id, key))) return null;
        return stopLetIn(deps, id);
      },
    }),
    async sweep(deps) {
      await dropOldAttempts(own.store, own.now());
      for (const { checkId, use } of await tokens.past()) await leave(deps, checkId, [use]);
    },
  };
}
