import type { Side } from "#lib/domain/evidence/side.ts";
import type { Tick, TokenUse } from "#lib/domain/ports/tokens.ts";
import { closesAfterMove } from "#lib/software/abilities.ts";
import type { SignInWay } from "#lib/software/define.ts";
import { signInWayOf } from "#lib/software/sign-in-way.ts";

/** Why nobody is sent to a server to sign in. */
export type NoWay = "unknown-software" | "unsafe-tokens" | "closed-after-move" | "no-account" | "account-closed";
export type Way = SignInWay & { readonly software: string; readonly version: string };

/** How the owner of an account signs in on its server. Everything that would only end on a page there is told before. */
export function wayTo({ software, account, acct }: Pick<Side, "software" | "account" | "acct">): Way | NoWay {
  if (acct === undefined) return "no-account";
  if (!software.known) return "unknown-software";
  const { name, version } = software.value;
  const way = signInWayOf(software.value);
  if (typeof way === "string") return way;
  if (account.known && account.value.suspended) return "account-closed";
  const moved = account.known && Boolean(account.value.movedTo);
  if (moved && closesAfterMove(software.value)) return "closed-after-move";
  return { ...way, software: name.toLowerCase(), version };
}

/** Where apps may not let anybody in, their owners do it by hand. */
export function wayFor(side: Parameters<typeof wayTo>[0], use: TokenUse): Way | NoWay | "by-hand-alone" {
  const way = wayTo(side);
  return typeof way !== "string" && use === "let-in" && way.letsIn === undefined ? "by-hand-alone" : way;
}

/** `look`: for a follower, who is asked for less than the owner of an account that moves. */
export type AppUse = TokenUse | "look";

/** What takes more rights. */
export const MORE = ["people", "blocks"] as const satisfies readonly Tick[];

export type Wants = { readonly use: TokenUse; readonly ticks?: readonly Tick[] };

/** As few rights as do for it. A server that lists its rights is asked for none that it does not have. */
export function rightsFor(
  way: SignInWay,
  { use, ticks = [] }: Wants,
  supported?: readonly string[],
): readonly string[] {
  const more = use !== "new" ? [] : MORE.flatMap((tick) => (ticks.includes(tick) ? (way.more?.[tick] ?? []) : []));
  const wanted = [(use === "let-in" ? way.letsIn : way.reads) ?? "", ...more].join(" ").split(" ");
  return among(wanted, supported);
}

/** A follower's: what his server tells its members, and how his own follow stands. */
export const lookRights = ({ looks = "" }: SignInWay, supported?: readonly string[]): readonly string[] =>
  among(looks.split(" "), supported);

function among(wanted: readonly string[], supported: readonly string[] | undefined): readonly string[] {
  if (!supported) return wanted;
  // `profile` came with Mastodon 4.3; before, only a wider right tells whose account it is.
  const named = wanted.map((right) => (right === "profile" && !supported.includes(right) ? "read:accounts" : right));
  return [...new Set(named)].filter((right) => supported.includes(right));
}

/** What an app of ours is made for: whatever its people may be asked for later. */
export const appRights = (way: SignInWay, use: AppUse, supported?: readonly string[]): readonly string[] =>
  use === "look"
    ? lookRights(way, supported)
    : rightsFor(way, { use: use === "let-in" ? use : "new", ticks: MORE }, supported);

/** `read` holds `read:follows`: a server may answer with the narrower names of what was asked for. */
export function isWithin(granted: readonly string[], asked: readonly string[]): boolean {
  return granted.every((right) => asked.some((one) => right === one || right.startsWith(`${one}:`)));
}
