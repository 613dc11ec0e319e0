import { bridgyFed } from "./bridgy/index.ts";
import type { Router } from "./common/routes.ts";
import { ghost } from "./ghost/index.ts";
import { gotosocial } from "./gotosocial/index.ts";
import { hollo } from "./hollo/index.ts";
import { iceshrimpNet } from "./iceshrimp/index.ts";
import { mastodon } from "./mastodon/index.ts";
import { cherrypick, misskey, sharkey } from "./misskey/index.ts";
import type { SoftwareName } from "./names.ts";
import { bookwyrm, friendica, lemmy, peertube, pixelfed, snac, takahe, unheardOf, wordpress } from "./outline/kinds.ts";
import { akkoma, pleroma } from "./pleroma/index.ts";

/** Who answers for a server. */
export const SOFTWARE: Readonly<Record<SoftwareName, Router>> = {
  mastodon,
  misskey,
  sharkey,
  cherrypick,
  pleroma,
  akkoma,
  gotosocial,
  hollo,
  friendica,
  "iceshrimp.net": iceshrimpNet,
  lemmy,
  peertube,
  pixelfed,
  snac,
  wordpress,
  takahe,
  bookwyrm,
  "bridgy-fed": bridgyFed,
  ghost,
  "unheard-of": unheardOf,
};
