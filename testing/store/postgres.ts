import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "../free-port.ts";

/** A throw-away PostgreSQL on a free loopback port, for tests. Null where the machine has none. */
export type TestPostgres = {
  readonly url: string;
  /** Ends it as a power cut would. */
  crash(): Promise<void>;
  /** Again, on the same data. */
  start(): Promise<void>;
  /** Where it has ended by itself. */
  startIfEnded(): Promise<void>;
  stop(): Promise<void>;
};

export async function startPostgres(parent = tmpdir()): Promise<TestPostgres | null> {
  const bin = binaries();
  if (!bin) return null;
  const dir = mkdtempSync(join(parent, "hw-postgres-"));
  const who = ordinaryUser();
  chmodSync(dir, 0o700);
  if (who) chownSync(dir, who.uid, who.gid);
  const data = join(dir, "data");
  const options = { ...who, cwd: dir };
  const create = ["-D", data, "-U", "hw", "-A", "trust", "-E", "UTF8", "--no-sync"];
  execFileSync(join(bin, "initdb"), create, { ...options, stdio: "ignore" });
  const port = await freePort();
  const words = ["-D", data, "-p", `${port}`, "-k", dir, "-h", "127.0.0.1", "-F"];
  const run = async () => {
    const server = spawn(join(bin, "postgres"), words, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    const ended = once(server, "exit");
    await ready(server.stderr);
    return { server, ended };
  };
  let running = await run();
  const end = async (signal: NodeJS.Signals) => {
    running.server.kill(signal);
    await running.ended;
  };
  const start = async () => {
    running = await run();
  };
  return {
    url: `postgres://hw@127.0.0.1:${port}/postgres`,
    crash: () => end("SIGQUIT"),
    start,
    startIfEnded: async () => void (running.server.exitCode === null || (await start())),
    async stop() {
      await end("SIGINT");
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function binaries(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const places = [...(process.env.PATH ?? "").split(delimiter), ...versions];
  return places.find((place) => existsSync(join(place, "initdb")) && existsSync(join(place, "postgres")));
}

/** PostgreSQL refuses to run as root, as which tests run in containers. */
function ordinaryUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const [, , uid, gid] = (users.find((user) => /^(postgres|nobody):/.test(user)) ?? "").split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

function ready(log: NodeJS.ReadableStream): Promise<void> {
  let heard = "";
  return new Promise((resolve, reject) => {
    log.on("data", (part) => {
      heard += part;
      if (heard.includes("ready to accept connections")) resolve();
    });
    log.on("end", () => reject(new Error(`PostgreSQL ended:\n${heard}`)));
  });
}
