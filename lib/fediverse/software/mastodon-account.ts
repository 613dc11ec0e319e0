import { z } from "zod";
import type { Sight } from "#lib/domain/evidence/answers.ts";
import type { Home } from "#lib/domain/evidence/person.ts";
import type { Account } from "#lib/domain/evidence/side.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Row, Server } from "../question/adapter.ts";
import { shortText } from "../question/free-text.ts";
import { htmlToText } from "../question/html-text.ts";
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

const id = z.union([z.string().min(1).max(LONGEST_ADDRESS), z.number().transform(String)]);
const Field = z.object({ name: lenientText, value: lenientText });
const Moved = z.object({ acct: z.string(), uri: lenientAddress, url: lenientAddress });

/** The account entity of Mastodon's API, which half a dozen softwares answer with, each in its own dialect. */
export const MastodonAccount = z.object({
  id,
  acct: z.string().min(1),
  uri: lenientAddress,
  url: lenientAddress,
  display_name: lenientText,
  note: lenientText,
  avatar: lenientAddress,
  followers_count: lenientCount,
  locked: lenientFlag,
  bot: lenientFlag,
  suspended: lenientFlag,
  limited: lenientFlag,
  memorial: lenientFlag,
  noindex: lenientFlag,
  // Null is "not hidden"; older versions leave the key out and say nothing.
  hide_collections: lenient(
    z
      .boolean()
      .nullable()
      .transform((hidden) => hidden ?? false),
  ),
  // From 4.6 on, once the admin has switched it on.
  email_subscriptions: lenientFlag,
  created_at: lenientMoment,
  last_status_at: lenientMoment,
  moved: lenient(Moved),
  fields: lenient(z.array(Field)),
  pleroma: lenient(z.object({ ap_id: lenientAddress, hide_followers: lenientFlag })),
});
export type MastodonAccount = z.infer<typeof MastodonAccount>;

export type Dialect = { readonly showsMoved: boolean };

export function toAccount(entity: MastodonAccount, server: Server, dialect: Dialect): Account | null {
  const acct = readAcct(entity.acct, server.host);
  if (!acct) return null;
  return {
    acct,
    ...defined({
      id: entity.id,
      uri: uriOf(entity),
      url: entity.url,
      display: shortText(entity.display_name),
      avatar: entity.avatar,
      followers: entity.followers_count,
      locked: entity.locked,
      bot: entity.bot,
      suspended: entity.suspended,
      memorial: entity.memorial,
      hidesLists: hidesLists(entity),
      createdAt: entity.created_at,
      lastPostAt: entity.last_status_at,
      noindex: entity.noindex,
      mailsPosts: entity.email_subscriptions,
      about: aboutOf(entity),
    }),
    ...movedField("movedTo", entity, server, dialect),
  };
}

/** Mastodon from 4.7 on shows a name that it knows to be out of date like this: then the address alone is true. */
const STALE = "@handle.invalid";

export function toRow(entity: MastodonAccount, server: Server, dialect: Dialect): Row | null {
  const acct = entity.acct.endsWith(STALE) ? null : readAcct(entity.acct, server.host);
  if (!acct && !(entity.acct.endsWith(STALE) && uriOf(entity))) return null;
  return {
    ...defined({
      acct,
      uri: uriOf(entity),
      display: shortText(entity.display_name),
      suspended: entity.suspended,
      memorial: entity.memorial,
      bot: entity.bot,
      locked: entity.locked,
      noindex: entity.noindex,
      nobot: asksToolsAway(textsOf(entity)),
      lastPostAt: entity.last_status_at,
    }),
    ...movedField("moved", entity, server, dialect),
  };
}

export const toSight = (entity: MastodonAccount, server: Server, dialect: Dialect): Sight => ({
  seen: "known",
  ...defined({
    id: entity.id,
    suspended: entity.suspended,
    limited: entity.limited,
    hidesLists: hidesLists(entity),
    followers: entity.followers_count,
  }),
  ...movedField("moved", entity, server, dialect),
});

export function toHome(entity: MastodonAccount, server: Server): Home {
  // Of a deleted account it says the same: which of the two it is, WebFinger tells.
  if (entity.suspended) return { state: "closed" };
  if (entity.memorial) return { state: "memorial" };
  const movedTo = movedOf(entity, server);
  return movedTo ? { state: "moved", movedTo } : { state: "alive" };
}

const uriOf = (entity: MastodonAccount) => entity.uri ?? entity.pleroma?.ap_id;
const hidesLists = (entity: MastodonAccount) => entity.hide_collections ?? entity.pleroma?.hide_followers;

const textsOf = ({ note, fields }: MastodonAccount) => [
  note,
  ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
];

const aboutOf = (entity: MastodonAccount): string | undefined =>
  htmlToText(
    textsOf(entity)
      .filter((text) => text)
      .join("<br>"),
  ) || undefined;

function movedOf({ moved }: MastodonAccount, server: Server): Acct | string | undefined {
  return moved ? (readAcct(moved.acct, server.host) ?? moved.uri ?? moved.url) : undefined;
}

/** Null says "not moved", and only software that would show it can say so. A suspended account shows nothing. */
function movedField<Name extends "moved" | "movedTo">(
  name: Name,
  entity: MastodonAccount,
  server: Server,
  { showsMoved }: Dialect,
): { [Key in Name]?: string | null } {
  const moved = movedOf(entity, server);
  if (!moved && (!showsMoved || entity.suspended)) return {};
  return { [name]: moved ?? null } as { [Key in Name]?: string | null }; // a computed key loses its literal type
}
