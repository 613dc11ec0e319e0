import { ownedCheck } from "#lib/check/owner/service.ts";
import { enter, leave } from "#lib/check/signed-in/enter.ts";
import type { CheckDeps } from "#lib/check/state/deps.ts";
import type { TokenSide, Tokens } from "#lib/domain/ports/tokens.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { openTokens } from "#lib/signin/keeping.ts";
import { type CameBack, receive, type Told } from "#lib/signin/return.ts";
import { makeSeal } from "#lib/signin/seal.ts";
import { type Begun, begin, type Offer, offersFor, type SignInDeps } from "#lib/signin/service.ts";
import { dropOldAttempts } from "#lib/store/signin/attempts.ts";

/** Signing in with one of a check's two accounts, and its end. Null: an unknown check or a wrong key. */
export type SignIns = {
  begin(id: string, key: string | null, side: TokenSide): Promise<Begun | null | "off">;
  /** With which of the two accounts somebody may sign in, and what would be asked for. */
  offers(id: string, key: string | null): Promise<readonly SignInOffer[] | null>;
  /** The way back, by the browser that set out; whose check it is for says its own state. */
  receive(told: Told): Promise<CameBack>;
  /** False where nobody was signed in. */
  leave(id: string, key: string | null): Promise<boolean | null>;
};
/** `reads`: what there is to be read with it, beside whose account it is. */
export type SignInOffer = Offer & { readonly reads: readonly SignInRead[] };
export type SignInRead = "requests" | "followers" | "servers" | "blocks";

function withReads(offer: Offer): SignInOffer {
  const asks = adapterFor({ name: offer.software }).signedIn ?? {};
  const all: readonly (readonly [SignInRead, boolean])[] = [
    ["requests", offer.side === "new" && asks.requests !== undefined],
    ["followers", asks.followers !== undefined],
    ["servers", offer.side === "new" && asks.resolve !== undefined],
    ["blocks", offer.side === "new" && asks.showsBlocks === true],
  ];
  return { ...offer, reads: offer.why ? [] : all.flatMap(([read, is]) => (is ? [read] : [])) };
}

export type OpenSignIns = {
  readonly tokens: Tokens;
  serve(deps: CheckDeps, isOn: boolean): SignIns;
  /** What is past its time is given back and forgotten, whatever became of its check. */
  sweep(deps: CheckDeps): Promise<void>;
};

type Parts = Pick<SignInDeps, "gate" | "store" | "now" | "publicUrl"> & { readonly secret: string };

export function openSignIns({ secret, ...parts }: Parts): OpenSignIns {
  const own: SignInDeps = { ...parts, seal: makeSeal(secret) };
  const tokens = openTokens(own);
  return {
    tokens,
    serve: (deps, isOn) => ({
      async begin(id, key, side) {
        const row = await ownedCheck(deps, id, key);
        if (!row) return null;
        return isOn ? begin(own, { checkId: id, facts: row.facts }, side) : "off";
      },
      async offers(id, key) {
        const row = await ownedCheck(deps, id, key);
        return row && (isOn && row.facts ? offersFor(row.facts).map(withReads) : []);
      },
      async receive(told) {
        const came = await receive(own, told);
        if (came.end !== "in") return came;
        const { end: _, checkId, ...entered } = came;
        await enter(deps, checkId, entered);
        return came;
      },
      leave: async (id, key) => ((await ownedCheck(deps, id, key)) ? leave(deps, id) : null),
    }),
    async sweep(deps) {
      await dropOldAttempts(own.store, own.now());
      for (const { checkId, side } of await tokens.past()) await leave(deps, checkId, [side]);
    },
  };
}
