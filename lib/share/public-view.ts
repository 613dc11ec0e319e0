import type { PublicAccount, PublicCounts, PublicShare } from "#lib/contract/share.ts";
import { defined } from "#lib/flow/defined.ts";
import { pathOf } from "#lib/software/index.ts";
import type { ShareRow } from "#lib/store/check/shares.ts";
import type { ShareAccount, ShareCounts } from "#lib/store/tables/types.ts";
import { isBelievable, isMutual } from "./confirmation.ts";
import type { ShareDeps } from "./deps.ts";

/** Below this a number of people points at people. */
const FEW = 5;
/** An account of so few followers gets no numbers at all: everybody knows who they are. */
const FEWEST_FOLLOWERS = 20;

/** What everybody with the link may see, or null where the page has ended. The list of followers has no part in it. */
export function publicView(
  { data, numbersUntil, showsMissing }: ShareRow,
  now: Date,
  avatarPath?: ShareDeps["avatarPath"],
): PublicShare | null {
  const withNumbers = now < numbersUntil;
  if (!isBelievable(data.confirmation)) return null;
  if (!withNumbers && !isMutual(data.confirmation)) return null;
  const counts = withNumbers && data.counts ? publicCounts(data.counts, showsMissing) : null;
  return {
    old: publicAccount(data.old, avatarPath),
    new: publicAccount(data.new, avatarPath),
    ...defined({ counts }),
    proof: {
      oldPointsToNew: data.confirmation.oldPointsToNew === "yes" ? "yes" : "unknown",
      newNamesOld: data.confirmation.newNamesOld === "yes" ? "yes" : "unknown",
      sources: [data.old.uri, data.new.uri].flatMap((uri) => (uri ? [uri] : [])),
      at: data.confirmation.at,
    },
    numbersUntil: numbersUntil.toISOString(),
  };
}

/** The new account's followers; how many are missing is said by its owner's choice alone. */
function publicCounts({ before, newList, missing, missingIs: is }: ShareCounts, all: boolean): PublicCounts | null {
  if (before < FEWEST_FOLLOWERS || newList === null) return null;
  return { newList: shown(newList), ...(all && missing > 0 ? { missing: { count: shown(missing), is } } : {}) };
}

/** Nobody is nobody: "a few" would be untrue. */
const shown = (count: number): number | "a few" => (count > 0 && count < FEW ? "a few" : count);

function publicAccount(
  { acct, display, url, avatar, uri, software, mailsPosts }: ShareAccount,
  avatarPath: ShareDeps["avatarPath"],
): PublicAccount {
  return {
    acct,
    ...defined({
      display: display || undefined,
      url: isWebPage(url) ? url : undefined,
      avatar: avatar && avatarPath?.(avatar),
      uri: isWebPage(uri) ? uri : undefined,
    }),
    ...feedOf(url, software),
    ...(mailsPosts && isWebPage(url) ? { mailsPosts } : {}),
  };
}

function feedOf(url: string | undefined, software: string | undefined): Pick<PublicAccount, "feed"> {
  const path = pathOf("feed", software);
  return isWebPage(url) && path ? { feed: `${url}${path}` } : {};
}

/** The address is a stranger's text and becomes a link. */
const isWebPage = (url: string | undefined): url is string =>
  url !== undefined && URL.parse(url)?.protocol === "https:";
