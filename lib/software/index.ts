import { akkoma } from "./akkoma.ts";
import { bookwyrm } from "./bookwyrm.ts";
import { bridgyFed } from "./bridgy-fed.ts";
import { castopod } from "./castopod.ts";
import type { Paths, SoftwareFacts } from "./define.ts";
import { flipboard } from "./flipboard.ts";
import { foundkey } from "./foundkey.ts";
import { friendica } from "./friendica.ts";
import { funkwhale } from "./funkwhale.ts";
import { ghost } from "./ghost.ts";
import { gnusocial } from "./gnusocial.ts";
import { gotosocial } from "./gotosocial.ts";
import { hollo } from "./hollo.ts";
import { hubzilla } from "./hubzilla.ts";
import { iceshrimpNet } from "./iceshrimp-net.ts";
import { lemmy } from "./lemmy.ts";
import { loops } from "./loops.ts";
import { mastodon } from "./mastodon.ts";
import { mbin } from "./mbin.ts";
import { misskey } from "./misskey.ts";
import { mitra } from "./mitra.ts";
import { mobilizon } from "./mobilizon.ts";
import { nodebb } from "./nodebb.ts";
import { owncast } from "./owncast.ts";
import { peertube } from "./peertube.ts";
import { piefed } from "./piefed.ts";
import { pixelfed } from "./pixelfed.ts";
import { pleroma } from "./pleroma.ts";
import { rebased } from "./rebased.ts";
import { snac } from "./snac.ts";
import { streams } from "./streams.ts";
import { takahe } from "./takahe.ts";
import { threads } from "./threads.ts";
import { wordpress } from "./wordpress.ts";
import { writefreely } from "./writefreely.ts";

/** All software that is known, one file each. Every table about software is derived from it. */
export const CATALOGUE: readonly SoftwareFacts[] = [
  akkoma,
  bookwyrm,
  bridgyFed,
  castopod,
  flipboard,
  foundkey,
  friendica,
  funkwhale,
  ghost,
  gnusocial,
  gotosocial,
  hollo,
  hubzilla,
  iceshrimpNet,
  lemmy,
  loops,
  mastodon,
  mbin,
  misskey,
  mitra,
  mobilizon,
  nodebb,
  owncast,
  peertube,
  piefed,
  pixelfed,
  pleroma,
  rebased,
  snac,
  streams,
  takahe,
  threads,
  wordpress,
  writefreely,
];

const BY_NAME = new Map(CATALOGUE.flatMap((facts) => Object.keys(facts.names).map((name) => [name, facts] as const)));

/** By the name that NodeInfo gives, in any case. Undefined: nobody here knows it. */
export const factsOf = (name: string | undefined): SoftwareFacts | undefined => BY_NAME.get(name?.toLowerCase() ?? "");

/** As its makers write it. A name that is not known is a stranger's text and stays as it is. */
export const softwareName = (name: string): string => factsOf(name)?.names[name.toLowerCase()] ?? name;

/** A page of a server, by its kind, or how a feed ends. */
export const pathOf = <Kind extends keyof Paths>(kind: Kind, name: string | undefined): Paths[Kind] | undefined =>
  factsOf(name)?.paths[kind];

/** Pages without a place for anything in them. */
export type PageKind = "followRequests" | "aliases" | "move" | SettingsPage;
type SettingsPage = "signUp" | "profile" | "approve" | "exports" | "imports" | "severed";

/** The way to it through menus, or a command, where it has no page of its own. */
export const wayTo = (kind: PageKind, name: string | undefined): string | undefined => factsOf(name)?.ways?.[kind];

/** None where the place is not known, or where an app alone has it. */
export function pageUrl(kind: PageKind, host: string, name: string | undefined): string | null {
  const path = pathOf(kind, name);
  return path ? `https://${host}${path}` : null;
}
