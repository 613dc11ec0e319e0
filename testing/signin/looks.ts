import type { TestApp } from "../wire/test-app.ts";
import { comeBack, untilEnded } from "./sign-in.ts";
import { visitorOf } from "./visitor.ts";

/** A check with its page for followers. */
export type Share = { readonly id: string; readonly key: string; readonly token: string };

/** Everybody is known from before. */
export async function shared({ app, world }: TestApp): Promise<Share> {
  const handles = world.truth.followers.map(({ acct }) => acct);
  const made = await app.checks.create({
    mode: "moved",
    old: "@alice@old.test",
    before: { kind: "snapshot", handles },
  });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  await untilEnded(app, id);
  const share = await app.shares.create(id, { days: 30 });
  if (!share?.ok) throw new Error("no page");
  return { id, key, token: share.token };
}

/** Sets out from the page, signs in there, and comes back. */
export async function look(house: TestApp, token: string, server: string, user: string, decision?: "deny") {
  const { app, world } = house;
  const begun = await app.looks.begin({ token }, server);
  if (!begun?.ok) throw new Error(`not begun: ${JSON.stringify(begun)}`);
  const arrived = await visitorOf(world).go(begun.url, user, decision);
  if (!("back" in arrived)) throw new Error(`not back: ${JSON.stringify(arrived)}`);
  const came = await comeBack(app, arrived, begun.cookie);
  if (came.end !== "follower") throw new Error(`came back as ${came.end}`);
  const { sealed } = await app.looks.receive(came);
  return { begun, arrived, sealed, result: await app.looks.open(token, sealed) };
}
