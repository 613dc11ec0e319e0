const rows = (path: string, softwares: string): readonly (readonly [string, string])[] =>
  softwares.split(" ").map((software) => [software, path]);

/**
 * Where a software confirms a follow, below its web host, for servers whose WebFinger does not say so. GoToSocial,
 * Hollo, Pixelfed and Ghost have no such page: there, only the app's own search leads to a follow.
 */
const PATHS: ReadonlyMap<string, string> = new Map([
  ...rows("/authorize_interaction?uri={uri}", "mastodon hometown friendica mitra"),
  ...rows(
    "/authorize-follow?acct={uri}",
    "misskey sharkey firefish calckey foundkey cherrypick catodon iceshrimp iceshrimp.net",
  ),
  ...rows("/ostatus_subscribe?acct={uri}", "pleroma akkoma"),
  ...rows("/intents/follow?object={object}", "loops"),
  ...rows("/remote-interaction?uri={uri}", "peertube"),
]);

export const followPath = (software: string): string | undefined => PATHS.get(software.toLowerCase());
