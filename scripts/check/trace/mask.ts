/**
 * Gives every person of a recording another name, the same one everywhere, so that a recording can be shared and still
 * be replayed. Names of servers, numbers and block lists stay: verdicts rest on them.
 */
export function openMask(recordings: readonly unknown[]): <T>(value: T) => T {
  const texts = recordings.flatMap(textsIn);
  // The account of a server itself bears the server's name.
  const servers = new Set(texts.flatMap((text) => URL.parse(text)?.hostname ?? []));
  const names = new Map<string, string>();
  const nameFor = (name: string): string => {
    const key = name.toLowerCase();
    if (/^\d+$/.test(key) || servers.has(key)) return name;
    const known = names.get(key) ?? `person${names.size + 1}`;
    names.set(key, known);
    return known;
  };
  // Known before anything is changed: an address of one part is recognised by the name in it.
  for (const name of [...texts.flatMap(namesInText), ...recordings.flatMap(namesInFields)]) nameFor(name);
  const known: Names = { nameFor, isName: (name) => names.has(name.toLowerCase()) };
  return <T>(value: T): T => mask(value, known) as T;
}

type Names = { nameFor(name: string): string; isName(name: string): boolean };

const NAME = String.raw`([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)`;
const HANDLE = new RegExp(
  String.raw`(?:(?<=%[0-9a-f]{2})|(?<![\p{L}\p{N}_.%-]))${NAME}(@|%40)((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+)`,
  "giu",
);
/** After these parts of an address a person is named. `/api/users/` is none of them: a call of Misskey's follows it. */
const PERSON_PATH = new RegExp(
  String.raw`((?:^|(?<!\/api)\/)(?:(?:users|user|u|profile|author)\/|@|%40))${NAME}(?=[/?#"'<>&\s]|$)`,
  "giu",
);
const ASKED_NAME = new RegExp(String.raw`([?&](?:acct|username|name)=)${NAME}(?=&|$)`, "giu");
/** An address of one part, as snac's. */
const BARE_PATH = new RegExp(
  String.raw`^(https:\/\/[^/]+\/)${NAME}((?:\/(?:followers|following|inbox|outbox))?(?:\?.*)?)$`,
  "iu",
);

const NAME_FIELDS: ReadonlySet<string> = new Set(["username", "preferredUsername", "acct"]);
const SHOWN_NAMES: ReadonlySet<string> = new Set(["display_name", "name"]);
/** Misskey's addresses end with the key of a row: where such a key was taken for a name, it is one everywhere. */
const KEYS: ReadonlySet<string> = new Set(["id", "userId", "userIds", "followerId", "followeeId", "movedTo"]);
/** What people say of themselves, and their pictures. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  ...["note", "summary", "description", "fields", "attachment", "tag", "emojis", "source", "location", "birthday"],
  ...[
    "avatar",
    "avatar_static",
    "avatar_description",
    "header",
    "header_static",
    "header_description",
    "icon",
    "image",
  ],
  ...["avatarUrl", "avatarBlurhash", "bannerUrl", "bannerBlurhash", "pinnedNotes", "pinnedNoteIds", "publicKey"],
]);
/** Who runs a server, in words of its own. */
const OPERATOR: ReadonlySet<string> = new Set(["maintainer", "maintainerName"]);
/** These words decide whether we may ask about somebody at all. */
const KEEP_AWAY = /#no(?:bot|housewarming)\b/gi;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const namesInText = (text: string): readonly string[] => [
  ...[...text.matchAll(HANDLE)].map(([, name = ""]) => name),
  ...[PERSON_PATH, ASKED_NAME].flatMap((where) => [...text.matchAll(where)].map(([, , name = ""]) => name)),
];

function namesInFields(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => (isPlainName(key, field) ? [field] : namesInFields(field)));
}

const isPlainName = (key: string, field: unknown): field is string =>
  NAME_FIELDS.has(key) && typeof field === "string" && !field.includes("@");

function mask(value: unknown, names: Names): unknown {
  if (typeof value === "string") return maskText(value, names);
  if (Array.isArray(value)) return value.map((item) => mask(item, names));
  if (typeof value !== "object" || value === null) return value;
  const isPerson = "username" in value || "preferredUsername" in value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, maskField(key, field, isPerson, names)]));
}

function maskField(key: string, field: unknown, isPerson: boolean, names: Names): unknown {
  if (OPERATOR.has(key)) return null;
  if (isPerson && OWN_WORDS.has(key)) return withoutWords(field);
  if (isPerson && SHOWN_NAMES.has(key) && typeof field === "string") return field === "" ? "" : "Somebody";
  if (isPlainName(key, field)) return names.nameFor(field);
  return KEYS.has(key) ? maskKeys(field, names) : mask(field, names);
}

function maskKeys(field: unknown, names: Names): unknown {
  if (Array.isArray(field)) return field.map((one) => maskKeys(one, names));
  return typeof field === "string" && names.isName(field) ? names.nameFor(field) : mask(field, names);
}

/** Of the same form as before, so that what reads it still can. */
function withoutWords(field: unknown): unknown {
  if (Array.isArray(field)) return [];
  if (typeof field === "string") return field.match(KEEP_AWAY)?.join(" ") ?? "";
  return typeof field === "object" ? null : field;
}

const maskText = (text: string, { nameFor, isName }: Names): string =>
  text
    .replaceAll(HANDLE, (_, name: string, at: string, host: string) => `${nameFor(name)}${at}${host}`)
    .replaceAll(PERSON_PATH, (_, before: string, name: string) => `${before}${nameFor(name)}`)
    .replaceAll(ASKED_NAME, (_, before: string, name: string) => `${before}${nameFor(name)}`)
    .replace(BARE_PATH, (all, host: string, name: string, rest: string) =>
      isName(name) ? `${host}${nameFor(name)}${rest}` : all,
    );
