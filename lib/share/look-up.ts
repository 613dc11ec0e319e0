import type { LookupAnswer } from "#lib/contract/share.ts";
import type { Gap } from "#lib/domain/evidence/fact.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { type HandleError, parseHandle } from "#lib/domain/names/handle.ts";
import { type HostError, parseHost } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { type FollowWay, followWayOf } from "#lib/software/follow-way.ts";
import { lookRightsOf, lookWayOf } from "#lib/software/sign-in-way.ts";
import type { ShareDeps } from "./deps.ts";
import { type FollowFrom, followLink } from "./follow-link.ts";
import { askOwnServer, type OwnServerAnswer, type Pair } from "./own-server.ts";
import { publicVerdict } from "./public-verdict.ts";

/** A code of what is wrong with the address; pages have the words. */
export type LookedUp =
  | { readonly ok: true; readonly answer: LookupAnswer }
  | { readonly ok: false; readonly code: string };

type Deps = Pick<ShareDeps, "gate" | "memory" | "now" | "sameSite">;
type SameSite = Pick<ShareDeps, "sameSite">;

export type AskedFrom = {
  /** The page that is asked from. */
  readonly back?: string;
  /** Whether somebody of that server may be offered to sign in there. */
  readonly looks?: boolean;
};

export async function lookUp(deps: Deps, address: string, pair: Pair, from: AskedFrom = {}): Promise<LookedUp> {
  const typed = readAddress(address);
  if ("code" in typed) return { ok: false, code: typed.code };
  const found = await askOwnServer(deps, typed.host, typed.user, pair);
  return { ok: true, answer: answerOf(deps, typed.host, found, pair, from) };
}

function answerOf(
  deps: SameSite,
  server: Host,
  found: OwnServerAnswer,
  pair: Pair,
  { back, looks = false }: AskedFrom,
): LookupAnswer {
  const verdict = publicVerdict(found.server, pair.new, server);
  const { software: runs } = found.server;
  const software = runs.known ? runs.value.name : undefined;
  const way = runs.known ? followWayOf(runs.value) : undefined;
  const host = hostOf(found);
  // A button that must fail is not offered.
  const byButton = verdict.reach !== "blocked" && !host;
  const follow = byButton
    ? followLink(fromOf(server, found, way, deps), { ...pair.new, ...defined({ back }) })
    : byHand(software);
  const look = looks ? lookOffer(found, verdict.reach) : undefined;
  if (byButton && way?.forPeople === false)
    return { server, ...verdict, reach: "unknown", followsPeople: false, follow };
  return { server, ...verdict, ...defined({ host, look }), follow };
}

/** Where nothing that the server publishes tells, and it may tell its members more. */
function lookOffer({ server, webHost }: OwnServerAnswer, reach: LookupAnswer["reach"]): LookupAnswer["look"] {
  const { software, onNew } = server;
  const way = software.known && reach === "unknown" && !onNew.known ? lookWayOf(software.value) : undefined;
  if (!way || !software.known) return undefined;
  const lists = adapterFor(software.value).signedIn?.showsBlocks === true;
  return { host: webHost, rights: [...lookRightsOf(way)], lists, revokes: way.revokes };
}

/** Both places where every server of the fediverse can be asked: neither is there or answers, or both say "gone for good". */
function hostOf({ server, finger }: OwnServerAnswer): LookupAnswer["host"] {
  const { software, life } = server;
  if (life?.known && life.value.state === "gone") return "closed";
  if (software.known || finger.known) return undefined;
  if (software.source?.status === 410 && finger.source?.status === 410) return "closed";
  if (software.gap === "unreachable") return "silent";
  return NO_SIGN.has(software.gap) ? "no-server" : undefined;
}
const NO_SIGN: ReadonlySet<Gap> = new Set<Gap>(["not-offered", "bad-answer"]);

function fromOf(
  host: Host,
  { server, finger, webHost }: OwnServerAnswer,
  way: FollowWay | undefined,
  { sameSite }: SameSite,
): FollowFrom {
  const { templates = [], subject } = finger.known ? finger.value : {};
  const software = server.software.known ? server.software.value.name : undefined;
  return {
    host,
    webHost,
    templates,
    ...(subject ? { subjectHost: serverOf(subject) } : {}),
    ...defined({ software, way }),
    ...defined({ sameSite }),
  };
}

const byHand = (software: string | undefined): LookupAnswer["follow"] => ({
  kind: "manual",
  ...defined({ software }),
});

export type Typed = { readonly host: Host; readonly user: string | null } | { readonly code: string };

/** A server alone is enough; of a handle, only its server is ever remembered. */
export function readAddress(address: string): Typed {
  const parsed = parseHandle(address);
  if (parsed.ok) return { host: parsed.handle.host, user: parsed.handle.user };
  const { error } = parsed;
  if (error.code === "bare-host") return { host: error.host, user: null };
  // A server alone is meant as often as a handle, so what is wrong with it is said in its own words.
  const host = parseHost(address);
  const isName = host.ok || !NO_SERVERS.includes(host.why);
  return { code: isName ? codeOf(error) : `host-${host.why}` };
}

const NO_SERVERS: readonly HostError[] = ["address", "local", "port"];

function codeOf(error: HandleError): string {
  if (error.code === "host") return `host-${error.why}`;
  return error.code === "other-network" ? `network-${error.network}` : error.code;
}
