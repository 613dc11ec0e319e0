import type { Host, TargetKey } from "../names/spellings.ts";
import type { AskedAbout, SaidBy } from "./answers.ts";
import type { Fact } from "./fact.ts";
import type { Ability, Instance, Life, NodeInfo } from "./server.ts";
import type { Side } from "./side.ts";

/** A move that was made, or one that is planned. */
export type Mode = "moved" | "planned";

export type Before = {
  readonly is: "snapshot" | "stated" | "unknown";
  readonly count?: number;
  readonly takenAt?: string;
};

/**
 * With the facts of each server and the people, the seam between asking and judging: everything a check has learnt, as
 * plain JSON. Stored evidence can be judged again without the network. A field left out was not asked.
 */
export type CheckFacts = {
  readonly mode: Mode;
  /** The clock at judging; the core has none of its own. */
  readonly now: string;
  readonly old: Side;
  readonly targets: readonly Side[];
  readonly before: Before;
  /** Told by the mover, else missing. */
  readonly movedAt: Fact<string>;
};

export type ServerFacts = {
  readonly host: Host;
  readonly nodeinfo?: Fact<NodeInfo>;
  /** Looked up by NodeInfo's software and version, outside the core. */
  readonly ability?: Fact<Ability>;
  readonly life?: Fact<Life>;
  readonly instance?: Fact<Instance>;
  /** A look-up of the server's own follower answered: so a 404 for others means something. */
  readonly control?: Fact<boolean>;
  /**
   * What it does with requests that we signed: it answers them, or it refuses them with an empty 403 while other servers
   * believe our signature. It says how our own host stands there. Left out where nothing was signed for it.
   */
  readonly refusesSigned?: Fact<boolean>;
  readonly onOld: AskedAbout;
  readonly onTarget: Readonly<Record<TargetKey, AskedAbout>>;
  readonly byOld: SaidBy;
  readonly byTarget: Readonly<Record<TargetKey, SaidBy>>;
  /** People of this server in each target's list, newcomers included: evidence that arrivals get through, nobody to judge. */
  readonly arrived?: Readonly<Record<TargetKey, number>>;
};

/** A server that nobody has asked yet. */
export const nothingAsked = (host: Host): ServerFacts => ({ host, onOld: {}, onTarget: {}, byOld: {}, byTarget: {} });
