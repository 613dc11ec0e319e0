import type { Config } from "#lib/config.ts";
import { openApp } from "#lib/wire.ts";

/** An app that works on what is in its store, at a given distance from the clock of the machine. Until it is killed. */
const [config = "", dataDir = "", ahead = ""] = process.argv.slice(2);
await openApp(JSON.parse(config) as Config, {
  place: { kind: "embedded", dataDir },
  now: () => new Date(Date.now() + Number(ahead)),
});
process.stdout.write("open\n");
setInterval(() => {}, 60_000);
