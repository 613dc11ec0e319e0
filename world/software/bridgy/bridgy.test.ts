import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { OTHER_SOFTWARE } from "../../scenarios/other-software.ts";

describe("a bridge to another network", () => {
  const { get, activity } = inWorld(OTHER_SOFTWARE["through-a-bridge"]);

  it("names itself and shows accounts under keys of the other network", async () => {
    expect((await get("bsky.bridge.test/nodeinfo.json")).json).toMatchObject({ software: { name: "bridgy-fed" } });
    const jrd = (await get("bsky.bridge.test/.well-known/webfinger?resource=acct:ada.sky.example@bsky.bridge.test"))
      .json as { links: { rel: string; href: string }[] };
    const self = jrd.links.find(({ rel }) => rel === "self")?.href ?? "";
    expect(self).toMatch(/^https:\/\/bsky\.bridge\.test\/ap\/did:plc:[a-z0-9]+$/);
    expect((await activity(self.replace("https://", ""))).json).toMatchObject({
      id: self,
      preferredUsername: "ada.sky.example",
    });
  });

  it("keeps its people in the old list, and out of the new one", async () => {
    const page = (await activity("old.test/users/alice/followers?page=1")).json as { orderedItems: string[] };
    expect(page.orderedItems.filter((uri) => uri.startsWith("https://bsky.bridge.test/ap/"))).toHaveLength(3);
    const news = (await activity("new.test/users/alice/followers?page=1")).json as { orderedItems: string[] };
    expect(news.orderedItems).toEqual(["https://near.test/users/nils"]);
  });
});
