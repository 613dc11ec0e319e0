import { expect, test } from "vitest";
import { parseRoutes } from "./routes.ts";

function routes(text: string) {
  const parsed = parseRoutes(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.routes;
}

test("a wildcard covers every depth below its name, and not the name", () => {
  const found = routes("*.test=127.0.0.1:8443");
  expect(found.find("far.test")).toEqual({ address: "127.0.0.1", port: 8443 });
  expect(found.find("a.b.far.TEST")).toEqual({ address: "127.0.0.1", port: 8443 });
  expect(found.find("test")).toBeUndefined();
  expect(found.find("far.test.example")).toBeUndefined();
  expect(found.find("fartest")).toBeUndefined();
});

test("the longest match wins, wherever it stands", () => {
  const found = routes("*.test=127.0.0.1:1, *.sim.test=127.0.0.2:2 ,old.sim.test=127.0.0.11:443,v6.test=[::1]:9");
  expect(found.find("old.sim.test")).toEqual({ address: "127.0.0.11", port: 443 });
  expect(found.find("x.old.sim.test")).toEqual({ address: "127.0.0.2", port: 2 });
  expect(found.find("new.test")).toEqual({ address: "127.0.0.1", port: 1 });
  expect(found.find("v6.test")).toEqual({ address: "::1", port: 9 });
  expect(found.size).toBe(4);
});

test("a name can lead nowhere", () => {
  const found = routes("*.test=127.0.0.1:1,no.far.test=nowhere");
  expect(found.find("no.far.test")).toBe("nowhere");
  expect(found.find("far.test")).toEqual({ address: "127.0.0.1", port: 1 });
});

test("all names that begin alike can lead nowhere, but for one that has a route of its own", () => {
  const found = routes("*.test=127.0.0.1:1,no.*=nowhere,no.near.test=127.0.0.1:2");
  expect(found.find("no.far.test")).toBe("nowhere");
  expect(found.find("no.near.test")).toEqual({ address: "127.0.0.1", port: 2 });
  expect(found.find("a.no.test")).toEqual({ address: "127.0.0.1", port: 1 });
  expect(found.find("nobody.far.test")).toEqual({ address: "127.0.0.1", port: 1 });
});

test("nothing is no routes", () => {
  expect(routes("").size).toBe(0);
  expect(routes(" , ").find("far.test")).toBeUndefined();
});

test.each([
  "far.test",
  "far.test=127.0.0.1",
  "far.test=127.0.0.1:0",
  "far.test=127.0.0.1:70000",
  "far.test=localhost:443",
  "far.test=::1:443",
  "far.test=[127.0.0.1]:443",
  "*=127.0.0.1:443",
  "a.*.test=127.0.0.1:443",
  "https://far.test=127.0.0.1:443",
])("%s is refused in one sentence", (entry) => {
  expect(parseRoutes(`ok.test=127.0.0.1:1,${entry}`)).toEqual({
    ok: false,
    problem: `"${entry}" is not a route of the form name=address:port.`,
  });
});
