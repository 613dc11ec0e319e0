import { describe, expect, it } from "vitest";
import { ConfigError, isPublicHttps, readConfig } from "./config.ts";

describe("configuration", () => {
  it("needs nothing", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      publicUrl: "http://localhost:3000",
      dataDir: ".data",
      worker: "inline",
      proof: "off",
      limits: true,
      retentionDays: 30,
      plannedDays: 180,
    });
  });

  it("takes the operator's word on how long checks are kept, plans too", () => {
    expect(readConfig({ RETENTION_DAYS: "7" })).toMatchObject({ retentionDays: 7, plannedDays: 7 });
    expect(readConfig({ RETENTION_DAYS: "400" })).toMatchObject({ retentionDays: 400, plannedDays: 400 });
  });

  it.each([
    ["off", undefined],
    ["9464", { host: "127.0.0.1", port: 9464 }],
    ["0.0.0.0:9464", { host: "0.0.0.0", port: 9464 }],
    ["[::]:9464", { host: "::", port: 9464 }],
  ])("reads METRICS=%s", (METRICS, at) => expect(readConfig({ METRICS }).metrics).toEqual(at));

  it("treats an empty variable as not set", () => {
    expect(readConfig({ PORT: "", PUBLIC_URL: "" }).port).toBe(3000);
  });

  it.each([
    [{ PORT: "many" }, "PORT must be a whole number from 1 to 65535."],
    [{ PORT: "70000" }, "PORT must be a whole number from 1 to 65535."],
    [{ PORT: "0" }, "PORT must be a whole number from 1 to 65535."],
    [{ PORT: "0x50" }, "PORT must be a whole number from 1 to 65535."],
    [{ RETENTION_DAYS: "1e2" }, "RETENTION_DAYS must be a whole number from 1 to 3650."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent."],
    [{ PUBLIC_URL: "https://house.example/?a=b" }, "PUBLIC_URL must be an http or https address without a path."],
    [{ PUBLIC_URL: "https://house.example/#a" }, "PUBLIC_URL must be an http or https address without a path."],
    [{ PUBLIC_URL: "https://me:word@house.example" }, "PUBLIC_URL must be an http or https address without a path."],
    [{ WORKER: "some" }, "WORKER must be one of inline, off, only."],
    [{ ROBOTS: "rude" }, "ROBOTS must be one of polite, strict."],
    [{ PUBLIC_URL: "house" }, "PUBLIC_URL must be an http or https address without a path."],
    [{ PUBLIC_URL: "https://house.example/app" }, "PUBLIC_URL must be an http or https address without a path."],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must begin with postgres:// or postgresql://."],
    [{ SECRET_KEY: "short" }, "SECRET_KEY must have at least 32 characters."],
    [{ METRICS: "on" }, "METRICS must be off, a port, or an address and a port."],
    [{ METRICS: "70000" }, "METRICS must be off, a port, or an address and a port."],
    [{ METRICS: "3000" }, "METRICS needs a port other than PORT."],
    [{ WORKER: "off" }, "WORKER=off needs DATABASE_URL: the embedded database serves one process."],
    [
      { LIMITS: "off", PUBLIC_URL: "https://example.com" },
      "LIMITS=off is for tests and cannot go with a public PUBLIC_URL.",
    ],
  ])("refuses %j in one sentence", (env, words) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(words));
  });

  it.each(["https://House.Example/", "https://house.example:443", "https://house.example"])(
    "makes one address of %s, so that links and comparisons fit",
    (url) => expect(readConfig({ PUBLIC_URL: url }).publicUrl).toBe("https://house.example"),
  );

  it("asks for proof exactly where strangers can reach it", () => {
    expect(readConfig({ PUBLIC_URL: "https://example.com" }).proof).toBe("required");
    expect(readConfig({ PUBLIC_URL: "https://housewarming.test" }).proof).toBe("off");
    expect(readConfig({ PUBLIC_URL: "https://example.com", PROOF: "off" }).proof).toBe("off");
  });

  it.each([
    [undefined, { fediseer: false, lists: false }],
    ["fediseer", { fediseer: true, lists: false }],
    ["lists", { fediseer: false, lists: true }],
    ["all", { fediseer: true, lists: true }],
  ])("asks for the opinions of others only where the operator says so: %s", (HINTS, hints) =>
    expect(readConfig({ HINTS }).hints).toEqual({ ...hints, datasets: [] }),
  );

  it("takes the addresses of FIRES datasets, each once, and of nothing else", () => {
    const [one, other] = ["https://fires.example/datasets/dni", "https://fires.test/datasets/9"];
    expect(readConfig({ FIRES: `${one}, ${other} ${one}` }).hints.datasets).toEqual([one, other]);
    const wrong = "FIRES must be https addresses of datasets, 5 at most.";
    for (const FIRES of [
      "http://fires.example/x",
      "fires.example",
      `${one} ${"abcde"
        .split("")
        .map((x) => one + x)
        .join(" ")}`,
    ]) {
      expect(() => readConfig({ FIRES })).toThrow(wrong);
    }
  });

  it.each([
    [undefined, undefined, true],
    ["https://example.com", undefined, true],
    ["https://example.com", "off", false],
    ["http://127.0.0.1:3000", undefined, true],
    ["http://house.localhost", undefined, true],
    ["http://example.com", undefined, false],
    ["http://localhost.example.com", undefined, false],
    ["http://10.0.0.1", undefined, false],
  ])("tells browsers something where they take it: PUBLIC_URL=%s PUSH=%s", (PUBLIC_URL, PUSH, expected) =>
    expect(readConfig({ PUBLIC_URL, PUSH }).push).toBe(expected),
  );

  it.each([
    ["https://example.com", true],
    ["http://example.com", false],
    ["https://localhost", false],
    ["https://10.0.0.1", false],
    ["https://[2001:db8::1]", false],
    ["https://house.test", false],
  ])("%s is public: %s", (url, expected) => expect(isPublicHttps(url)).toBe(expected));
});
