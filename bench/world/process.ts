import { beforeTheMove } from "#world/make/candidates.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS, type PresetName } from "#world/make/presets.ts";
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
};
export type Question = "truth" | "requests" | "shape" | "played";

const wanted = JSON.parse(process.argv[2] ?? "{}") as Wanted;
const lists = wanted.hidden ? { publicLists: 0, publicElsewhere: 0 } : {};
const parameters = { ...PRESETS[wanted.preset], ...lists };
const moved = generate(wanted.preset, wanted.seed, parameters);
const scenario = wanted.planned ? beforeTheMove(moved, wanted.seed, parameters) : moved;
const world = await startWorld(scenario, wanted.speed === undefined ? {} : { speed: wanted.speed });
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

process.on("message", (question: Question) => {
  process.send?.({ [question]: ANSWERS[question]() });
});
process.once("disconnect", () => process.exit(0));
process.send?.({ opened: { routes: world.routes, caPem: world.caPem } });
