/** So many are looked at; nobody follows more people than this, and Mastodon imports no longer file. */
export const MOST_FOLLOWED = 20_000;
/** Of their servers, those with most of them. */
export const MOST_FOLLOWED_SERVERS = 1_000;
