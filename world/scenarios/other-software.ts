import type { Scenario } from "../make/scenario.ts";
import { actorHostAlone } from "./other/actor-host-alone.ts";
import { ghostAsNew } from "./other/ghost-as-new.ts";
import { gotosocialAccountsGone } from "./other/gotosocial-accounts-gone.ts";
import { gotosocialAllowBeatsBlock } from "./other/gotosocial-allow-beats-block.ts";
import { gotosocialAllowList } from "./other/gotosocial-allow-list.ts";
import { gotosocialAsShipped } from "./other/gotosocial-as-shipped.ts";
import { gotosocialGivesUp } from "./other/gotosocial-gives-up.ts";
import { gotosocialLocked } from "./other/gotosocial-locked.ts";
import { gotosocialRefuses } from "./other/gotosocial-refuses.ts";
import { gotosocialSplitDomain } from "./other/gotosocial-split-domain.ts";
import { holloAsNew } from "./other/hollo-as-new.ts";
import { misskeyClosed } from "./other/misskey-closed.ts";
import { misskeyOwnPeople } from "./other/misskey-own-people.ts";
import { misskeyRefuses } from "./other/misskey-refuses.ts";
import { misskeyToGotosocial } from "./other/misskey-to-gotosocial.ts";
import { snacAsOld } from "./other/snac-as-old.ts";
import { snacFollower } from "./other/snac-follower.ts";
import { starRows } from "./other/star-rows.ts";
import { throughABridge } from "./other/through-a-bridge.ts";

/** What other software does that Mastodon does not, one scenario a fact. */
export const OTHER_SOFTWARE = {
  "actor-host-alone": actorHostAlone,
  "ghost-as-new": ghostAsNew,
  "gotosocial-accounts-gone": gotosocialAccountsGone,
  "gotosocial-allow-beats-block": gotosocialAllowBeatsBlock,
  "gotosocial-allow-list": gotosocialAllowList,
  "gotosocial-as-shipped": gotosocialAsShipped,
  "gotosocial-gives-up": gotosocialGivesUp,
  "gotosocial-locked": gotosocialLocked,
  "gotosocial-refuses": gotosocialRefuses,
  "gotosocial-split-domain": gotosocialSplitDomain,
  "hollo-as-new": holloAsNew,
  "misskey-closed": misskeyClosed,
  "misskey-own-people": misskeyOwnPeople,
  "misskey-refuses": misskeyRefuses,
  "misskey-to-gotosocial": misskeyToGotosocial,
  "snac-as-old": snacAsOld,
  "snac-follower": snacFollower,
  "star-rows": starRows,
  "through-a-bridge": throughABridge,
} satisfies Readonly<Record<string, Scenario>>;
