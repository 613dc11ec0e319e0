import type { Config } from "#lib/config.ts";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { Report } from "#lib/contract/report.ts";
import { type App, type AppOptions, openApp, type StorePlace } from "#lib/wire.ts";
import type { Progress } from "./progress.ts";
import { refusalLine, tokenLine } from "./words.ts";

export type Ran = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly why: string };

/** Tokens of the mover's own accounts, to read what only they see. */
export type Handed = Readonly<Partial<Record<"new" | "old", string>>>;

type More = AppOptions & { readonly tokens?: Handed; readonly following?: readonly string[] };

const IN_MEMORY: StorePlace = { kind: "memory" };

/** One check in this process, with a store that ends with it. */
export async function runCheck(
  config: Config,
  input: NewCheck,
  progress: Progress,
  { tokens = {}, following, ...given }: More = {},
): Promise<Ran> {
  const app = await openApp({ ...config, worker: "inline", proof: "off" }, { place: IN_MEMORY, ...given });
  try {
    const made = await app.checks.create(input);
    if (!made.ok) return { ok: false, why: refusalLine(made.fields) };
    const { id, key } = made.created;
    const failure =
      (await follow(app, id, progress, isReplay(given))) ??
      (await withFollowing(app, made.created, progress, following)) ??
      (await withTokens(app, made.created, progress, tokens));
    const report = await app.checks.report(id, key, { followers: "inline" });
    return report && !failure ? { ok: true, report } : { ok: false, why: failure ?? "The report is not there." };
  } finally {
    progress.end();
    await app.close();
  }
}

/** The followers come first; those whom the mover follows ask what is left to ask. */
async function withFollowing(
  app: App,
  { id, key }: Made,
  progress: Progress,
  handles: readonly string[] | undefined,
): Promise<string | undefined> {
  if (!handles) return undefined;
  const given = await app.checks.give(id, key, { following: { handles: [...handles] } });
  if (given && "fields" in given) return refusalLine(given.fields);
  return follow(app, id, progress, false);
}

type Made = { readonly id: string; readonly key: string };

/** What is public has been asked without them; with each of them the same check goes on. */
async function withTokens(
  app: App,
  { id, key }: Made,
  progress: Progress,
  tokens: Handed,
): Promise<string | undefined> {
  for (const use of ["new", "old"] as const) {
    const token = tokens[use];
    if (token === undefined) continue;
    const came = await app.signIns.take(id, key, { use, token });
    if (came?.end !== "in") return tokenLine(use, came?.end ?? "refused");
    const failure = await follow(app, id, progress, false);
    if (failure) return failure;
  }
  return undefined;
}

const isReplay = ({ recording }: AppOptions): boolean => recording !== undefined && "replay" in recording;

/** A replay waits for nobody: no other answer comes later. */
async function follow(app: App, id: string, progress: Progress, replay: boolean): Promise<string | undefined> {
  let failure: string | undefined;
  for await (const event of app.watch(id, 0, new AbortController().signal)) {
    if (event === "quiet" || event.event !== "state") continue;
    progress.show(event.data);
    if (replay && event.data.state === "waiting") break;
    if (event.data.state === "failed") failure = `The check failed: ${event.data.failure ?? "nobody knows why"}.`;
  }
  return failure;
}
