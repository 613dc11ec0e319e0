import { describe, expect, it } from "vitest";
import { actor } from "#testing/answers/activitypub/documents.ts";
import { account } from "#testing/answers/mastodon/account.ts";
import { user } from "#testing/answers/misskey/documents.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { adapterFor } from "../software/index.ts";
import { askActorName, askAtHome, namesIn } from "./names.ts";

const FAR = { host: "far.example", webHost: "social.far.example" };
const address = (path: string) => `https://social.far.example${path}`;

describe("a name in an address", () => {
  it.each([
    ["mastodon", "/users/ada", "ada@far.example"],
    ["mastodon", "/ap/users/117698834170537441", undefined],
    ["gotosocial", "/users/Ada", "ada@far.example"],
    ["hollo", "/@ada", "ada@far.example"],
    ["akkoma", "/users/ada", "ada@far.example"],
    ["lemmy", "/u/ada", "ada@far.example"],
    ["misskey", "/users/attdakoxyzabcdef", undefined],
    ["sharkey", "/users/ada", undefined],
    ["unheard-of", "/users/ada", undefined],
  ])("of %s at %s is %s", (software, path, acct) => {
    expect(namesIn(adapterFor({ name: software }), FAR, [address(path)]).get(address(path))?.acct).toBe(acct);
  });

  it("is not read off another server's address", () => {
    expect(namesIn(adapterFor({ name: "mastodon" }), FAR, ["https://else.example/users/ada"]).size).toBe(0);
  });
});

describe("many at once", () => {
  const ask = async (software: string, answers: Answers, ...paths: readonly string[]) => {
    const gate = fakeGate(answers);
    const names = await askAtHome(adapterFor({ name: software }), gate, FAR, paths.map(address));
    return { names, gate };
  };
  const [ADA, BO] = ["/ap/users/117", "/ap/users/118"] as const;
  const TWO = address("/api/v1/accounts?id[]=117&id[]=118");

  it("are named by a Mastodon in one request, with what became of them", async () => {
    const moved = account("new", { acct: "bo@new.example" });
    const body = [account("ada", { id: "117", suspended: true }), account("bo", { id: "118", moved })];
    const { names, gate } = await ask("mastodon", { [TWO]: { body } }, ADA, BO);
    expect(gate.asked).toEqual([TWO]);
    expect(names.get(address(ADA))).toMatchObject({ acct: "ada@far.example", home: { value: { state: "closed" } } });
    expect(names.get(address(BO))).toMatchObject({
      acct: "bo@far.example",
      home: { value: { state: "moved", movedTo: "bo@new.example" } },
    });
  });

  it("are forty at most", async () => {
    const paths = Array.from({ length: 60 }, (_, at) => `/ap/users/${1000 + at}`);
    const { gate } = await ask("mastodon", {}, ...paths);
    expect(gate.asked.map((url) => url.split("id[]=").length - 1)).toEqual([40]);
  });

  it.each([
    ["who is not in the answer", { body: [account("ada", { id: "117" })] }, 1],
    [
      "whose key leads to somebody of another server",
      { body: [account("x", { id: "118", acct: "x@else.example" })] },
      0,
    ],
    ["where the API is for members", { status: 401, body: { error: "This method requires an authenticated user" } }, 0],
    ["where a page of a proxy answers", { body: "<html>" }, 0],
  ])("do not name somebody %s", async (_, answer, size) => {
    const { names } = await ask("mastodon", { [TWO]: answer }, ADA, BO);
    expect([names.size, names.has(address(BO))]).toEqual([size, false]);
  });

  it("are named by a Misskey by the keys in their addresses, and only its own", async () => {
    const show = `POST https://social.far.example/api/users/show ${JSON.stringify({ userIds: ["a1b2c3mia", "a1b2c3max"] })}`;
    const body = [user("mia"), user("max", { host: "else.example" })];
    const { names } = await ask("misskey", { [show]: { body } }, "/users/a1b2c3mia", "/users/a1b2c3max");
    expect([...names].map(([at, { acct }]) => [at, acct])).toEqual([[address("/users/a1b2c3mia"), "mia@far.example"]]);
  });

  it("are not asked for where there is no key, or the software answers for one at a time", async () => {
    expect((await ask("mastodon", {}, "/users/ada")).gate.asked).toEqual([]);
    expect((await ask("gotosocial", {}, "/users/01ABC")).gate.asked).toEqual([]);
  });
});

it("is told by the actor itself", async () => {
  const at = address("/ap/users/117");
  const gate = fakeGate({ [at]: { body: actor(at, "Ada") } });
  expect(await askActorName(gate, FAR, at)).toMatchObject({ known: true, value: "ada@far.example" });
  expect(await askActorName(fakeGate({}), FAR, at)).toMatchObject({ known: false });
});
