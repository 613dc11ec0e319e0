import { expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { actor } from "#testing/answers/activitypub/documents.ts";
import { account } from "#testing/answers/mastodon/account.ts";
import { follow, user } from "#testing/answers/misskey/documents.ts";
import { readActorDocument } from "../find/actor.ts";
import { askWebfinger } from "../find/webfinger.ts";
import { collectionPage, collectionRoot } from "../follower-list/collection.ts";
import { byLastId } from "../follower-list/paging.ts";
import type { Question, Server } from "../question/adapter.ts";
import { askFact } from "../question/ask.ts";
import { mastodon } from "./mastodon.ts";
import { misskey } from "./misskey.ts";

/** A bio of 20,000 letters is kept for the links in it, and five addresses of a thousand. */
const MOST_LETTERS = 25_500;
const LONG = "x".repeat(100_000);
const LINK = `https://far.example/${LONG}`;
const FAR = { host: "far.example", webHost: "far.example" };

const answering = (body: unknown): Gate => ({
  ask: async ({ url }) => ({ ok: true, status: 200, url, headers: {}, at: "2026-11-20T12:00:00.000Z", body }),
});
const read = <Input extends Server>(question: Question<Input, unknown> | undefined, body: unknown) =>
  askFact(answering(body), question, { ...FAR, user: "ada", acct: "ada@far.example", id: "1", at: null } as never);

const ADDRESSES = { uri: LINK, url: LINK, avatar: LINK, avatarUrl: LINK };
const TEXTS = { display_name: LONG, name: LONG, note: LONG, description: LONG, createdAt: LONG, created_at: LONG };
const OVER = { ...ADDRESSES, ...TEXTS, last_status_at: LONG, fields: [{ name: LONG, value: LONG }] };
const MASTODON = account("ada", { ...OVER, moved: { acct: `ada@${LONG}`, uri: LINK, url: LINK } });
const MISSKEY = user("ada", { ...OVER, followersVisibility: LONG, movedTo: LONG });
const INSTANCE = {
  ...{ domain: "far.example", uri: "far.example", email: LONG, contact: { email: LONG }, maintainerEmail: LONG },
  ...{ languages: Array(60_000).fill("en"), langs: [LONG, ...Array(60_000).fill("en")], federation: LONG },
};
const ADA = "https://far.example/users/ada";
const ACTOR = {
  ...actor(ADA, "ada"),
  ...{ preferredUsername: LONG, name: LONG, summary: LONG, url: LINK, icon: { url: LINK } },
  ...{ movedTo: LINK, followers: LINK, following: LINK, copiedTo: [LINK] },
  ...{ alsoKnownAs: [LINK, ...Array(100_000).fill("a")] },
};
const COLLECTION = { ...collectionRoot, path: () => "/followers" };
const JRD = {
  subject: `acct:ada@${LONG}`,
  links: [
    { rel: "self", type: "application/activity+json", href: LINK },
    { rel: "http://webfinger.net/rel/profile-page", href: LINK },
    { rel: LONG, template: LINK },
    ...Array(1_000).fill({ rel: "subscribe", template: LINK.slice(0, 1_000) }),
  ],
};

it.each<[string, () => Promise<Fact<unknown>>, number?]>([
  ["an account of Mastodon", () => read(mastodon.account, MASTODON)],
  ["a row of Mastodon", () => read(mastodon.followers, [MASTODON])],
  ["a sight of Mastodon", () => read(mastodon.sight, MASTODON)],
  ["a home of Mastodon", () => read(mastodon.home, MASTODON)],
  ["an instance of Mastodon", () => read(mastodon.instance, INSTANCE)],
  ["an account of Misskey", () => read(misskey.account, MISSKEY)],
  ["a row of Misskey", () => read(misskey.followers, [follow("1", MISSKEY)])],
  ["a home of Misskey", () => read(misskey.home, MISSKEY)],
  ["an instance of Misskey", () => read(misskey.instance, INSTANCE)],
  ["an actor", () => readActorDocument(answering(ACTOR), ADA)],
  ["WebFinger", () => askWebfinger(answering(JRD), "far.example", "acct:ada@far.example"), 52_000],
  ["a collection", () => read(COLLECTION, { type: LONG, items: [ADA, LINK], first: { id: LINK } })],
])("%s is cut where it is read", async (_, ask, most = MOST_LETTERS) => {
  const fact = await ask();
  expect(fact).toMatchObject({ known: true });
  expect(JSON.stringify(fact.known ? fact.value : "").length).toBeLessThan(most);
});

it.each([
  ["the first page", { type: "Collection", totalItems: 5, first: LINK }],
  ["the page after the one in it", { type: "Collection", first: { items: [ADA], next: LINK } }],
])("a collection is no list whose way to %s is longer than an address", async (_, body) =>
  expect(await read(COLLECTION, body)).toMatchObject({ known: false, gap: "bad-answer" }),
);

it("reads a short moment, and none that is no time", async () => {
  const moments = async (last_status_at: unknown) => {
    const fact = await read(mastodon.followers, [account("ada", { last_status_at })]);
    return fact.known ? (fact.value as { readonly rows: readonly { readonly lastPostAt?: string }[] }).rows[0] : fact;
  };
  expect(await moments("2026-08-01")).toMatchObject({ lastPostAt: "2026-08-01" });
  expect(await moments("yesterday")).not.toHaveProperty("lastPostAt");
  expect(await moments(null)).not.toHaveProperty("lastPostAt");
});

it("follows no way to a next page that is longer than an address", () => {
  const page = { raw: 100, rows: [] };
  const answer = { page, headers: {}, url: ADA };
  expect(byLastId(100)({ ...answer, body: [{ id: LONG }] })).toBe("broken");
  expect(collectionPage.next({ ...answer, body: { type: "CollectionPage", next: LINK } })).toBe("broken");
});
