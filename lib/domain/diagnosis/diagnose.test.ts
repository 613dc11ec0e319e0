import { describe, expect, it } from "vitest";
import { NOTHING_FOLLOWS } from "#testing/consequences.ts";
import type { Mode } from "../evidence/evidence.ts";
import type { Gap } from "../evidence/fact.ts";
import type { ReadingSet } from "../readings/reading.ts";
import { type Cause, defineCause, type Ruling } from "./cause.ts";
import { type CauseTable, diagnose } from "./diagnose.ts";

type Part = Partial<Cause>;
const BOTH: readonly Mode[] = ["moved", "planned"];

const cause = (id: string, ruling: Ruling, part: Part = {}): Cause => ({
  ...{ id, group: "admin", kind: "positive", modes: BOTH, needs: ["server"], judge: () => ruling },
  ...NOTHING_FOLLOWS,
  ...part,
});
const residual = (id: string, ruling: Ruling, part: Part = {}) =>
  cause(id, ruling, { kind: "residual", group: "follower", modes: ["moved"], ...part });
/** Needs a reading that is a gap. */
const open = (id: string, part: Part = {}) => cause(id, "proven", { needs: ["ability"], ...part });

const read = <T>(value: T) => ({ known: true, value, certainty: "proven", because: [{ fact: "life" }] }) as const;
const unread = (...gaps: Gap[]) => ({ known: false, gaps }) as const;
const readings = (mode: Mode = "moved", arrived: ReadingSet["arrived"] = read(false)): ReadingSet => {
  const setting = read({ mode, onOld: false, onTarget: false, inOldList: true, before: null });
  const known = { server: read("alive"), setting, arrived };
  return {
    ...known,
    ability: unread("needs-login", "needs-login"),
    home: unread("over-budget"),
    showsWhoFollows: read(true),
    viewOld: unread("not-asked"),
  } as unknown as ReadingSet;
};

const run = (table: CauseTable, mode?: Mode) => diagnose(table, readings(mode));
const answer = (table: CauseTable, mode?: Mode) => {
  const { cause: id, certainty, group, also, undecided } = run(table, mode);
  const beside = also.map((one) => `${one.cause} ${one.certainty}`);
  return [id, certainty, group, beside, undecided.map((one) => one.cause)];
};

describe("positive causes", () => {
  it("the first that holds is shown, whatever is undecided above it; the rest stay listed", () => {
    const table = [
      open("a"),
      cause("b", "likely"),
      cause("c", "proven"),
      cause("d", "possible"),
      open("e"),
      cause("f", "no"),
    ];
    expect(answer(table)).toEqual(["b", "likely", "admin", ["c proven", "d possible"], ["a", "e"]]);
  });

  it("only possible does not hold, and keeps the others from being excluded", () => {
    expect(answer([cause("a", "possible"), residual("r", "likely")])).toEqual([
      ...["unknown", null, "unknown", ["a possible", "r possible"], []],
    ]);
  });

  it("one that cannot apply is decided, though its readings are gaps", () => {
    const never = { applies: () => false };
    expect(answer([open("a", never), open("b", { modes: ["planned"] }), residual("r", "likely")])).toEqual([
      ...["r", "likely", "follower", [], []],
    ]);
  });

  it("says which gaps leave it open, each once, and what the shown one rests on", () => {
    const { undecided, because } = run([open("a", { needs: ["ability", "home"] }), cause("b", "proven")]);
    expect(undecided).toEqual([{ cause: "a", gaps: ["needs-login", "over-budget"] }]);
    expect(because).toEqual([{ fact: "life" }]);
  });

  it("who is here is here, and nothing is held against him", () => {
    expect(answer([cause("a", "proven", { group: "here" }), cause("b", "proven"), open("c")])).toEqual([
      ...["a", "proven", "here", [], []],
    ]);
  });
});

describe("residual causes", () => {
  it("hold only when every positive one is decided no", () => {
    expect(answer([cause("a", "no"), residual("r", "likely"), residual("s", "possible")])).toEqual([
      ...["r", "likely", "follower", ["s possible"], []],
    ]);
    expect(answer([open("a"), residual("r", "likely")])).toEqual(["unknown", null, "unknown", ["r possible"], ["a"]]);
  });

  it("are never more than likely, and may be shown as possible", () => {
    expect(answer([residual("r", "proven")])[1]).toBe("likely");
    expect(answer([residual("r", "possible")])).toEqual(["r", "possible", "follower", [], []]);
  });

  it("are not looked at beside a positive one", () => {
    expect(answer([cause("a", "proven"), residual("r", "likely"), open("s", { kind: "residual" })])).toEqual([
      ...["a", "proven", "admin", [], []],
    ]);
  });

  it("an open one keeps nothing from being shown", () => {
    expect(answer([open("r", { kind: "residual" }), residual("s", "likely")])).toEqual([
      ...["s", "likely", "follower", [], ["r"]],
    ]);
  });

  it("one that only time can settle stands as possible and lets the others be no more", () => {
    const standing = open("r", { kind: "residual", standsOpen: true });
    expect(answer([standing, residual("s", "likely")])).toEqual(["s", "possible", "follower", ["r possible"], ["r"]]);
    expect(answer([standing])).toEqual(["unknown", null, "unknown", ["r possible"], ["r"]]);
    expect(answer([cause("a", "possible"), standing])).toEqual([
      ...["unknown", null, "unknown", ["a possible", "r possible"], ["r"]],
    ]);
  });

  it("do not exist before a move", () => {
    expect(answer([residual("r", "likely")], "planned")).toEqual(["clear", null, null, [], []]);
  });
});

describe("nothing holds", () => {
  it("unexplained, when everything was decided", () => {
    expect(answer([cause("a", "no"), residual("r", "no")])).toEqual(["unexplained", null, "unknown", [], []]);
  });

  it("unknown, when something was not", () => {
    expect(answer([cause("a", "no"), open("r", { kind: "residual" })])).toEqual([
      "unknown",
      null,
      "unknown",
      [],
      ["r"],
    ]);
  });

  it("clear before a move, once the walls are decided and whatever else is not", () => {
    const wall = { decidesClear: true } as const;
    expect(answer([cause("a", "no", wall), open("b"), cause("c", "possible")], "planned")).toEqual([
      ...["clear", null, null, ["c possible"], ["b"]],
    ]);
    expect(answer([open("a", wall)], "planned").slice(0, 3)).toEqual(["unknown", null, "unknown"]);
    expect(answer([cause("a", "possible", wall)], "planned").slice(0, 3)).toEqual(["unknown", null, "unknown"]);
    expect(answer([cause("a", "proven", wall)], "planned").slice(0, 3)).toEqual(["a", "proven", "admin"]);
  });
});

describe("a new list that is hidden or was cut short", () => {
  const hidden = (table: CauseTable, mode?: Mode) => diagnose(table, readings(mode, unread("hidden-by-server")));

  it("leaves everybody unknown whom it does not show; findings stand beside", () => {
    expect(hidden([cause("a", "proven"), cause("b", "possible"), open("c"), residual("r", "likely")])).toMatchObject({
      ...{ cause: "unknown", certainty: null, group: "unknown", because: [] },
      also: [
        { cause: "a", certainty: "proven" },
        { cause: "b", certainty: "possible" },
      ],
      undecided: [{ cause: "c" }],
    });
  });

  it("shows who is seen in it", () => {
    expect(hidden([cause("a", "likely", { group: "here" })])).toMatchObject({
      cause: "a",
      group: "here",
      certainty: "likely",
    });
  });

  it("does not matter before a move", () => {
    expect(hidden([cause("a", "proven")], "planned").cause).toBe("a");
  });
});

it("keeps a cause from reading what it did not declare", () => {
  defineCause({
    ...{ id: "x", group: "admin", kind: "positive", modes: BOTH, ...NOTHING_FOLLOWS },
    needs: ["server"],
    // @ts-expect-error `home` is not among the needs
    judge: ({ home }) => (home ? "proven" : "no"),
  });
  defineCause({
    ...{ id: "x", group: "admin", kind: "positive", modes: BOTH, ...NOTHING_FOLLOWS },
    scope: ["setting"],
    // @ts-expect-error `ability` is not in the scope
    applies: ({ ability }) => ability.known,
    needs: ["server"],
    judge: ({ server }) => (server.value === "gone" ? "proven" : "no"),
  });
  expect(BOTH).toHaveLength(2);
});
