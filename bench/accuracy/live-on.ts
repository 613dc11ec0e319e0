import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { defined } from "#lib/flow/defined.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario, ScenarioEvent } from "#world/make/scenario.ts";
import type { PushService } from "#world/push/push-service.ts";
import type { TruthFile } from "#world/truth/truth.ts";
import { OURS, savedBefore } from "./run-world.ts";
import { openClock, type Running, settle, stateNow } from "./settle.ts";

const DAY = 86_400_000;

/** What the check said after one of its looks, and what was true on that day. */
export type Look = {
  readonly day: number;
  readonly report: Report;
  readonly state: CheckState;
  readonly truth: TruthFile;
  /** Servers that answered nobody, or nothing of use. */
  readonly broken: ReadonlySet<string>;
  /** Requests of this look by host. */
  readonly requests: ReadonlyMap<string, number>;
  /** What browsers were told since the look before, by their addresses. */
  readonly notices: readonly (readonly [endpoint: string, text: string])[];
};

/** What happens on which day. */
export type Diary = Readonly<Record<number, readonly ScenarioEvent[]>>;

/** Somebody comes by on a day, after what happens on it and before the check looks. */
export type Visit = (
  house: Pick<TestApp, "app" | "world"> & { readonly id: string; readonly key: string },
) => Promise<void>;
export type Visits = Readonly<Record<number, Visit>>;

/** Browsers that asked for the notices of a check, as a month goes on around them. */
export type Listening = {
  /** For the clock of that month. */
  open(now: () => number): PushService;
  /** How many messages a look that found something brings. */
  audience(): number;
};

export type More = {
  readonly visits?: Visits;
  readonly listening?: Listening;
  /** What came of it afterwards, when the last day was over. */
  readonly after?: Visit;
};

/** One check that is made once and then looks again by itself, while a month goes by in its world. */
export async function liveOn(
  scenario: Scenario,
  diary: Diary,
  days: number,
  { visits = {}, listening, after }: More = {},
): Promise<readonly Look[]> {
  const clock = openClock();
  const time = { now: () => clock.now().getTime() };
  const push = listening?.open(time.now);
  const settings = { now: clock.now, clock: time, publicUrl: OURS, ...defined({ push }) };
  const { app, world, close } = await openTestApp(scenario, settings);
  try {
    const { truth } = world;
    const made = await app.checks.create({ mode: "moved", old: truth.old, before: savedBefore(truth) });
    if (!made.ok) throw new Error(JSON.stringify(made.fields));
    const house: House = { app, world, ...made.created, clock, ...defined({ push, listening }) };
    const looks: Look[] = [await lookOf(house, 0, await settle(house, 0), { from: 0 })];
    await app.checks.looks(house.id, house.key, true);
    for (let day = 1; day <= days; day++) {
      world.happen({ do: "days-pass", days: 1 });
      for (const step of diary[day] ?? []) world.happen(step);
      clock.goOn(DAY);
      await visits[day]?.(house);
      const before = await stateNow(house);
      const wait = Date.parse(before.looks?.next ?? "") - time.now();
      if (!before.looks || !(wait < DAY)) continue;
      clock.goOn(Math.max(0, wait));
      const since = { from: world.requests.length, before: looks.at(-1)?.state };
      await app.tidy();
      looks.push(await lookOf(house, day, await settle(house, before.looks.made + 1), since));
    }
    await after?.(house);
    return looks;
  } finally {
    await close();
  }
}

type House = Parameters<Visit>[0] &
  Running & {
    readonly push?: PushService;
    readonly listening?: Listening;
  };

/** Where the requests of a look begin, and the state that the look before had found. */
type Since = { readonly from: number; readonly before?: CheckState | undefined };

async function lookOf(house: House, day: number, state: CheckState, { from, before }: Since): Promise<Look> {
  const { app, world, id, key, push, listening } = house;
  const report = await app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("the report is not there");
  const byHost = Map.groupBy(world.requests.slice(from), ({ host }) => host);
  const requests = new Map([...byHost].map(([host, all]) => [host, all.length] as const));
  const broken = new Set([...world.state.servers].flatMap(([host, { fault }]) => (fault ? [host] : [])));
  // They go out after a run has ended, and days later nobody would take them.
  const due = listening && isNews(state, before) ? listening.audience() : 0;
  const sent = () => world.requests.slice(from).filter((one) => isMessage(one, push)).length;
  await until(() => sent() >= due, `${due} notices on day ${day}`);
  const notices = noticesIn(push?.told.splice(0));
  return { day, report, state, truth: world.truth, broken, requests, notices };
}

/** As its owner is told of it. */
function isNews({ changes, counts }: CheckState, before?: CheckState): boolean {
  const { arrived = [], servers = [], answered = [], verdicts = {} } = changes ?? {};
  const isSurer = Object.values(verdicts).some((many) => Number(many) > 0);
  return (
    before !== undefined &&
    (arrived.length + servers.length + answered.length > 0 || isSurer || counts?.missing !== before.counts?.missing)
  );
}

const isMessage = ({ host, method, status }: TestApp["world"]["requests"][number], push?: PushService): boolean =>
  host === push?.host && method === "POST" && status > 0;

const noticesIn = (told: PushService["told"] = []): Look["notices"] =>
  told.map(({ endpoint, notice }) => [endpoint, String((notice as { readonly body?: unknown }).body)]);

async function until(holds: () => boolean, what: string): Promise<void> {
  const late = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > late) throw new Error(`there were no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
