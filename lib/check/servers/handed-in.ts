import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { AskedAbout } from "#lib/domain/evidence/answers.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, known, type Source } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { stancesFrom } from "#lib/fediverse/about/stances.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { freshOf } from "#lib/store/check/looked.ts";
import { withSide } from "./ask/answer-place.ts";

type Input = CheckRow["input"];
type Looked = NonNullable<Input["looked"]>[number];

/**
 * What the mover handed in about a server, and what it told one of its people, beside what it said itself. What it
 * publishes stands first.
 */
export function withGiven(facts: ServerFacts, input: Input, check: CheckFacts): ServerFacts {
  const handed = input.lists?.find(({ server }) => server === facts.host);
  const told = input.told?.find(({ server }) => server === facts.host);
  const looked = input.looked?.find(({ server }) => server === facts.host);
  let all = facts;
  if (looked) all = withLook(all, freshOf(looked, check.now), check);
  if (handed) all = withHandedList(all, handed.list, { kind: "file", at: handed.at }, check);
  if (told?.onOld) all = withSide(all, "old", { told: byMouth(told.onOld, told.at) });
  if (told?.onNew)
    for (const { key } of check.targets) all = withSide(all, key, { told: byMouth(told.onNew, told.at) });
  return all;
}

function withLook(facts: ServerFacts, { onOld, onNew, instance }: Looked, { targets }: CheckFacts): ServerFacts {
  const unless = (said: AskedAbout | undefined, { list, allow, resolve }: Looked["onOld"]): AskedAbout =>
    defined({ ...(said?.list?.known ? {} : { list, allow }), resolve });
  const about = targets.reduce(
    (all, { key }) => withSide(all, key, unless(facts.onTarget[key], onNew)),
    withSide(facts, "old", unless(facts.onOld, onOld)),
  );
  return instance && !facts.instance?.known ? { ...about, instance } : about;
}

function withHandedList(
  facts: ServerFacts,
  list: BlockList,
  source: Source,
  { old, targets }: CheckFacts,
): ServerFacts {
  const about = (side: Side): Fact<Stance> | undefined => {
    const named = namedHost(side.host, side.webHost);
    return stancesFrom(known(list, source), [named])[named.host];
  };
  const unless = (said: AskedAbout | undefined, side: Side): AskedAbout => {
    const fact = about(side);
    return fact && !said?.list?.known ? { list: fact } : {};
  };
  return targets.reduce(
    (all, side) => withSide(all, side.key, unless(facts.onTarget[side.key], side)),
    withSide(facts, "old", unless(facts.onOld, old)),
  );
}

/** Somebody there looked. People err, so the core takes it for likely at most. */
function byMouth(answer: "open" | "blocked", at: string): Fact<Stance> {
  return known({ inbound: answer, outbound: answer, basis: "list", match: "exact" }, { kind: "told", at });
}
