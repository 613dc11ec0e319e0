import type { MatchRule } from "#lib/domain/blocks/block-rules.ts";
import { akkoma } from "./akkoma.ts";
import { friendica } from "./friendica.ts";
import { gotosocial } from "./gotosocial.ts";
import { lemmy } from "./lemmy.ts";
import { mastodon } from "./mastodon.ts";
import { mbin } from "./mbin.ts";
import { misskey } from "./misskey.ts";
import { peertube } from "./peertube.ts";
import { piefed } from "./piefed.ts";
import { pleroma } from "./pleroma.ts";

/** A stored block list names its rule by these keys. */
const RULES = {
  mastodon: mastodon.blocks,
  akkoma: akkoma.blocks,
  pleroma: pleroma.blocks,
  misskey: misskey.blocks,
  gotosocial: gotosocial.blocks,
  friendica: friendica.blocks,
  lemmy: lemmy.blocks,
  piefed: piefed.blocks,
  mbin: mbin.blocks,
  peertube: peertube.blocks,
};
export type MatchRuleId = keyof typeof RULES;
export const MATCH_RULES: Readonly<Record<MatchRuleId, MatchRule>> = RULES;
