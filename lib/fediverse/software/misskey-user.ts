import { z } from "zod";
import type { Home } from "#lib/domain/evidence/person.ts";
import type { Account } from "#lib/domain/evidence/side.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import { defined } from "#lib/flow/defined.ts";
import type { AtHome, Row, Server } from "../question/adapter.ts";
import { bioOf, shortText } from "../question/free-text.ts";
import {
  LONGEST_ADDRESS,
  lenient,
  lenientAddress,
  lenientCount,
  lenientFlag,
  lenientMoment,
  lenientText,
} from "../question/lenient-fields.ts";
import { asksToolsAway } from "../question/no-bots.ts";

const Field = z.object({ name: lenientText, value: lenientText });

/** A user of Misskey's API. `host` is null for its own people, and `movedTo` a key of its own database. */
export const MisskeyUser = z.object({
  id: z.string().min(1).max(LONGEST_ADDRESS),
  username: z.string().min(1),
  host: lenient(z.string()),
  name: lenientText,
  uri: lenientAddress,
  url: lenientAddress,
  avatarUrl: lenientAddress,
  movedTo: lenient(z.string().max(LONGEST_ADDRESS).nullable()),
  createdAt: lenientMoment,
  isLocked: lenientFlag,
  isBot: lenientFlag,
  isSuspended: lenientFlag,
  noCrawle: lenientFlag,
  description: lenientText,
  fields: lenient(z.array(Field)),
  followersCount: lenientCount,
  followersVisibility: lenientText,
  ffVisibility: lenientText,
});
export type MisskeyUser = z.infer<typeof MisskeyUser>;

const acctOf = ({ username, host }: MisskeyUser, server: Server) =>
  readAcct(`${username}@${host ?? server.host}`, server.host);
/** Its own people have no address in the answer; it is made of their key. For others it leads on to them. */
const addressOf = (id: string, { webHost }: Server) => `https://${webHost}/users/${id}`;
const uriOf = (user: MisskeyUser, server: Server) => user.uri ?? (user.host ? undefined : addressOf(user.id, server));

const textsOf = ({ description, fields }: MisskeyUser) => [
  description,
  ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
];

export function toAccount(user: MisskeyUser, server: Server): Account | null {
  const acct = acctOf(user, server);
  if (!acct) return null;
  const visibility = user.followersVisibility ?? user.ffVisibility;
  return {
    acct,
    ...defined({
      id: user.id,
      uri: uriOf(user, server),
      url: user.url ?? `https://${server.webHost}/@${user.username}`,
      display: shortText(user.name),
      avatar: user.avatarUrl,
      followers: user.followersCount,
      locked: user.isLocked,
      bot: user.isBot,
      suspended: user.isSuspended,
      hidesLists: visibility === undefined ? undefined : visibility !== "public",
      createdAt: user.createdAt,
      noindex: user.noCrawle,
      about: bioOf(textsOf(user)),
    }),
    // A key says that there is a new account and not which: the actor does.
    ...(user.movedTo === null ? { movedTo: null } : {}),
  };
}

export function toRow(user: MisskeyUser, server: Server): Row | null {
  const acct = acctOf(user, server);
  if (!acct) return null;
  return {
    acct,
    ...defined({
      uri: uriOf(user, server),
      display: shortText(user.name),
      suspended: user.isSuspended,
      bot: user.isBot,
      locked: user.isLocked,
      nobot: asksToolsAway(textsOf(user)),
    }),
    ...(user.movedTo === undefined ? {} : { moved: movedOf(user, server) }),
  };
}

export function toHome(user: MisskeyUser, server: Server): Home {
  if (user.isSuspended) return { state: "suspended" };
  const movedTo = movedOf(user, server);
  return movedTo ? { state: "moved", movedTo } : { state: "alive" };
}

/** Of its own people alone. */
export function toAtHome(user: MisskeyUser, server: Server): AtHome | null {
  const acct = user.host ? null : acctOf(user, server);
  return acct === null ? null : { key: user.id, acct, home: toHome(user, server) };
}

const movedOf = ({ movedTo }: MisskeyUser, server: Server) => (movedTo ? addressOf(movedTo, server) : null);
