import { EventEmitter } from "node:events";
import type { ConnectionOptions } from "node:tls";
import { beforeEach, expect, test, vi } from "vitest";
import type { Connecting } from "./connector.ts";
import { NO_ROUTES } from "./routes.ts";

/** A socket that arrives where the test says, so that public addresses can be dialled without a network. */
const dialled = vi.hoisted(() => ({ options: [] as ConnectionOptions[], arrive: "8.8.8.8", destroyed: 0 }));
vi.mock("node:tls", async (original) => ({
  ...(await original<typeof import("node:tls")>()),
  connect: (options: ConnectionOptions) => {
    dialled.options.push(options);
    const socket = Object.assign(new EventEmitter(), {
      remoteAddress: dialled.arrive,
      setNoDelay: () => socket,
      setKeepAlive: () => socket,
      destroy: () => {
        dialled.destroyed += 1;
      },
    });
    queueMicrotask(() => socket.emit("secureConnect"));
    return socket;
  },
}));
const { makeConnector } = await import("./connector.ts");

beforeEach(() => {
  Object.assign(dialled, { options: [], arrive: "8.8.8.8", destroyed: 0 });
});

function connect(connecting: Partial<Connecting>, hostname = "far.example"): Promise<unknown> {
  const open = makeConnector({ routes: NO_ROUTES, lookup: async () => ["8.8.8.8"], connectMs: 1000, ...connecting });
  return new Promise((resolve, reject) => {
    open({ hostname, protocol: "https:", port: "443" }, (error, socket) => (error ? reject(error) : resolve(socket)));
  });
}

/** What the socket would be told if it asked for the name's address. */
const told = (all: boolean): Promise<unknown> =>
  new Promise((resolve) => dialled.options[0]?.lookup?.("far.example", { all }, (_, address) => resolve(address)));

test("what was judged is what is dialled, though the name has changed its mind", async () => {
  const answers = [["8.8.8.8", "2606:4700::1111"], ["127.0.0.1"]];
  const lookup = vi.fn(async () => answers.shift() ?? []);
  await connect({ lookup });
  expect(await told(true)).toEqual([
    { address: "8.8.8.8", family: 4 },
    { address: "2606:4700::1111", family: 6 },
  ]);
  expect(await told(false)).toBe("8.8.8.8");
  expect(lookup).toHaveBeenCalledTimes(1);
  await expect(connect({ lookup })).rejects.toMatchObject({ why: "private-address" });
  expect(dialled.options).toHaveLength(1);
});

test("certificates are always checked, for the name that was asked for", async () => {
  await connect({});
  expect(dialled.options[0]).toMatchObject({ servername: "far.example", rejectUnauthorized: true, port: 443 });
});

test("where the socket ended up is looked at once more", async () => {
  dialled.arrive = "127.0.0.1";
  await expect(connect({})).rejects.toMatchObject({ why: "private-address" });
  expect(dialled.destroyed).toBe(1);
});

test("a public address may be asked by itself, and then bears no name", async () => {
  await connect({ lookup: async () => [] }, "8.8.8.8");
  expect(dialled.options[0]).toMatchObject({ host: "8.8.8.8", servername: "" });
});

test("a look-up that never answers ends with the deadline, and its late answer opens nothing", async () => {
  let answer = (_: string[]) => {};
  const lookup = () =>
    new Promise<string[]>((resolve) => {
      answer = resolve;
    });
  await expect(connect({ lookup, connectMs: 20 })).rejects.toMatchObject({ why: "resolver" });
  answer(["8.8.8.8"]);
  await new Promise((done) => setImmediate(done));
  expect(dialled.options).toEqual([]);
});
