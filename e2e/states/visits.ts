import type { House } from "../house.ts";
import { checkOnce, type Opened, shareOf } from "./checks.ts";

/** A page as a program opens it that has no tools of a browser test: by its address, and the cookie of its owner. */
export type Visit = { readonly page: string; readonly url: string; readonly cookie?: string };

const ownedBy = (house: House, { id, key }: Opened) => ({
  visit: (page: string, path = ""): Visit => ({
    ...{ page, url: `${house.url}/check/${id}${path}` },
    cookie: `hw_${id}=${key}`,
  }),
});

/** After a move: what the mover sees, and what a follower sees. */
export async function visitsAfter(house: House): Promise<readonly Visit[]> {
  const check = await checkOnce(house, { old: house.named("alice@old.test") });
  const { visit } = ownedBy(house, check);
  return [
    { page: "start", url: house.url },
    visit("result"),
    visit("people", "/followers"),
    visit("messages", "/messages"),
    { page: "share", url: await shareOf(house, check) },
  ];
}

/** Before one: the candidates side by side. */
export async function visitsBefore(house: House): Promise<readonly Visit[]> {
  const candidates = ["calm.test", "loud.test", "club.test"].map(house.named);
  const body = { mode: "planned", old: house.named("alice@old.test"), candidates };
  return [ownedBy(house, await checkOnce(house, body)).visit("before")];
}
