import type { AdapterId } from "#lib/software/define.ts";
import { factsOf } from "#lib/software/index.ts";
import type { Adapter } from "../question/adapter.ts";
import { akkoma } from "./akkoma.ts";
import { bare } from "./bare.ts";
import { friendica } from "./friendica.ts";
import { generic } from "./generic.ts";
import { gotosocial } from "./gotosocial.ts";
import { hollo } from "./hollo.ts";
import { iceshrimpNet } from "./iceshrimp-net.ts";
import { lemmy } from "./lemmy.ts";
import { mastodon } from "./mastodon.ts";
import { mbin } from "./mbin.ts";
import { misskey } from "./misskey.ts";
import { peertube } from "./peertube.ts";
import { piefed } from "./piefed.ts";
import { pixelfed } from "./pixelfed.ts";
import { pleroma } from "./pleroma.ts";
import { snac } from "./snac.ts";

export const ADAPTERS: Readonly<Record<AdapterId, Adapter>> = {
  mastodon,
  misskey,
  pleroma,
  akkoma,
  gotosocial,
  hollo,
  "iceshrimp-net": iceshrimpNet,
  snac,
  friendica,
  lemmy,
  piefed,
  mbin,
  peertube,
  pixelfed,
  bare,
  generic,
};

/** By NodeInfo's name; whatever is not known is asked the few things that any software may answer. */
export const adapterFor = (software: { readonly name: string } | undefined): Adapter =>
  ADAPTERS[factsOf(software?.name)?.asks ?? "generic"];
