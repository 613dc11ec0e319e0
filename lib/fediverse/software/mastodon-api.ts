import { z } from "zod";
import type { Instance } from "#lib/domain/evidence/server.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import { defined } from "#lib/flow/defined.ts";
import { byLink, FULL_PAGE } from "../follower-list/paging.ts";
import type {
  Adapter,
  Meant,
  OfAccount,
  OfRemote,
  PagedQuestion,
  Question,
  RowPage,
  Server,
} from "../question/adapter.ts";
import { field } from "../question/ask.ts";
import {
  lenient,
  lenientAddress,
  lenientCount,
  lenientFlag,
  lenientWords,
  rowsOf,
  says,
  silent,
} from "../question/lenient-fields.ts";
import { hosts } from "./host-list.ts";
import { type Dialect, MastodonAccount, toAccount, toHome, toRow, toSight } from "./mastodon-account.ts";

// Mastodon's client API is spoken by many softwares; each adapter takes the questions that its software answers.

const lookup = (acct: string) => `/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`;

/** 404 is an answer only in the API's own words: a page of somebody's proxy knows nothing about accounts. */
const absent =
  <T>(means: Meant<T>) =>
  (body: unknown): Meant<T> =>
    typeof field(body, "error") === "string" ? means : silent("not-offered");

const accountAs = <T>(read: (entity: MastodonAccount) => T | null) =>
  MastodonAccount.transform((entity): Meant<T> => {
    const value = read(entity);
    return value === null ? silent("bad-answer") : says(value);
  });

export const accountByLookup = (dialect: Dialect): NonNullable<Adapter["account"]> => ({
  path: ({ user }) => lookup(user),
  reads: (server) => accountAs((entity) => toAccount(entity, server, dialect)),
  statusMeans: { 404: absent(silent("never-met")) },
});

export const homeByLookup: NonNullable<Adapter["home"]> = {
  path: ({ user }) => lookup(user),
  reads: (server) => accountAs((entity) => toHome(entity, server)),
  statusMeans: { 404: absent(says({ state: "deleted" })) },
};

/** The number in a new account's address is its key in the API (4.5 and newer). Seen without login from 4.3 on. */
export const accountsByKey: NonNullable<Adapter["atHome"]> = {
  keyIn: /^\/ap\/users\/(\d+)$/,
  most: 40,
  question: {
    path: ({ keys }) => `/api/v1/accounts?${keys.map((key) => `id[]=${encodeURIComponent(key)}`).join("&")}`,
    reads: (server) =>
      rowsOf(MastodonAccount).transform(({ rows }) =>
        says(
          rows.flatMap((entity) => {
            const acct = entity.acct.includes("@") ? null : readAcct(entity.acct, server.host);
            return acct ? [{ key: entity.id, acct, home: toHome(entity, server) }] : [];
          }),
        ),
      ),
  },
};

/** From the database alone: nothing is fetched or refreshed there because we asked. */
export const sightByLookup = (dialect: Dialect): NonNullable<Adapter["sight"]> => ({
  path: ({ acct }) => lookup(acct),
  reads: (server) => accountAs((entity) => toSight(entity, server, dialect)),
  statusMeans: { 404: absent(says({ seen: "absent" })) },
});

type Listed = OfAccount | OfRemote;
const listById = <Of extends Listed>(
  what: "followers" | "following",
  dialect: Dialect,
  limit: number,
): PagedQuestion<Of> => ({
  path: ({ id = "", at, above }) =>
    `/api/v1/accounts/${encodeURIComponent(id)}/${what}?limit=${limit}${bound("max_id", at)}${bound("since_id", above)}`,
  size: "list",
  reads: (server) => rowsOf(MastodonAccount).transform(({ raw, rows }) => says(toPage(raw, rows, server, dialect))),
  next: byLink(limit),
});

const bound = (name: string, place: string | null | undefined) =>
  place === null || place === undefined ? "" : `&${name}=${encodeURIComponent(place)}`;

export const followersById = (dialect: Dialect, limit = FULL_PAGE) => listById<OfAccount>("followers", dialect, limit);
export const followingById = (dialect: Dialect, limit = FULL_PAGE) => listById<OfAccount>("following", dialect, limit);
export const viewById = (dialect: Dialect, limit = FULL_PAGE) => listById<OfRemote>("followers", dialect, limit);

const toPage = (raw: number, entities: readonly MastodonAccount[], server: Server, dialect: Dialect): RowPage => ({
  raw,
  rows: entities.flatMap((entity) => toRow(entity, server, dialect) ?? []),
});

/** An empty list is a hidden one: a server that knows nobody has no followers to ask about either. */
export const peers: NonNullable<Adapter["peers"]> = {
  path: () => "/api/v1/instance/peers",
  size: "list",
  reads: () => hosts.transform((list) => (list.length > 0 ? says(list, true) : silent("hidden-by-server"))),
  statusMeans: { 404: silent("hidden-by-server") },
};

export const peerSearch: NonNullable<Adapter["peerSearch"]> = {
  path: ({ about }) => `/api/v1/peers/search?q=${encodeURIComponent(about)}`,
  reads: () => hosts.transform((list) => says(list)),
};

const Contact = z.object({ email: lenientAddress, account: lenient(z.object({ acct: z.string() })) });
const Statuses = z.object({ max_characters: lenientCount, characters_reserved_per_url: lenientCount });
const InstanceV2 = z.object({
  domain: z.string(),
  languages: lenientWords,
  contact: lenient(Contact),
  configuration: lenient(z.object({ statuses: lenient(Statuses), limited_federation: lenientFlag })),
  registrations: lenient(z.object({ enabled: z.boolean(), approval_required: lenientFlag })),
});

export const instanceV2: Question<Server, Instance> = {
  path: () => "/api/v2/instance",
  reads: (server) => InstanceV2.transform((body) => says(readV2(body, server))),
};

function readV2({ languages, contact, configuration, registrations }: z.infer<typeof InstanceV2>, server: Server) {
  return defined({
    limitedFederation: configuration?.limited_federation,
    contactEmail: contact?.email || undefined,
    contactAcct: readAcct(contact?.account?.acct ?? "", server.host),
    maxCharacters: configuration?.statuses?.max_characters,
    charactersPerUrl: configuration?.statuses?.characters_reserved_per_url,
    languages,
    signUp: registrations && signUp(registrations.enabled, registrations.approval_required),
  });
}

const InstanceV1 = z.object({
  uri: z.string(),
  email: lenientAddress,
  contact_account: lenient(z.object({ acct: z.string() })),
  languages: lenientWords,
  max_toot_chars: lenientCount,
  configuration: lenient(z.object({ statuses: lenient(Statuses) })),
  registrations: lenientFlag,
  approval_required: lenientFlag,
});

export const instanceV1: Question<Server, Instance> = {
  path: () => "/api/v1/instance",
  reads: (server) => InstanceV1.transform((body) => says(readV1(body, server))),
};

function readV1(body: z.infer<typeof InstanceV1>, server: Server): Instance {
  const { statuses } = body.configuration ?? {};
  return defined({
    contactEmail: body.email || undefined,
    contactAcct: readAcct(body.contact_account?.acct ?? "", server.host),
    maxCharacters: statuses?.max_characters ?? body.max_toot_chars,
    charactersPerUrl: statuses?.characters_reserved_per_url,
    languages: body.languages,
    signUp: body.registrations === undefined ? undefined : signUp(body.registrations, body.approval_required),
  });
}

const signUp = (enabled: boolean, approval: boolean | undefined): NonNullable<Instance["signUp"]> =>
  enabled ? (approval ? "approval" : "open") : "closed";
