import type { SignedIn } from "#lib/domain/ports/gate.ts";
import type { DroppedToken, Tick, Tokens, TokenUse } from "#lib/domain/ports/tokens.ts";
import { defined } from "#lib/flow/defined.ts";
import { type Dropped, dropToken, isUnheld, keepToken, readToken, tokensPast } from "#lib/store/signin/tokens.ts";
import type { AppDeps } from "./apps.ts";
import { type Client, type Granted, revoke } from "./oauth.ts";
import type { Places } from "./places.ts";

/** How a token is given back, where the software lets an app do that. */
export type GiveBack = { readonly places: Places; readonly client: Client; readonly revokesAll?: true };
export type Held = {
  readonly host: string;
  readonly token: string;
  readonly accountId: string;
  readonly rights: readonly string[];
  readonly ticks?: readonly Tick[];
  readonly giveBack?: GiveBack;
  readonly keptUntil?: string;
};

const HOUR = 3_600_000;
/** A check is done long before; whatever goes wrong, the token is not older than this. */
const KEPT_MS = 24 * HOUR;
/** Of an account that is about to move, where its owner wants that. */
const THROUGH_A_MOVE_MS = 30 * 24 * HOUR;
export const keptUntilFor = ({ now }: AppDeps): string => new Date(now().getTime() + THROUGH_A_MOVE_MS).toISOString();
const ALL: readonly TokenUse[] = ["old", "new", "let-in"];

const about = (checkId: string, use: TokenUse): string => `${checkId} ${use}`;

export async function hold(deps: AppDeps, checkId: string, use: TokenUse, held: Held): Promise<void> {
  const { store, seal, now } = deps;
  const before = await keepToken(store, {
    ...{ checkId, side: use },
    sealed: seal.close(held, about(checkId, use)),
    digest: digestOf(deps, held),
    until: held.keptUntil ? new Date(held.keptUntil) : new Date(now().getTime() + KEPT_MS),
  });
  if (before) await endThere(deps, before);
}

type Shared = Pick<Held, "host" | "token" | "giveBack">;
const digestOf = ({ seal }: AppDeps, held: Shared): string => seal.digest(`${held.host} ${sharedBy(held)}`);

/** What goes with it when it is given back: the token alone, or all that our app has there. The last one to hold it does so. */
const sharedBy = ({ token, giveBack }: Shared): string =>
  giveBack?.revokesAll ? `all of ${giveBack.client.id}` : token;

/** The same person's limit on the same server, whichever check it is for. */
export const signedInAs = ({ seal }: AppDeps, host: string, token: string, accountId: string): SignedIn => ({
  ...{ host, token },
  account: `signed-in ${seal.digest(`${host} account ${accountId}`).slice(0, 16)}`,
});

/** `past`: whose time is over. */
type OpenTokens = Tokens & { past(): Promise<readonly { readonly checkId: string; readonly use: TokenUse }[]> };

export const openTokens = (deps: AppDeps): OpenTokens => ({
  async of(checkId, use) {
    const row = await readToken(deps.store, checkId, use, deps.now());
    const held = row && deps.seal.open<Held>(row.sealed, about(checkId, use));
    if (!held) return undefined;
    const { host, token, accountId, rights, ticks, keptUntil } = held;
    return { signedIn: signedInAs(deps, host, token, accountId), accountId, rights, ...defined({ ticks, keptUntil }) };
  },
  drop: (checkId, uses = ALL) => dropAll(deps, checkId, uses),
  past: async () => (await tokensPast(deps.store, deps.now())).map(({ checkId, side }) => ({ checkId, use: side })),
});

async function dropAll(deps: AppDeps, checkId: string, uses: readonly TokenUse[]): Promise<readonly DroppedToken[]> {
  const gone: DroppedToken[] = [];
  for (const use of uses) {
    const row = await dropToken(deps.store, checkId, use);
    if (row) gone.push({ use, ...(await endThere(deps, row)) });
  }
  return gone;
}

/** Whether it could be given back: another check may still work with the very same token. */
async function endThere(deps: AppDeps, row: Dropped): Promise<Omit<DroppedToken, "use">> {
  const held = deps.seal.open<Held>(row.sealed, about(row.checkId, row.side));
  if (!held) return { host: "", revoked: false };
  return { host: held.host, revoked: row.last && (await giveBack(deps, held.giveBack, held.token)) };
}

/**
 * One that is not kept goes back at once. Where a check holds the very same, or would lose its own with it, the last of them
 * gives it back.
 */
export async function giveBackUnkept(deps: AppDeps, unkept: Shared): Promise<void> {
  if (await isUnheld(deps.store, digestOf(deps, unkept))) await giveBack(deps, unkept.giveBack, unkept.token);
}

/** A server that does not answer keeps the token; our copy is gone all the same. */
export async function giveBack(
  { gate }: AppDeps,
  way: GiveBack | undefined,
  token: Granted["token"],
): Promise<boolean> {
  return way ? revoke(gate, way.places, way.client, token).catch(() => false) : false;
}
