import type { Scenario } from "../make/scenario.ts";
import { acceptedNotDone } from "./accepted-not-done.ts";
import { accountsGone } from "./accounts-gone.ts";
import { aliasMissing } from "./alias-missing.ts";
import { allListsHidden } from "./all-lists-hidden.ts";
import { blockedByNewServer } from "./blocked-by-new-server.ts";
import { blockedByOldServer } from "./blocked-by-old-server.ts";
import { bothListsHidden } from "./both-lists-hidden.ts";
import { closedDoors } from "./closed-doors.ts";
import { closedFederation } from "./closed-federation.ts";
import { copied } from "./copied.ts";
import { everyoneLostOnOneServer } from "./everyone-lost-on-one-server.ts";
import { followersInNeitherList } from "./followers-in-neither-list.ts";
import { ghosts } from "./ghosts.ts";
import { halfFollowed } from "./half-followed.ts";
import { halfReadNewList } from "./half-read-new-list.ts";
import { hereUnderNewName } from "./here-under-new-name.ts";
import { hiddenNewList } from "./hidden-new-list.ts";
import { hiddenOldList } from "./hidden-old-list.ts";
import { homeOnGotosocial } from "./home-on-gotosocial.ts";
import { homeOnHollo } from "./home-on-hollo.ts";
import { homeOnMisskey } from "./home-on-misskey.ts";
import { lockedNewAccount } from "./locked-new-account.ts";
import { longLists } from "./long-lists.ts";
import { manyKinds } from "./many-kinds.ts";
import { ON_MASTODON } from "./mastodon.ts";
import { moveNotStarted } from "./move-not-started.ts";
import { movedElsewhere } from "./moved-elsewhere.ts";
import { movedOn } from "./moved-on.ts";
import { newAccountGone } from "./new-account-gone.ts";
import { newAccountIsAPage } from "./new-account-is-a-page.ts";
import { newAccountRedirects } from "./new-account-redirects.ts";
import { newAccountUnverifiable } from "./new-account-unverifiable.ts";
import { newServerBlocked } from "./new-server-blocked.ts";
import { newServerGivenUp } from "./new-server-given-up.ts";
import { newServerIsClosed } from "./new-server-is-closed.ts";
import { newUnreachable } from "./new-unreachable.ts";
import { oddNames } from "./odd-names.ts";
import { oldAccountGone } from "./old-account-gone.ts";
import { oldAccountSuspended } from "./old-account-suspended.ts";
import { oldAndNewBlock } from "./old-and-new-block.ts";
import { oldOnAkkoma } from "./old-on-akkoma.ts";
import { oldServerBlocked } from "./old-server-blocked.ts";
import { oldUnreachable } from "./old-unreachable.ts";
import { OTHER_SOFTWARE } from "./other-software.ts";
import { ownDecisions } from "./own-decisions.ts";
import { ownerBlocks } from "./owner-blocks.ts";
import { plannedMove } from "./planned-move.ts";
import { redirectOnly } from "./redirect-only.ts";
import { serversGone } from "./servers-gone.ts";
import { smoothMove } from "./smooth-move.ts";
import { softwareIgnoresMove } from "./software-ignores-move.ts";
import { stillArriving } from "./still-arriving.ts";
import { swapped } from "./swapped.ts";
import { threeServers } from "./three-servers.ts";

export const SCENARIOS = {
  "three-servers": threeServers,
  "smooth-move": smoothMove,
  "here-under-new-name": hereUnderNewName,
  "servers-gone": serversGone,
  "accounts-gone": accountsGone,
  "moved-on": movedOn,
  "new-server-blocked": newServerBlocked,
  "blocked-by-new-server": blockedByNewServer,
  "closed-federation": closedFederation,
  "new-server-is-closed": newServerIsClosed,
  "new-server-given-up": newServerGivenUp,
  "old-server-blocked": oldServerBlocked,
  "old-account-suspended": oldAccountSuspended,
  "blocked-by-old-server": blockedByOldServer,
  ghosts,
  "software-ignores-move": softwareIgnoresMove,
  "old-on-akkoma": oldOnAkkoma,
  "locked-new-account": lockedNewAccount,
  "followers-in-neither-list": followersInNeitherList,
  "still-arriving": stillArriving,
  "accepted-not-done": acceptedNotDone,
  "everyone-lost-on-one-server": everyoneLostOnOneServer,
  "own-decisions": ownDecisions,
  "owner-blocks": ownerBlocks,
  "half-followed": halfFollowed,
  "move-not-started": moveNotStarted,
  "moved-elsewhere": movedElsewhere,
  "alias-missing": aliasMissing,
  "redirect-only": redirectOnly,
  "new-account-redirects": newAccountRedirects,
  "new-account-gone": newAccountGone,
  "old-account-gone": oldAccountGone,
  "new-account-unverifiable": newAccountUnverifiable,
  "new-account-is-a-page": newAccountIsAPage,
  "old-and-new-block": oldAndNewBlock,
  "hidden-old-list": hiddenOldList,
  "hidden-new-list": hiddenNewList,
  "both-lists-hidden": bothListsHidden,
  "all-lists-hidden": allListsHidden,
  "half-read-new-list": halfReadNewList,
  "long-lists": longLists,
  "old-unreachable": oldUnreachable,
  "new-unreachable": newUnreachable,
  swapped,
  copied,
  "closed-doors": closedDoors,
  "odd-names": oddNames,
  "many-kinds": manyKinds,
  "home-on-misskey": homeOnMisskey,
  "home-on-gotosocial": homeOnGotosocial,
  "home-on-hollo": homeOnHollo,
  "planned-move": plannedMove,
  ...ON_MASTODON,
} satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

/** Every written scenario: those that have an expected page each, and those of other software, which have none yet. */
export const WRITTEN: Readonly<Record<string, Scenario>> = { ...SCENARIOS, ...OTHER_SOFTWARE };
