type Setting = "aliases" | "move";

/** Where software lets its people name a former address and start a move, by the name it publishes. */
const PATHS: Readonly<Record<string, Readonly<Record<Setting, string>>>> = {
  ...forEach(["mastodon", "hometown", "glitchsoc"], { aliases: "/settings/aliases", move: "/settings/migration" }),
  ...forEach(["misskey", "sharkey", "firefish", "iceshrimp"], {
    aliases: "/settings/migration",
    move: "/settings/migration",
  }),
  gotosocial: { aliases: "/settings/user/migration", move: "/settings/user/migration" },
};

function forEach<Value>(names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** None where the place is not known: a wrong one would end at a page that does not exist. */
export function settingsUrl(setting: Setting, host: string, software: string | undefined): string | null {
  const path = PATHS[software?.toLowerCase() ?? ""]?.[setting];
  return path ? `https://${host}${path}` : null;
}
