import type { AskedAbout } from "../../evidence/answers.ts";
import { type Fact, isInside } from "../../evidence/fact.ts";
import type { Federation, Instance } from "../../evidence/server.ts";
import type { Context } from "../context.ts";
import type { Statement } from "./weigh.ts";

/** A server without the choice talks to everybody. */
export const federationOf = (instance: Fact<Instance> | undefined): Federation =>
  (instance?.known && instance.value.federation) || "all";

/** A Mastodon in secure mode, or one that talks to named servers alone, gives its accounts to nobody who signs nothing. */
export const givesToAll = ({ target: { actor }, targetFamily }: Context): boolean =>
  targetFamily === "mastodon" && actor.known && actor.value.unsigned === true;

/**
 * F lists followers of the target, so both let somebody's follow through. Where the target's own list was read, that says who
 * still is there; people of F who are missing from it may have been cut off since.
 */
export const showsFollowers = ({ aboutTarget: { view }, target: { list } }: Context): boolean =>
  !list.known && view?.known === true && view.value.accts.length > 0;

type Told = Pick<AskedAbout, "list" | "resolve">;

/** F talks to named servers alone: it says so, or a Mastodon of old, which does not say it, shows it from inside. */
export function isNamedAlone(context: Context, about: Told): boolean {
  const { instance } = context.server;
  if (instance?.known) return federationOf(instance) !== "all" || instance.value.limitedFederation === true;
  return context.family === "mastodon" && isUnnamedInside(about) && !answersStrangers(context);
}

/**
 * A Mastodon finds nobody of a server that it suspends, nor of one that it has not named where it talks to named ones
 * alone. Its own people read there that it suspends no such server: then it has not named it.
 */
export const isUnnamedInside = ({ list, resolve }: Told): boolean => {
  const isUnlisted = list?.known === true && list.complete !== false && list.value.inbound === "open";
  return isUnlisted && isInside(list.source) && resolve?.known === true && !resolve.value.found;
};

/** A closed Mastodon answers 401 to strangers: any other answer from its API shows that it is not one. */
export const answersStrangers = ({ server, aboutOld, aboutTarget }: Context): boolean =>
  [server.control, ...Object.values(aboutOld), ...Object.values(aboutTarget)].some(
    (fact) => fact?.known && fact.source.kind === "network",
  );

/** Where servers are let in by name, that no row of blocks names one says nothing. */
export const blocksAlone = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ blocked }) => blocked);
