import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { AdapterId } from "#lib/software/define.ts";
import { type NextQuestion, nextQuestion } from "./order.ts";
import type { PlanContext } from "./order-conditions.ts";
import type { PlannedStep } from "./order-plans.ts";

const always: PlannedStep["when"] = [];
const LIST: readonly PlannedStep[] = [{ ask: "list", when: always }];
const NOTHING: readonly PlannedStep[] = [];

/**
 * What a server is asked about following its people: whom it blocks, and nothing about anybody there. A follower's
 * server has mostly been asked that already; then nothing is left to ask.
 */
const FOLLOWED_PLANS: Readonly<Record<AdapterId, readonly PlannedStep[]>> = {
  mastodon: [
    ...LIST,
    { ask: "peer", about: "new", when: ["newUnlisted"] },
    // It shows strangers nothing: it may talk to named servers alone, and says so of itself.
    { ask: "instance", when: ["newUnlisted", "peersHidden"] },
  ],
  misskey: [
    { ask: "stance", about: "new", when: always },
    { ask: "instance", when: ["newIsClean"] },
  ],
  pleroma: LIST,
  akkoma: LIST,
  gotosocial: [...LIST, { ask: "allow", when: ["listRead"] }],
  friendica: LIST,
  generic: LIST,
  hollo: NOTHING,
  "iceshrimp-net": NOTHING,
  snac: NOTHING,
  bare: NOTHING,
  pixelfed: NOTHING,
  lemmy: NOTHING,
  piefed: NOTHING,
  mbin: NOTHING,
  peertube: NOTHING,
};

/** Whether it carries moves out makes no difference here. */
export function nextOfFollowed(
  adapter: AdapterId,
  { ability: _, ...facts }: ServerFacts,
  context: Omit<PlanContext, "here" | "nobodyMissing">,
): NextQuestion {
  return nextQuestion(FOLLOWED_PLANS[adapter], facts, { ...context, here: {} });
}
