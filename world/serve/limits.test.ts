import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import type { Settings } from "../model.ts";

const MINUTE = 60_000;
let now = Date.parse("2026-11-20T12:02:00Z");
const clock = { now: () => now };
const styles: readonly Settings["limits"][] = ["iso", "unix", "retry-after", "silent", "off"];
const { get, post } = inWorld(
  {
    servers: {
      ...Object.fromEntries(styles.map((limits) => [`${limits}.test`, { limits, window: 3 }])),
      "gts.test": { software: "gotosocial", window: 3 },
      "shark.test": { software: "sharkey" },
    },
    followers: { "shark.test": ["sha"] },
  },
  { clock },
);
const knock = (host: string, path = "/api/v1/instance") => get(`${host}${path}`);

describe("rate limits", () => {
  it("end at a minute on the clock and begin anew", async () => {
    for (let at = 0; at < 3; at++) expect((await knock("iso.test")).status).toBe(200);
    const refused = await knock("iso.test");
    expect(refused).toMatchObject({
      status: 429,
      json: { error: "Too many requests" },
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2026-11-20T12:05:00.000000Z" },
    });
    now += 3 * MINUTE;
    expect((await knock("iso.test")).headers["x-ratelimit-remaining"]).toBe("2");
  });

  it("count pages a second time, in a longer window", async () => {
    now = Date.parse("2026-11-20T14:01:00Z");
    const paths = ["/api/v1/accounts/1/followers?max_id=5", "/users/x/followers?page=2", "/users/x/followers?page=3"];
    for (const path of paths) expect((await knock("iso.test", path)).status).toBe(404);
    now += 5 * MINUTE;
    expect((await knock("iso.test", "/users/x/followers?page=4")).headers["x-ratelimit-reset"]).toBe(
      "2026-11-20T14:15:00.000000Z",
    );
    expect((await knock("iso.test")).status).toBe(200);
  });

  it.each<[Settings["limits"], Readonly<Record<string, string>>]>([
    ["unix", { "x-ratelimit-reset": String(Date.parse("2026-11-20T16:05:00Z") / 1000) }],
    ["retry-after", { "retry-after": "180" }],
    ["silent", {}],
  ])("say when in the style %s", async (style, headers) => {
    now = Date.parse("2026-11-20T16:02:00Z");
    for (let at = 0; at < 3; at++) await knock(`${style}.test`);
    expect(await knock(`${style}.test`)).toMatchObject({ status: 429, headers });
  });

  it("begin with the first request and count every path on GoToSocial", async () => {
    now = Date.parse("2026-11-20T18:02:07Z");
    const first = await knock("gts.test", "/.well-known/nodeinfo");
    expect(first.headers["x-ratelimit-reset"]).toBe("2026-11-20T18:07:07.000Z");
    for (let at = 0; at < 2; at++) await knock("gts.test");
    expect((await knock("gts.test")).status).toBe(429);
    now += 5 * MINUTE;
    expect((await knock("gts.test")).status).toBe(200);
  });

  it("allow ten questions about other servers in five seconds on Sharkey", async () => {
    const about = () => post("shark.test/api/federation/show-instance", { host: "old.test" });
    for (let at = 0; at < 10; at++) expect((await about()).status).toBe(200);
    expect((await about()).status).toBe(429);
    now += 5000;
    expect((await about()).status).toBe(200);
  });

  it("do not exist everywhere", async () => {
    for (let at = 0; at < 5; at++) expect((await knock("off.test")).status).toBe(200);
  });
});
