/** A block list that admins share, as a file that anybody may read. */
export type SharedList = {
  readonly id: string;
  readonly host: string;
  readonly url: string;
};

/**
 * Lists made or checked by people, with an address that stays. They are read whole, so that nobody is told which
 * server somebody wants to know about. Pages have a name for each.
 */
export const SHARED_LISTS: readonly SharedList[] = [
  {
    id: "iftas-dni",
    host: "about.iftas.org",
    url: "https://about.iftas.org/wp-content/uploads/2025/10/iftas-dni-latest.csv",
  },
  {
    id: "iftas-aud",
    host: "about.iftas.org",
    url: "https://about.iftas.org/wp-content/uploads/2025/10/iftas-abandoned-unmanaged-latest.csv",
  },
  {
    id: "iftas-cariad",
    host: "about.iftas.org",
    url: "https://about.iftas.org/wp-content/uploads/2026/06/iftas-cariad-latest.csv",
  },
  {
    id: "oliphant-tier0",
    host: "codeberg.org",
    url: "https://codeberg.org/oliphant/blocklists/raw/branch/main/blocklists/mastodon/_unified_tier0_blocklist.csv",
  },
];
