import type { BlockList, NamedHost } from "#lib/domain/block-match.ts";
import type { Acct, AskedAbout, ServerFacts, TargetKey } from "#lib/domain/evidence.ts";
import { type Fact, gap, NOT_ASKED } from "#lib/domain/fact.ts";
import type { Gate } from "#lib/domain/gate.ts";
import type { Adapter, Server } from "./adapter.ts";
import type { AskOptions } from "./ask.ts";
import type { NodeInfoRead } from "./nodeinfo.ts";
import { type AboutSide, MOST_REQUESTS, type PlannedQuestion } from "./order.ts";
import { askInstance, askPeer } from "./peers.ts";
import { askBlockList, askStance, stancesFrom } from "./stances.ts";
import { askControl, askSight, askView } from "./view.ts";

/** One of the mover's servers as others are asked about it. */
export type NamedSide = { readonly named: NamedHost; readonly acct?: Acct };
export type Probing = {
  readonly adapter: Adapter;
  readonly gate: Gate;
  readonly server: Server;
  readonly old: NamedSide;
  readonly targets: Readonly<Record<TargetKey, NamedSide>>;
  /** One of the server's own people who are known to be there. */
  readonly controlUser?: string;
  readonly nodeinfo?: NodeInfoRead;
  /** In place of asking: a remembered list. */
  readonly blockList?: () => Promise<Fact<BlockList>>;
  readonly options?: AskOptions;
};

/** Asks one planned question and puts the answer where it belongs. `requests`: how many this server has had. */
export async function putQuestion(
  probing: Probing,
  question: PlannedQuestion,
  facts: ServerFacts,
  requests = 0,
): Promise<ServerFacts> {
  const { adapter, gate, server, options } = probing;
  switch (question.ask) {
    case "list":
      return withLists(probing, facts);
    case "instance":
      return { ...facts, instance: await askInstance(adapter, gate, server, options) };
    case "control":
      return { ...facts, control: await control(probing) };
    default:
      return withAnswer(facts, question, await aboutSide(probing, question, facts, requests));
  }
}

/** The budget was spent before its turn came. */
export function leaveOut(question: PlannedQuestion, facts: ServerFacts): ServerFacts {
  const missing = gap("over-budget");
  if (question.ask === "instance" || question.ask === "control") return { ...facts, [question.ask]: missing };
  if (question.ask !== "list") return withAnswer(facts, question, missing);
  const keys = ["old", ...Object.keys(facts.onTarget)];
  return keys.reduce((all, about) => withAnswer(all, { ask: "stance", about }, missing), facts);
}

function control({ adapter, gate, server, controlUser, options }: Probing): Promise<Fact<boolean>> {
  return controlUser === undefined
    ? Promise.resolve(NOT_ASKED)
    : askControl(adapter, gate, server, controlUser, options);
}

async function aboutSide(
  { adapter, gate, server, old, targets, options }: Probing,
  { ask, about }: AboutSide,
  facts: ServerFacts,
  requests: number,
): Promise<Fact<unknown>> {
  const side = about === "old" ? old : targets[about];
  if (!side) return NOT_ASKED;
  if (ask === "peer") return askPeer(adapter, gate, server, side.named.host, options);
  if (ask === "stance") return askStance(adapter, gate, server, side.named, options);
  if (side.acct === undefined) return NOT_ASKED;
  if (ask === "sight") return askSight(adapter, gate, server, side.acct, options);
  const seen = (about === "old" ? facts.onOld : facts.onTarget[about])?.sight;
  const mostPages = Math.max(1, Math.min(3, MOST_REQUESTS - requests));
  return askView(adapter, gate, server, side.acct, { ...options, mostPages, ...(seen ? { sight: seen } : {}) });
}

async function withLists(probing: Probing, facts: ServerFacts): Promise<ServerFacts> {
  const { adapter, gate, server, old, targets, nodeinfo, options } = probing;
  const ask = () => askBlockList(adapter, gate, server, { ...options, ...(nodeinfo ? { nodeinfo } : {}) });
  const list = await (probing.blockList ?? ask)();
  const sides = { old, ...targets };
  const stances = stancesFrom(
    list,
    Object.values(sides).map(({ named }) => named),
  );
  return Object.entries(sides).reduce(
    (all, [about, { named }]) => withAnswer(all, { ask: "stance", about }, stances[named.host] ?? NOT_ASKED),
    facts,
  );
}

function withAnswer(facts: ServerFacts, { ask, about }: AboutSide, fact: Fact<unknown>): ServerFacts {
  const field = ask === "stance" ? "list" : ask;
  const put = (side: AskedAbout | undefined): AskedAbout => ({ ...side, [field]: fact });
  if (about === "old") return { ...facts, onOld: put(facts.onOld) };
  return { ...facts, onTarget: { ...facts.onTarget, [about]: put(facts.onTarget[about]) } };
}
