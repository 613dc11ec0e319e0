import type { Scenario } from "../make/scenario.ts";
import { accountsDeletedAndTold } from "./accounts-deleted-and-told.ts";
import { carriedAllTheSame } from "./carried-all-the-same.ts";
import { lateNotice } from "./late-notice.ts";
import { newAccountSuspended } from "./new-account-suspended.ts";
import { newServerHidesBlocks } from "./new-server-hides-blocks.ts";
import { newServerHidesItself } from "./new-server-hides-itself.ts";
import { newsWithoutMoved } from "./news-without-moved.ts";
import { numbersForNames } from "./numbers-for-names.ts";
import { oldAccountDeletedAfterMove } from "./old-account-deleted-after-move.ts";
import { oldAccountSuspendedAtHome } from "./old-account-suspended-at-home.ts";
import { oldPeersLists } from "./old-peers-lists.ts";
import { oldServerIsClosed } from "./old-server-is-closed.ts";
import { ownTwoAccounts } from "./own-two-accounts.ts";
import { redirectRemoved } from "./redirect-removed.ts";
import { renamedFollowers } from "./renamed-followers.ts";
import { secureNewServer } from "./secure-new-server.ts";
import { selfDestructingServer } from "./self-destructing-server.ts";
import { splitNames } from "./split-names.ts";
import { staleHandles } from "./stale-handles.ts";
import { twoStayAtHome } from "./two-stay-at-home.ts";
import { wholeEndingBlocked } from "./whole-ending-blocked.ts";

/** States that real Mastodon servers were seen in. */
export const ON_MASTODON = {
  "accounts-deleted-and-told": accountsDeletedAndTold,
  "carried-all-the-same": carriedAllTheSame,
  "late-notice": lateNotice,
  "new-account-suspended": newAccountSuspended,
  "new-server-hides-blocks": newServerHidesBlocks,
  "new-server-hides-itself": newServerHidesItself,
  "news-without-moved": newsWithoutMoved,
  "numbers-for-names": numbersForNames,
  "old-account-deleted-after-move": oldAccountDeletedAfterMove,
  "old-account-suspended-at-home": oldAccountSuspendedAtHome,
  "old-peers-lists": oldPeersLists,
  "old-server-is-closed": oldServerIsClosed,
  "own-two-accounts": ownTwoAccounts,
  "redirect-removed": redirectRemoved,
  "renamed-followers": renamedFollowers,
  "secure-new-server": secureNewServer,
  "self-destructing-server": selfDestructingServer,
  "split-names": splitNames,
  "stale-handles": staleHandles,
  "two-stay-at-home": twoStayAtHome,
  "whole-ending-blocked": wholeEndingBlocked,
} satisfies Readonly<Record<string, Scenario>>;
