import type { Acct } from "#lib/domain/names/spellings.ts";

/** What the mover's messages are about. */
export type Mover = {
  /** Written without a leading @, so that no post mentions the account that nobody reads any more. */
  readonly old: Acct;
  readonly new: Acct;
  /** The new profile's page. */
  readonly newUrl: string;
  /** The page for followers, once the mover has made one. */
  readonly link?: string;
  /** A feed of the new account, where its software has one. */
  readonly feed?: string;
};

/** Where a reader goes who cannot tap a name. */
export const linkOf = ({ link, newUrl }: Mover): string => link ?? newUrl;

export const isSameAcct = (one: Acct | undefined, other: Acct): boolean =>
  one !== undefined && one.replace(/^@/, "").toLowerCase() === other.toLowerCase();
