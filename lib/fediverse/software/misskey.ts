import { z } from "zod";
import type { Sight } from "#lib/domain/evidence/answers.ts";
import type { Instance } from "#lib/domain/evidence/server.ts";
import type { Pass, Stance } from "#lib/domain/evidence/stance.ts";
import { defined } from "#lib/flow/defined.ts";
import { byLastId } from "../follower-list/paging.ts";
import type {
  Accepted,
  Adapter,
  Meant,
  OfAccount,
  OfRemote,
  OwnQuestions,
  PagedQuestion,
  Question,
  Relation,
  Server,
  SignedInQuestions,
} from "../question/adapter.ts";
import {
  lenientAddress,
  lenientCount,
  lenientFlag,
  lenientText,
  lenientWords,
  rowsOf,
  says,
  silent,
} from "../question/lenient-fields.ts";
import { MisskeyUser, toAccount, toAtHome, toHome, toRow } from "./misskey-user.ts";

const PAGE = 100;

/** Errors carry a code of their own; the statuses beside them differ from fork to fork. */
const CODES = {
  FORBIDDEN: silent("hidden-by-server"),
  CREDENTIAL_REQUIRED: silent("needs-login"),
  ROLE_PERMISSION_DENIED: silent("needs-login"),
  PERMISSION_DENIED: silent("needs-login"),
  RATE_LIMIT_EXCEEDED: silent("over-budget"),
  NO_SUCH_USER: silent("never-met"),
  UNKNOWN_API_ENDPOINT: silent("not-offered"),
  NO_SUCH_ENDPOINT: silent("not-offered"),
} as const;

const userAs = <T>(read: (user: MisskeyUser) => T | null) =>
  MisskeyUser.transform((user): Meant<T> => {
    const value = read(user);
    return value === null ? silent("bad-answer") : says(value);
  });

/** Only ever for the server's own people: asking for others by name makes it fetch them, and may start a migration. */
const show = { path: () => "/api/users/show", body: ({ user }: OfAccount) => ({ username: user, host: null }) };

const account: NonNullable<Adapter["account"]> = {
  ...show,
  reads: (server) => userAs((user) => toAccount(user, server)),
  codeMeans: CODES,
};

const home: NonNullable<Adapter["home"]> = {
  ...show,
  reads: (server) => userAs((user) => toHome(user, server)),
  codeMeans: { ...CODES, NO_SUCH_USER: says({ state: "deleted" }) },
};

/** Whom a row is about, by the field it stands in. A row is a follow, and pages go by the follow's own key. */
const listOf = <Of extends OfAccount | OfRemote>(
  what: "followers" | "following",
  named: (of: Of) => Readonly<Record<string, unknown>>,
): PagedQuestion<Of> => ({
  path: () => `/api/users/${what}`,
  body: (of) => ({ ...named(of), limit: PAGE, ...defined({ untilId: of.at }) }),
  size: "list",
  reads: (server) =>
    rowsOf(z.object({ [PERSON[what]]: MisskeyUser })).transform(({ raw, rows }) =>
      says({ raw, rows: rows.flatMap((row) => toRow(row[PERSON[what]] as MisskeyUser, server) ?? []) }),
    ),
  codeMeans: CODES,
  next: byLastId(PAGE),
});
const PERSON = { followers: "follower", following: "followee" } as const;

type SignedIn = NonNullable<Adapter["signedIn"]>;

/** A request names who asked in the field that a follow has as well. */
const requests: NonNullable<SignedIn["requests"]> = {
  path: () => "/api/following/requests/list",
  body: ({ at }) => ({ limit: PAGE, ...defined({ untilId: at }) }),
  size: "list",
  reads: (server) =>
    rowsOf(z.object({ follower: MisskeyUser })).transform(({ raw, rows }) =>
      says({
        raw,
        rows: rows.flatMap(({ follower }) => {
          const row = toRow(follower, server);
          return row ? { ...row, key: follower.id } : [];
        }),
      }),
    ),
  codeMeans: CODES,
  next: byLastId(PAGE),
};

/** By the key of who asked. It answers with nothing, or says that there is no such request. */
const accept: NonNullable<SignedIn["accept"]> = {
  path: () => "/api/following/requests/accept",
  body: ({ key }) => ({ userId: key }),
  acts: true,
  reads: () => z.null().transform((): Meant<Accepted> => says("in")),
  statusMeans: { 204: says("in") },
  codeMeans: { ...CODES, NO_FOLLOW_REQUEST: says("gone"), NO_SUCH_USER: says("gone") },
};

/** People alone: servers can be muted by hand, which keeps nobody from following. */
const ownPeople: OwnQuestions["people"] = {
  path: () => "/api/blocking/list",
  body: ({ at }) => ({ limit: PAGE, ...defined({ untilId: at }) }),
  size: "list",
  reads: (server) =>
    rowsOf(z.object({ blockee: MisskeyUser })).transform(({ raw, rows }) =>
      says({ raw, rows: rows.flatMap(({ blockee }) => toRow(blockee, server) ?? []) }),
    ),
  codeMeans: CODES,
  next: byLastId(PAGE),
};

const byId = ({ id }: OfAccount) => ({ userId: id });
/** By name it reads its database and fetches nothing. Its own people have no host there: with one it knows nobody. */
const byName = ({ user, home, host, webHost }: OfRemote) => ({
  username: user,
  host: home === host || home === webHost ? null : home,
});

/** Nothing is fetched for keys of its own database, and those of other servers are not in it. */
const atHome: NonNullable<Adapter["atHome"]> = {
  keyIn: /^\/users\/([0-9a-z]+)$/i,
  most: 100,
  question: {
    path: () => "/api/users/show",
    body: ({ keys }) => ({ userIds: keys }),
    reads: (server) =>
      rowsOf(MisskeyUser).transform(({ rows }) => says(rows.flatMap((user) => toAtHome(user, server) ?? []))),
    codeMeans: CODES,
  },
};

type SignedInQuestion<Name extends keyof SignedInQuestions> = NonNullable<SignedInQuestions[Name]>;

/** By address: what its own search does. Since 2025.1 it tells why it finds nobody; a host that it shuts out is one reason. */
const finds: SignedInQuestion<"finds"> = {
  path: () => "/api/ap/show",
  body: ({ uri }) => ({ uri }),
  reads: () =>
    z
      .object({ type: z.literal("User"), object: MisskeyUser })
      .transform(({ object: { id } }): Meant<Sight> => says({ seen: "known", id })),
  codeMeans: {
    ...CODES,
    FEDERATION_NOT_ALLOWED: says({ seen: "absent" }),
    NO_SUCH_OBJECT: silent("never-met"),
    REQUEST_FAILED: silent("unreachable"),
  },
};

/** Whether he blocks or mutes somebody, or is blocked, stands in the same answer and is not read. */
const relation: SignedInQuestion<"relation"> = {
  path: () => "/api/users/relation",
  body: ({ key }) => ({ userId: key }),
  reads: ({ key }) =>
    z
      .object({ id: z.literal(key), isFollowing: z.boolean(), hasPendingFollowRequestFromYou: lenientFlag })
      .transform(
        ({ isFollowing, hasPendingFollowRequestFromYou: asked }): Meant<Relation> =>
          says(isFollowing ? "follows" : asked ? "requested" : "none"),
      ),
  codeMeans: CODES,
};

const InstanceRow = z.object({
  isBlocked: lenientFlag,
  isSuspended: lenientFlag,
  isSilenced: lenientFlag,
  suspensionState: lenientText,
  moderationNote: lenientText,
});

/**
 * One host at a time, read on the item itself: the filter for blocked hosts answers with others on forks, and
 * leaves out hosts that were never met everywhere.
 */
const stance: NonNullable<Adapter["stance"]> = {
  path: () => "/api/federation/show-instance",
  body: ({ about }) => ({ host: about }),
  reads: ({ about }) =>
    InstanceRow.transform((item) => says(toStance(item, about), true)).or(
      z.null().transform(() => silent("never-met")),
    ),
  statusMeans: { 204: silent("never-met") },
  codeMeans: { ...CODES, NO_SUCH_INSTANCE: silent("never-met") },
};

const passOf = (shut: boolean | undefined): Pass => (shut === undefined ? "unknown" : shut ? "blocked" : "open");

function toStance(item: z.infer<typeof InstanceRow>, about: string): Stance {
  const { isBlocked, isSuspended, isSilenced, suspensionState = "none" } = item;
  // Suspended means that deliveries stopped, by hand or because the host did not answer. The inbox stays open.
  const stopped = isSuspended || suspensionState !== "none";
  const outbound = isBlocked || stopped ? "blocked" : passOf(isBlocked);
  const shut = isBlocked || stopped || isSilenced;
  return {
    inbound: passOf(isBlocked),
    outbound,
    ...(isSilenced ? { limited: true } : {}),
    basis: "list",
    ...(shut ? { match: "exact" as const, entry: about } : {}),
  };
}

const Meta = z.object({
  maintainerEmail: lenientAddress,
  maxNoteTextLength: lenientCount,
  langs: lenientWords,
  disableRegistration: lenientFlag,
  approvalRequiredForSignup: lenientFlag,
  federation: lenientText,
});

const FEDERATIONS = ["all", "specified", "none"] as const;

const instance: Question<Server, Instance> = {
  path: () => "/api/meta",
  body: () => ({ detail: false }),
  reads: () =>
    Meta.transform((meta) =>
      says(
        defined({
          contactEmail: meta.maintainerEmail || undefined,
          maxCharacters: meta.maxNoteTextLength,
          languages: meta.langs,
          signUp: signUp(meta),
          federation: FEDERATIONS.find((one) => one === meta.federation),
          limitedFederation: meta.federation === undefined ? undefined : meta.federation !== "all",
        }),
      ),
    ),
  codeMeans: CODES,
};

function signUp(meta: z.infer<typeof Meta>): Instance["signUp"] {
  if (meta.disableRegistration === undefined) return undefined;
  if (meta.disableRegistration) return "closed";
  return meta.approvalRequiredForSignup ? "approval" : "open";
}

export const misskey: Adapter = {
  id: "misskey",
  showsMoved: true,
  account,
  atHome,
  followers: listOf<OfAccount>("followers", byId),
  following: listOf<OfAccount>("following", byId),
  home,
  view: listOf<OfRemote>("followers", byName),
  viewNeverHidden: true,
  stance,
  instance,
  signedIn: {
    ...{ followers: listOf<OfAccount>("followers", byId), requests, accept, own: { people: ownPeople } },
    ...{ finds, relation },
  },
};
