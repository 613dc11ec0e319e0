import { describe, expect, it } from "vitest";
import { type Operating, operatorPage } from "./page.ts";
import { openRefusals } from "./refusals.ts";
import { addressProblems } from "./sentences.ts";

const AT = "2026-11-30T12:00:00.000Z";
const QUIET: Operating = {
  ...{ version: "1.0.0", at: AT, publicUrl: "https://house.example", problems: [], refusals: [] },
  key: { id: "https://house.example/actor#abc", since: AT },
  figures: { checks: [], oldestQueuedAt: null, waits: [], hostsPaused: 0 },
};

describe("the operator's page", () => {
  it("says of a copy in which nothing is wrong that nothing is", () => {
    const { html } = operatorPage(QUIET);
    expect(html).toContain("https://house.example/actor#abc");
    expect(html).toContain("Nobody, since this process began.");
    expect(html).toContain("None is kept.");
    expect(html).not.toContain('class="warn"');
  });

  it("shows what strangers wrote as text, and runs nothing", () => {
    const refusals = [{ host: "far.example", status: 401, reason: "<script>alert(1)</script> & more", at: AT }];
    const { html, policy } = operatorPage({ ...QUIET, refusals });
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
    expect(html).not.toContain("<script");
    expect(html).toContain("Our signature, or what stands at our address, was not accepted.");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; frame-ancestors 'none'/);
  });

  it("shows the queue, what paused checks wait for, and since when the first one waits", () => {
    const figures = {
      checks: [{ state: "queued", count: 3 }],
      oldestQueuedAt: new Date(AT),
      waits: [
        { why: "window", count: 2 },
        { why: "of-tomorrow", count: 1 },
      ],
      hostsPaused: 7,
    };
    const { html } = operatorPage({ ...QUIET, figures });
    for (const words of ["<td>queued</td><td>3</td>", "rate window", "of-tomorrow", `since ${AT}`, "a while: 7."])
      expect(html).toContain(words);
  });
});

it.each([
  ["http://localhost:3000", /not https/],
  ["http://house.example", /not https/],
  ["https://localhost", /cannot reach/],
  ["https://192.168.1.5", /cannot reach/],
])("says what cannot be read where PUBLIC_URL is %s", (publicUrl, words) => {
  const [first, second] = addressProblems({ publicUrl, routes: "" });
  expect(first).toMatch(words);
  expect(second).toContain("GoToSocial");
});

it("has nothing to say about an address that others reach", () =>
  expect(addressProblems({ publicUrl: "https://house.example", routes: "" })).toEqual([]));

it("keeps the last refusal of a host, the latest first, and no more than fifty", () => {
  let seconds = 0;
  const refusals = openRefusals(() => new Date(Date.parse(AT) + seconds++ * 1000));
  const refusal = (host: string, reason = "") => ({ host, status: 401, reason });
  for (let n = 0; n < 60; n++) refusals.note(refusal(`h${n}.example`));
  refusals.note(refusal("h30.example", "again"));
  const hosts = refusals.latest().map(({ host }) => host);
  expect(hosts).toHaveLength(50);
  expect(hosts.slice(0, 2)).toEqual(["h30.example", "h59.example"]);
  expect(refusals.latest()[0]).toMatchObject({ reason: "again" });
});
