/** An account as Mastodon 4.6 serves it. Remote ones carry their domain in `acct`. */
export const account = (user: string, over: Readonly<Record<string, unknown>> = {}) => ({
  id: `id-${user}`,
  username: user,
  acct: user,
  display_name: user.toUpperCase(),
  locked: false,
  bot: false,
  discoverable: null,
  indexable: false,
  group: false,
  created_at: "2022-11-01T00:00:00.000Z",
  note: '<p>I grow <a href="https://garden.example/">tomatoes</a> &amp; beans</p>',
  url: `https://old.example/@${user}`,
  uri: `https://old.example/users/${user}`,
  avatar: "https://old.example/avatars/original/missing.png",
  header: "https://old.example/headers/original/missing.png",
  followers_count: 2,
  following_count: 0,
  statuses_count: 3,
  last_status_at: "2026-08-01",
  hide_collections: null,
  noindex: false,
  emojis: [],
  roles: [],
  fields: [{ name: "home", value: "earth", verified_at: null }],
  ...over,
});

export const NOT_FOUND = { status: 404, body: { error: "Record not found" } };
export const NEEDS_LOGIN = { status: 401, body: { error: "This method requires an authenticated user" } };
/** A block list for members, or for nobody. */
export const HIDDEN_LIST = { status: 404, body: "", headers: { "content-type": "text/html" } };

export const nextPage = (url: string, maxId: string) => ({
  link: `<${url}&max_id=${maxId}>; rel="next", <${url}&since_id=9>; rel="prev"`,
});
