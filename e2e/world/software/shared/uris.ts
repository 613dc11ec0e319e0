import type { Account, Server } from "../../model.ts";
import type { SoftwareName } from "../names.ts";
import { idOn } from "./accounts.ts";

/** Where an account's actor document lives: its identity between servers. */
export const uriOf = (account: Account): string =>
  `https://${account.server.web}${ACTOR_PATH[account.server.software](account)}`;

/** The page people see. */
export const pageOf = (account: Account): string =>
  `https://${account.server.web}${PAGE_PATH[account.server.software](account)}`;

type Path = (account: Account) => string;
const users: Path = ({ user }) => `/users/${user}`;
const at: Path = ({ user }) => `/@${user}`;

/** Misskey's ids say nothing about the name. */
export const shortId = (account: Account): string =>
  `a${BigInt(idOn(account.server, account)).toString(36).padStart(12, "0").slice(-12)}`;

const ACTOR_PATH: Readonly<Record<SoftwareName, Path>> = {
  mastodon: (account) =>
    account.server.settings.numericIds ? `/ap/users/${idOn(account.server, account)}` : users(account),
  misskey: (account) => `/users/${shortId(account)}`,
  sharkey: (account) => `/users/${shortId(account)}`,
  pleroma: users,
  akkoma: users,
  gotosocial: users,
  hollo: at,
  friendica: ({ user }) => `/profile/${user}`,
  lemmy: ({ user }) => `/u/${user}`,
  peertube: ({ user }) => `/accounts/${user}`,
  pixelfed: users,
  snac: ({ user }) => `/${user}`,
  wordpress: ({ user }) => `/author/${user}`,
  takahe: ({ user, server }) => `/@${user}@${server.host}/`,
  bookwyrm: ({ user }) => `/user/${user}`,
  "unheard-of": ({ user }) => `/actors/${user}`,
};

const PAGE_PATH: Readonly<Record<SoftwareName, Path>> = {
  ...ACTOR_PATH,
  mastodon: at,
  misskey: at,
  sharkey: at,
  gotosocial: at,
};

export const siteOf = (server: Server): string => `https://${server.web}`;
