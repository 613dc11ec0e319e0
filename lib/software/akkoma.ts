import { BELOW, type Mask, starred } from "#lib/domain/blocks/block-rules.ts";
import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";
import { pleroma } from "./pleroma.ts";

/** All but three letters at each end, fewer where the name is short; dots stay. */
export const akkomaMask: Mask = (name) =>
  starred(name, (at, length, letter) => {
    const [first, last] = keeps(length - 6);
    return letter !== "." && at >= first && at < length - last;
  });
const keeps = (spare: number): readonly [number, number] =>
  spare > 1 ? [3, 3] : [2 - Math.trunc((1 - spare) / 2), 2 + Math.trunc(spare / 2)];

export const akkoma = {
  names: { akkoma: "Akkoma" },
  family: "other",
  asks: "akkoma",
  moves: [
    {
      onMove: "carries-out",
      ...BOTH_WAYS,
      publishesMovedTo: false,
      read: ["3.16.0", "3.16.0"],
      source: "transmogrifier.ex and user_view.ex, 3.16.0: movedTo occurs nowhere",
    },
  ],
  // simple_policy.ex, 3.16.0: `URI.parse(actor).host`.
  blocks: { ...BELOW, wildcards: ["lead", "trail"], mask: akkomaMask, compares: ["actor"] },
  signIn: pleroma.signIn,
  paths: pleroma.paths,
  ways: pleroma.ways,
  aliasCheck: [
    ...pleroma.aliasCheck,
    { since: "3.16.0", reads: "anew", source: "transmogrifier.ex, 3.16.0: the target is fetched unless 5 seconds old" },
  ],
} as const satisfies SoftwareFacts;
