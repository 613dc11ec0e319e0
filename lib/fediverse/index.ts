import type { Adapter } from "./adapter.ts";
import { generic } from "./generic.ts";
import { mastodon } from "./mastodon.ts";

/** One adapter a family of software. */
export const ADAPTERS: readonly Adapter[] = [mastodon];

const BY_NAME = new Map(ADAPTERS.flatMap((adapter) => adapter.software.map((name) => [name, adapter] as const)));

/** By NodeInfo's name; whatever is not known is asked the few things that all software may answer. */
export const adapterFor = (software: { readonly name: string } | undefined): Adapter =>
  BY_NAME.get(software?.name.toLowerCase() ?? "") ?? generic;
