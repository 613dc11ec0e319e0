import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { OTHER_SOFTWARE } from "../../scenarios/other-software.ts";

describe("Ghost as the new home", () => {
  const { get, activity } = inWorld(OTHER_SOFTWARE["ghost-as-new"]);
  const account = "paper.test/.ghost/activitypub/users/index";

  it("is found under the name that every publication has, and confirms the old account", async () => {
    const jrd = (await get("paper.test/.well-known/webfinger?resource=acct:index@paper.test")).json;
    expect(jrd).toMatchObject({
      links: expect.arrayContaining([expect.objectContaining({ href: `https://${account}` })]),
    });
    expect((await activity(account)).json).toMatchObject({
      preferredUsername: "index",
      alsoKnownAs: ["https://old.test/users/alice"],
      followers: "https://paper.test/.ghost/activitypub/followers/index",
    });
  });

  it("hands out its list in one piece", async () => {
    const { json } = await activity("paper.test/.ghost/activitypub/followers/index");
    expect(json).toMatchObject({ type: "OrderedCollection", totalItems: 3 });
    expect((json as { orderedItems: string[] }).orderedItems).toContain(
      "https://press.test/.ghost/activitypub/users/index",
    );
  });
});
