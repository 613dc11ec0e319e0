import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { defined } from "#lib/flow/defined.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario, ScenarioEvent } from "#world/make/scenario.ts";
import type { PushService } from "#world/push/push-service.ts";
import type { TruthFile } from "#world/truth/truth.ts";
import { OURS, savedBefore } from "./run-world.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Turns of ten milliseconds. */
const WAKE_AGAIN = 100;

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
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const clock = { now: () => now().getTime() };
  const push = listening?.open(clock.now);
  const { app, world, close } = await openTestApp(scenario, { now, clock, publicUrl: OURS, ...defined({ push }) });
  try {
    const { truth } = world;
    const made = await app.checks.create({ mode: "moved", old: truth.old, before: savedBefore(truth) });
    if (!made.ok) throw new Error(JSON.stringify(made.fields));
    const { id, key } = made.created;
    const stateNow = async (): Promise<CheckState> => {
      const state = await app.checks.state(id, key);
      if (!state) throw new Error("the check is not there any more");
      return state;
    };
    /** What was woken while the run before was still telling browsers is woken again, as it is every ten minutes. */
    const wakeAgain = async ({ state }: CheckState, turn: number): Promise<void> => {
      if (state === "done" && turn % WAKE_AGAIN === 0) await app.tidy();
    };
    /** To the end of a run, over the moments at which it waits for somebody. */
    const settle = async (looks: number): Promise<CheckState> => {
      for (let turn = 1; ; turn++) {
        const state = await stateNow();
        await wakeAgain(state, turn);
        if (state.state === "failed") throw new Error(`The check failed: ${state.failure}`);
        if (hasLooked(state, looks)) return state;
        if (state.state === "waiting") {
          ahead = Math.max(ahead, Date.parse(state.resumesAt ?? "") - Date.now() + MINUTE);
          await app.tidy();
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const looks: Look[] = [];
    const note = async (day: number, state: CheckState, from: number): Promise<void> => {
      const report = await app.checks.report(id, key, { followers: "inline" });
      if (!report) throw new Error("the report is not there");
      const requests = Map.groupBy(world.requests.slice(from), ({ host }) => host);
      const counted = new Map([...requests].map(([host, all]) => [host, all.length] as const));
      const broken = new Set([...world.state.servers].flatMap(([host, { fault }]) => (fault ? [host] : [])));
      // They go out after a run has ended, and days later nobody would take them.
      const due = listening && isNews(state, looks.at(-1)?.state) ? listening.audience() : 0;
      const sent = () => world.requests.slice(from).filter((one) => isMessage(one, push)).length;
      await until(() => sent() >= due, `${due} notices on day ${day}`);
      const notices = noticesIn(push?.told.splice(0));
      looks.push({ day, report, state, truth: world.truth, broken, requests: counted, notices });
    };
    await note(0, await settle(0), 0);
    await app.checks.looks(id, key, true);
    for (let day = 1; day <= days; day++) {
      world.happen({ do: "days-pass", days: 1 });
      for (const step of diary[day] ?? []) world.happen(step);
      ahead += DAY;
      await visits[day]?.({ app, world, id, key });
      const before = await stateNow();
      const wait = Date.parse(before.looks?.next ?? "") - now().getTime();
      if (!before.looks || !(wait < DAY)) continue;
      ahead += Math.max(0, wait);
      const from = world.requests.length;
      await app.tidy();
      await note(day, await settle(before.looks.made + 1), from);
    }
    await after?.({ app, world, id, key });
    return looks;
  } finally {
    await close();
  }
}

const hasLooked = ({ state, looks, history }: CheckState, many: number): boolean =>
  state === "done" && looks?.made === many && history.length > many;

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
