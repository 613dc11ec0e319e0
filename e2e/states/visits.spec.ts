import { expect } from "@playwright/test";
import { onStreet } from "../street.ts";
import { WORLDS } from "./states.ts";
import { type Visit, visitsAfter, visitsBefore } from "./visits.ts";

const { asking, planned } = WORLDS;
const test = onStreet({ asking, planned });

/** A page that is not there has the best scores of all. */
async function headings(visits: readonly Visit[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const { page, url, cookie } of visits) {
    const answer = await fetch(url, { headers: cookie ? { cookie } : {} });
    const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(await answer.text())?.[1]?.replace(/<[^>]+>/g, "");
    seen.push(`${answer.status} ${page}: ${heading}`);
  }
  return seen;
}

test("what Lighthouse is shown are the pages themselves", async ({ street }) => {
  const after = await headings(await visitsAfter(street.house("asking")));
  const before = await headings(await visitsBefore(street.house("planned")));
  expect([...after, ...before]).toEqual([
    expect.stringMatching(/^200 start: You moved/),
    expect.stringMatching(/^200 result: .*haven’t come along/),
    expect.stringMatching(/^200 people: \d+ people haven’t come along/),
    expect.stringMatching(/^200 messages: .*messages/i),
    expect.stringMatching(/^200 share: .*moved/),
    expect.stringMatching(/^200 before: .*can come along/),
  ]);
});
