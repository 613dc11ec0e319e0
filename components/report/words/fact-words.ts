import type { ReportServer } from "#lib/contract/report.ts";
import { softwareName } from "#lib/software/index.ts";

export type ReportFact = ReportServer["facts"][number];
type StanceWord = "clear" | "blocked" | "parent" | "pattern" | "notAllowed" | "limited" | "outbound" | "unclear";
type SightWord = "known" | "moved" | "suspended" | "absent";
type FactKey =
  | "nodeinfo"
  | "view"
  | "gap"
  | "other"
  | `ability.${(typeof ABILITIES)[number]}`
  | `life.${(typeof LIVES)[number]}`
  | `instance.${"limited" | "open" | "nobody"}`
  | `${"control" | "peer" | "allow"}.${"yes" | "no"}`
  | "refusesSigned"
  | `resolve.${"found" | "absent"}${"" | "There"}`
  | "resolve.below"
  | `given.${"yes" | "no"}`
  | `own.${"server" | "people" | "none" | "unread"}`
  | `list.${StanceWord}`
  | `sight.${SightWord}`;

/** A key below `facts` in the messages, and what goes into the sentence. `account` is itself a key. */
export type FactSentence = {
  readonly key: FactKey;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly account?: "oldAccount" | "newAccount";
};

/** Whose server speaks, and which of the mover's two it is about. Before a move `fresh` is empty: each fact names its own. */
export type Scene = { readonly host: string; readonly old: string; readonly fresh: string };

type Bag = Readonly<Record<string, unknown>>;
type Teller = (value: Bag, scene: Scene, side: Side) => FactSentence | null;
type Side = {
  readonly by: string;
  readonly about: string;
  readonly account: "oldAccount" | "newAccount";
  /** It was not read to its end: what is not in it may be there all the same. */
  readonly part?: true;
};

/** What an answer says, as a sentence. Values are stored JSON: one that does not look like its name gets none. */
/** The same sentence twice says nothing new: a list is asked once about both servers. */
export function tellAll(facts: readonly ReportFact[], scene: Scene) {
  const told = new Set<string>();
  return facts.filter(isWorthASentence).flatMap((fact) => {
    const sentence = tell(fact, scene);
    const same = JSON.stringify(sentence);
    if (told.has(same)) return [];
    told.add(same);
    return [{ fact, sentence }];
  });
}

/** That a server answers what we sign is what everybody expects of it. */
const isWorthASentence = ({ fact, value }: ReportFact): boolean => fact !== "refusesSigned" || value !== false;

export function tell({ fact, target, known, value, gap, complete }: ReportFact, scene: Scene): FactSentence {
  const topic = fact.split(".").at(-1) ?? fact;
  const whole = sideOf(fact, { ...scene, fresh: scene.fresh || (target ?? "") });
  const side: Side = complete === false ? { ...whole, part: true } : whole;
  if (!known) return { key: "gap", values: { topic, host: side.by, gap: gap ?? "not-asked" } };
  return TELLERS[topic]?.(bag(value), scene, side) ?? { key: "other", values: { host: side.by } };
}

/** `by…` facts are said by the mover's own servers about the follower's. */
function sideOf(fact: string, { host, old, fresh }: Scene): Side {
  if (fact.startsWith("byOld.")) return { by: old, about: host, account: "oldAccount" };
  if (fact.startsWith("byTarget.")) return { by: fresh, about: host, account: "newAccount" };
  if (fact.startsWith("onTarget.")) return { by: host, about: fresh, account: "newAccount" };
  return { by: host, about: old, account: "oldAccount" };
}

const ABILITIES = ["carries-out", "notifies", "ignores", "inside", "unknown"] as const;
const LIVES = ["alive", "gone", "dead", "silent"] as const;

const resolvedThere = (found: unknown) => (found === true ? "resolve.foundThere" : "resolve.absentThere");

function resolvedHere(found: unknown, below: unknown) {
  if (found !== true) return "resolve.absent";
  return below === true ? "resolve.below" : "resolve.found";
}

const TELLERS: Readonly<Record<string, Teller>> = {
  nodeinfo: ({ software }, { host }) => {
    const { name, version } = bag(software);
    return isText(name)
      ? { key: "nodeinfo", values: { host, software: softwareName(name), version: isText(version) ? version : "" } }
      : null;
  },
  ability: ({ onMove }, { host }) =>
    oneOf(onMove, ABILITIES, (id) => ({
      key: `ability.${id}`,
      values: { software: host },
    })),
  life: ({ state }, { host }) => oneOf(state, LIVES, (id) => ({ key: `life.${id}`, values: { host } })),
  instance: ({ limitedFederation, federation }, { host }) => {
    const limited = limitedFederation === true || federation === "specified";
    return { key: `instance.${federation === "none" ? "nobody" : limited ? "limited" : "open"}`, values: { host } };
  },
  refusesSigned: ({ yes }, { host }) => (yes === true ? { key: "refusesSigned", values: { host } } : null),
  allow: ({ yes }, _scene, { by, about }) => ({ key: yes === true ? "allow.yes" : "allow.no", values: { by, about } }),
  // The mover looks at the new server, one of its people at a follower's.
  resolve: ({ found, below }, { host }, { by, about }) => ({
    key: by === host ? resolvedThere(found) : resolvedHere(found, below),
    values: { by, about },
  }),
  given: ({ yes }, _scene, { by, about }) => ({ key: yes === true ? "given.yes" : "given.no", values: { by, about } }),
  own: ({ server, people }, _scene, { by, about, part }) => {
    const count = typeof people === "number" ? people : 0;
    if (server !== true && count > 0) return { key: "own.people", values: { by, about, count } };
    return { key: server === true ? "own.server" : part ? "own.unread" : "own.none", values: { by, about } };
  },
  control: ({ yes }, { host }) => ({ key: yes === true ? "control.yes" : "control.no", values: { host } }),
  list: (stance, _scene, { by, about }) => ({ key: `list.${stanceOf(stance)}`, values: { by, about } }),
  told: (stance, _scene, { by, about }) => ({ key: `list.${stanceOf(stance)}`, values: { by, about } }),
  sight: (sight, _scene, { by, account }) => ({ key: `sight.${sightOf(sight)}`, values: { host: by }, account }),
  view: ({ count }, _scene, { by, account }) =>
    typeof count === "number" ? { key: "view", values: { host: by, count }, account } : null,
  peer: ({ yes }, _scene, { by, about }) => ({ key: yes === true ? "peer.yes" : "peer.no", values: { by, about } }),
};

function stanceOf({ inbound, outbound, limited, match, allowList }: Bag): StanceWord {
  if (inbound === "blocked") {
    if (match === "pattern") return "pattern";
    return allowList === true ? "notAllowed" : match === "parent" ? "parent" : "blocked";
  }
  if (outbound === "blocked") return "outbound";
  if (limited === true) return "limited";
  return inbound === "open" ? "clear" : "unclear";
}

function sightOf({ seen, suspended, moved }: Bag): SightWord {
  if (seen === "absent") return "absent";
  if (suspended === true) return "suspended";
  return isText(moved) ? "moved" : "known";
}

/** A bare yes or no becomes a field, so that every teller reads the same way. */
const bag = (value: unknown): Bag => (typeof value === "object" && value !== null ? (value as Bag) : { yes: value });
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const oneOf = <T extends string>(value: unknown, allowed: readonly T[], say: (id: T) => FactSentence) => {
  const id = allowed.find((one) => one === value);
  return id ? say(id) : null;
};
