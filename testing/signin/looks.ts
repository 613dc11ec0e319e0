import type { TestApp } from "../wire/test-app.ts";
import { checkedMove, comeBack, type Made } from "./sign-in.ts";
import { visitorOf } from "./visitor.ts";

/** A check with its page for followers. */
export type Share = Made & { readonly token: string };

/** Everybody is known from before. */
export async function shared(house: TestApp): Promise<Share> {
  const { id, key } = await checkedMove(house);
  const share = await house.app.shares.create(id, { days: 30 });
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
