import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answering } from "./answering.ts";

const failing = (error: unknown) => answering(() => Promise.reject(error))();

it("says that the database is away, and when to come back", async () => {
  const answer = await failing(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
});

it("keeps what a mistake of ours says to itself", async () => {
  const answer = await failing(new TypeError("alice@old.example is not a function"));
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toEqual({ type: "about:blank", title: "Something broke on our side", status: 500 });
});

it("lets Next have what it throws itself", async () => {
  const notFound = Object.assign(new Error("NEXT_HTTP_ERROR_FALLBACK;404"), { digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
  await expect(failing(notFound)).rejects.toBe(notFound);
});

it("stands around every route that uses the app", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) => /route\.tsx?$/.test(path));
  const sources = routes.map((path) => [path, readFileSync(join("app", path), "utf8")] as const);
  const bare = sources.filter(([, source]) => /export (async )?function (GET|POST|PUT|DELETE)\b/.test(source));
  expect(sources.length).toBeGreaterThan(40);
  expect(bare.filter(([, source]) => source.includes("#lib/wire.ts")).map(([path]) => path)).toEqual([]);
});
