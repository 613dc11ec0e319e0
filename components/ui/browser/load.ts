import type { ComponentType } from "react";

type Part<Props> = { readonly default: ComponentType<Props> };

/**
 * A part that is fetched when it is wanted. Where its script cannot be had (no connection, a new version since), the
 * rest of the page stays, and `instead` stands in its place.
 */
export const load =
  <Props>(fetched: () => Promise<Part<Props>>, instead: ComponentType<Props>) =>
  (): Promise<Part<Props>> =>
    fetched().catch(() => ({ default: instead }));

/** For parts that only add to the page. */
export const nothing = (): null => null;
