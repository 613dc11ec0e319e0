import { expect, it } from "vitest";
import { gap, known, type Source } from "#lib/domain/evidence/fact.ts";
import { isSameAccount, type Whose } from "./whose.ts";

const SOURCE: Source = { kind: "network", at: "2026-11-29T12:00:00Z" };
const URI = "https://new.example/ap/users/17";
const SIDE = {
  ...{ key: "new.example", host: "new.example", webHost: "new.example", acct: "alice@new.example" },
  software: gap("not-asked"),
  account: known({ acct: "alice@new.example", id: "17", uri: URI }, SOURCE),
  actor: known({ uri: URI }, SOURCE),
  list: gap("not-asked"),
} as const;
const BARE = { ...SIDE, account: gap("needs-login"), actor: gap("needs-login") } as const;
const MISSKEY = { ...BARE, actor: known({ uri: "https://new.example/users/9abc" }, SOURCE) } as const;

it.each<[string, Whose, Parameters<typeof isSameAccount>[1], boolean]>([
  ["the same actor", { id: "17", user: "alice", uri: URI }, SIDE, true],
  [
    "another actor under the same name",
    { id: "17", user: "alice", uri: "https://new.example/ap/users/18" },
    SIDE,
    false,
  ],
  ["the same key, no actor told", { id: "17", user: "alice" }, SIDE, true],
  ["another key, no actor told", { id: "18", user: "alice" }, SIDE, false],
  ["a key of Misskey's in the actor's address", { id: "9abc", user: "alice" }, MISSKEY, true],
  ["the name alone, in its own house", { id: "1", user: "Alice" }, BARE, true],
  ["another name", { id: "1", user: "bob" }, BARE, false],
])("%s", (_, whose, side, same) => expect(isSameAccount(whose, side)).toBe(same));
