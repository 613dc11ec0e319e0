import { hash, share } from "../../make/hash.ts";
import type { Account, Server } from "../../model.ts";
import type { SoftwareName } from "../names.ts";
import { idOn, shortIdOn } from "./accounts.ts";

/** Where an account's actor document lives: its identity between servers. */
export const uriOf = (account: Account): string =>
  `https://${account.server.web}${ACTOR_PATH[account.server.software](account)}`;

/** The page people see. */
export const pageOf = (account: Account): string =>
  `https://${account.server.web}${PAGE_PATH[account.server.software](account)}`;

/** The key of an account in the network behind a bridge. */
export const didOf = ({ user, server }: Account): string =>
  `did:plc:${hash(`${user}@${server.host}`).toString(36).padStart(8, "a")}${hash(`did ${user}`).toString(36).padStart(8, "a")}`;

type Path = (account: Account) => string;
const users: Path = ({ user }) => `/users/${user}`;
const at: Path = ({ user }) => `/@${user}`;

/** By number where the server gives numbers, unless somebody was there before it did. */
function isNumbered({ user, about, server: { host, settings } }: Account): boolean {
  if (!settings.numericIds) return false;
  if (about?.knownAs) return true;
  return settings.fromBefore === 0 || share(`before ${user}@${host}`) >= settings.fromBefore;
}

const ACTOR_PATH: Readonly<Record<SoftwareName, Path>> = {
  mastodon: (account) => (isNumbered(account) ? `/ap/users/${idOn(account.server, account)}` : users(account)),
  misskey: (account) => `/users/${shortIdOn(account.server, account)}`,
  sharkey: (account) => `/users/${shortIdOn(account.server, account)}`,
  cherrypick: (account) => `/users/${shortIdOn(account.server, account)}`,
  pleroma: users,
  akkoma: users,
  gotosocial: users,
  hollo: at,
  friendica: ({ user }) => `/profile/${user}`,
  "iceshrimp.net": users,
  lemmy: ({ user }) => `/u/${user}`,
  peertube: ({ user }) => `/accounts/${user}`,
  pixelfed: users,
  snac: ({ user }) => `/${user}`,
  wordpress: ({ user }) => `/author/${user}`,
  takahe: ({ user, server }) => `/@${user}@${server.host}/`,
  bookwyrm: ({ user }) => `/user/${user}`,
  "bridgy-fed": (account) => `/ap/${didOf(account)}`,
  ghost: ({ user }) => `/.ghost/activitypub/users/${user}`,
  "unheard-of": ({ user }) => `/actors/${user}`,
};

const PAGE_PATH: Readonly<Record<SoftwareName, Path>> = {
  ...ACTOR_PATH,
  mastodon: at,
  misskey: at,
  sharkey: at,
  cherrypick: at,
  gotosocial: at,
};

export const siteOf = (server: Server): string => `https://${server.web}`;
