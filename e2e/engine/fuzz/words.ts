import fc from "fast-check";

/** What strangers put where a word belongs. No dots: a chance `a.bc` would be somebody's real server. */
const HOSTILE = [
  "",
  " ",
  "\u0000",
  "%00",
  "%ff",
  "%c0%af",
  "%2e%2e%2f",
  "' OR 1=1 --",
  "=cmd|' /C calc'!A0",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "null",
  "-1",
  "1e309",
  "9007199254740993",
  "\ud800",
  "\u202eexe",
  "😀".repeat(40),
  "a".repeat(5_000),
];
const noDots = (text: string): string => text.replace(/[.\u3002\uff0e\uff61]/g, "-");

export const word: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 30 }).map(noDots),
  fc.string({ unit: "binary", maxLength: 30 }).map((text) => noDots(text.normalize("NFKC"))),
);

const host = fc.oneof(
  fc.constantFrom("old.test", "new.test", "far.test", "gone.test", "nowhere.test", "xn--bcher-kva.test", "bücher.test"),
  fc.constantFrom("127.0.0.1", "[::1]", "0x7f000001", "2130706433", "localhost", "old.test:8443", "169.254.169.254"),
  fc.stringMatching(/^[a-z0-9-]{1,70}$/).map((label) => `${label}.test`),
);
const user = fc.oneof({ weight: 3, arbitrary: fc.constantFrom("alice", "bo", "fred") }, { weight: 1, arbitrary: word });

/** An address in one of the ways people write them; every name is under `.test` or is none. */
export const address: fc.Arbitrary<string> = fc
  .tuple(user, host, fc.constantFrom("U@H", "@U@H", "https://H/@U", "https://H/users/U", "acct:U@H", "H", "https://H"))
  .map(([who, where, shape]) => shape.replace("U", () => who).replace("H", () => where));

export const anything: fc.Arbitrary<unknown> = fc.oneof(
  word,
  address,
  fc.constantFrom<unknown>(null, true, -1, 0, 1e21, 0.5, [], {}, [[]], { a: { b: {} } }),
  fc.integer(),
  fc.array(word, { maxLength: 4 }),
  fc.dictionary(word, word, { maxKeys: 4 }),
);
