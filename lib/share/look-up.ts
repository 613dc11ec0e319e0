import type { LookupAnswer } from "#lib/contract/share.ts";
import type { Host } from "#lib/domain/evidence/evidence.ts";
import type { Gap } from "#lib/domain/evidence/fact.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { type HandleError, parseHandle } from "#lib/domain/names/handle.ts";
import { type HostError, parseHost } from "#lib/domain/names/host.ts";
import { defined } from "#lib/flow/defined.ts";
import { pathOf } from "#lib/software/index.ts";
import type { ShareDeps } from "./deps.ts";
import { type FollowFrom, followLink } from "./follow-link.ts";
import { askOwnServer, type Pair } from "./own-server.ts";
import { publicVerdict } from "./public-verdict.ts";

/** A code of what is wrong with the address; pages have the words. */
export type LookedUp =
  | { readonly ok: true; readonly answer: LookupAnswer }
  | { readonly ok: false; readonly code: string };

type Deps = Pick<ShareDeps, "gate" | "memory" | "now" | "sameSite">;

/** `back`: the page that is asked from. */
export async function lookUp(deps: Deps, address: string, pair: Pair, back?: string): Promise<LookedUp> {
  const typed = readAddress(address);
  if ("code" in typed) return { ok: false, code: typed.code };
  const found = await askOwnServer(deps, typed.host, typed.user, pair);
  const verdict = publicVerdict(found.server, pair.new, typed.host);
  const software = found.server.software.known ? found.server.software.value.name : undefined;
  const host = hostOf(found);
  // A button that must fail is not offered.
  const byButton = verdict.reach !== "blocked" && !host;
  const follow = byButton
    ? followLink(fromOf(typed.host, found, deps), { ...pair.new, ...defined({ back }) })
    : byHand(software);
  return { ok: true, answer: { server: typed.host, ...verdict, ...defined({ host }), follow } };
}

/** Both places where every server of the fediverse can be asked: neither is there, or both say "gone for good". */
function hostOf({ server, finger }: OwnServerAnswer): LookupAnswer["host"] {
  const { software } = server;
  if (software.known || finger.known) return undefined;
  if (software.source?.status === 410 && finger.source?.status === 410) return "closed";
  return NO_SIGN.has(software.gap) ? "no-server" : undefined;
}
const NO_SIGN: ReadonlySet<Gap> = new Set<Gap>(["not-offered", "bad-answer"]);

type OwnServerAnswer = Awaited<ReturnType<typeof askOwnServer>>;

function fromOf(host: Host, { server, finger, webHost }: OwnServerAnswer, { sameSite }: Deps): FollowFrom {
  const { templates = [], subject } = finger.known ? finger.value : {};
  const software = server.software.known ? server.software.value.name : undefined;
  const path = pathOf("follow", software);
  return {
    host,
    webHost,
    templates,
    ...(subject ? { subjectHost: serverOf(subject) } : {}),
    ...defined({ software, path }),
    ...defined({ sameSite }),
  };
}

const byHand = (software: string | undefined): LookupAnswer["follow"] => ({
  kind: "manual",
  ...defined({ software }),
});

type Typed = { readonly host: Host; readonly user: string | null } | { readonly code: string };

/** A server alone is enough; of a handle, only its server is ever remembered. */
function readAddress(address: string): Typed {
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
