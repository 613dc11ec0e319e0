import { readConfig } from "#lib/config.ts";
import { openApp } from "#lib/wire.ts";

/** The app without pages, for tests that kill it: says `ready`, and each state of the one check it is given. */
const app = await openApp(readConfig(process.env));
const [, , id] = process.argv;
process.send?.({ ready: true });
process.on("message", (input) => {
  void app.checks.create(input as Parameters<typeof app.checks.create>[0]).then((made) => {
    process.send?.({ made });
    if (made.ok) void follow(made.created.id);
  });
});
if (id) void follow(id);
process.once("SIGTERM", () => void app.close().then(() => process.exit(0)));

async function follow(check: string): Promise<void> {
  for await (const event of app.watch(check, 0, new AbortController().signal)) {
    if (event !== "quiet" && event.event === "state") process.send?.({ state: event.data.state });
  }
}
