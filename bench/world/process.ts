import { beforeTheMove } from "#world/make/candidates.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS, type PresetName } from "#world/make/presets.ts";
import type { Reach } from "#world/serve/signer-key.ts";
import { startWorld } from "#world/start.ts";
import { playedTo } from "../accuracy/played-to.ts";
import { shapeOf } from "./shape.ts";

/** What the parent asks for at the start, and the questions it may put later. */
export type Wanted = {
  readonly preset: PresetName;
  readonly seed: number;
  readonly speed?: number;
  /** No server shows whom it blocks. */
  readonly hidden?: boolean;
  /** Nothing has happened yet, and there are five servers to choose from. */
  readonly planned?: boolean;
  /** Servers that look at a signature fetch its key, and the parent answers for its app. */
  readonly signed?: boolean;
};
/** A document of the app's that a server asks for, and what became of it. */
export type Fetch = { readonly fetch: { readonly id: number; readonly url: string } };
export type Fetched = { readonly fetched: { readonly id: number; readonly answer: Awaited<ReturnType<Reach>> } };
export type Question = "truth" | "requests" | "shape" | "played";

const wanted = JSON.parse(process.argv[2] ?? "{}") as Wanted;
const lists = wanted.hidden ? { publicLists: 0, publicElsewhere: 0 } : {};
const parameters = { ...PRESETS[wanted.preset], ...lists };
const moved = generate(wanted.preset, wanted.seed, parameters);
const scenario = wanted.planned ? beforeTheMove(moved, wanted.seed, parameters) : moved;
const waiting = new Map<number, (answer: Fetched["fetched"]["answer"]) => void>();
const reach: Reach = (url) =>
  new Promise((resolve) => {
    const id = waiting.size;
    waiting.set(id, resolve);
    process.send?.({ fetch: { id, url } } satisfies Fetch);
  });
const world = await startWorld(scenario, {
  ...(wanted.speed === undefined ? {} : { speed: wanted.speed }),
  ...(wanted.signed ? { reach } : {}),
});
let told = 0;

/** What reached the servers since the last time somebody asked. */
function newRequests() {
  const lines = world.requests.slice(told);
  told = world.requests.length;
  return lines;
}

const ANSWERS: Readonly<Record<Question, () => unknown>> = {
  truth: () => world.truth,
  requests: newRequests,
  shape: () => shapeOf(world.state, wanted.speed ?? Number.POSITIVE_INFINITY),
  played: () => Object.fromEntries((scenario.candidates ?? []).map((one) => [one, playedTo(scenario, one)])),
};

process.on("message", (question: Question | Fetched) => {
  if (typeof question !== "string") return waiting.get(question.fetched.id)?.(question.fetched.answer);
  process.send?.({ [question]: ANSWERS[question]() });
});
process.once("disconnect", () => process.exit(0));
process.send?.({ opened: { routes: world.routes, caPem: world.caPem } });
