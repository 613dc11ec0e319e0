/** A user as Misskey 2024.10 packs it in detail; its own people have neither host nor address. */
export const user = (username: string, over: Readonly<Record<string, unknown>> = {}) => ({
  id: `a1b2c3${username}`,
  name: null,
  username,
  host: null,
  avatarUrl: `https://mk.example/identicon/${username}@mk.example`,
  isBot: false,
  isCat: false,
  emojis: {},
  onlineStatus: "unknown",
  url: null,
  uri: null,
  movedTo: null,
  alsoKnownAs: null,
  createdAt: "2026-11-20T22:04:13.388Z",
  isLocked: false,
  isSilenced: false,
  isSuspended: false,
  description: null,
  fields: [],
  followersCount: 0,
  followingCount: 1,
  notesCount: 0,
  followersVisibility: "public",
  followingVisibility: "public",
  roles: [],
  ...over,
});

export const follow = (id: string, follower: unknown) => ({
  id,
  createdAt: "2026-11-20T22:05:57.192Z",
  followeeId: "a1b2c3ada",
  followerId: "x",
  follower,
});

export const instanceRow = (host: string, over: Readonly<Record<string, unknown>> = {}) => ({
  id: "att3ecy494ti0003",
  firstRetrievedAt: "2026-11-20T22:05:56.620Z",
  host,
  usersCount: 2,
  followingCount: 0,
  followersCount: 3,
  isNotResponding: false,
  isSuspended: false,
  suspensionState: "none",
  isBlocked: false,
  softwareName: "mastodon",
  softwareVersion: "4.6.5",
  openRegistrations: false,
  isSilenced: false,
  isMediaSilenced: false,
  moderationNote: null,
  ...over,
});

/** The status beside a code differs from fork to fork. */
export const refusal = (code: string, status = 400) => ({
  status,
  body: { error: { message: "No.", code, id: "4362f8dc-731f-4ad8-a694-be5a88922a24", kind: "client" } },
});
