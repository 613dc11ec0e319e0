import type { BrowserContext } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import type { House } from "../house.ts";
import { makeCheck, type Opened } from "../states/checks.ts";

/** One situation in which every part of the page for messages has something to say. */
export const ASKING: Scenario = {
  name: "asking",
  about:
    "Servers block the old one, or do nothing with moves, and somebody followed by hand: so following works from there. One blocks the new one in public, and one heard nothing.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "new.test": { contact: "admin@new.test" },
    "left.test": { list: "public", blocks: { "old.test": { severity: "suspend", comment: "closed for now" } } },
    "tube.test": { software: "peertube" },
    "shut.test": { list: "public", blocks: { "new.test": { severity: "suspend", comment: "closed for now" } } },
    "alone.test": { users: 1, list: "public", blocks: { "new.test": "suspend" } },
    "far.test": { mishap: "cannot-fetch-new" },
  },
  followers: {
    "near.test": ["nils", "nele"],
    "left.test": ["lena", "leo", "lina", "lars", { user: "luca", bot: true }],
    "tube.test": ["tom", "tilda"],
    "shut.test": ["sam", "sara", "sid", "sofia", "stan", "suse"],
    "alone.test": ["al"],
    "far.test": ["fay", "fee", "finn", "flo", "fox", "fred", "fritz"],
  },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "follow-new", who: "lena@left.test" }],
};

/** A check of this test's own, finished, and its key in the browser's hands: with a script or without. */
export async function openChecked(context: BrowserContext, house: House): Promise<Opened & { readonly path: string }> {
  const made = await makeCheck(house, { old: "alice@old.test" });
  await context.addCookies([{ name: `hw_${made.id}`, value: made.key, url: house.url }]);
  return { ...made, path: `/check/${made.id}` };
}

export const readAll = async (stream: NodeJS.ReadableStream): Promise<string> => {
  let text = "";
  for await (const part of stream) text += String(part);
  return text;
};
