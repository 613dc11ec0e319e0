import type { Adapter } from "../question/adapter.ts";
import { akkoma } from "./akkoma.ts";
import { friendica } from "./friendica.ts";
import { generic } from "./generic.ts";
import { gotosocial } from "./gotosocial.ts";
import { hollo } from "./hollo.ts";
import { lemmy } from "./lemmy.ts";
import { mastodon } from "./mastodon.ts";
import { misskey } from "./misskey.ts";
import { bare, iceshrimpNet, snac } from "./others.ts";
import { pleroma } from "./pleroma.ts";
import { mbin, peertube, piefed } from "./threadiverse.ts";

/** One adapter a family of software. */
export const ADAPTERS: readonly Adapter[] = [
  mastodon,
  misskey,
  pleroma,
  akkoma,
  gotosocial,
  hollo,
  iceshrimpNet,
  snac,
  friendica,
  lemmy,
  piefed,
  mbin,
  peertube,
  bare,
];

const BY_NAME = new Map(ADAPTERS.flatMap((adapter) => adapter.software.map((name) => [name, adapter] as const)));

/** By NodeInfo's name; whatever is not known is asked the few things that any software may answer. */
export const adapterFor = (software: { readonly name: string } | undefined): Adapter =>
  BY_NAME.get(software?.name.toLowerCase() ?? "") ?? generic;
