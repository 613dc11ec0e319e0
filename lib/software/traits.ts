/**
 * What judging has to know of a software, beside what it does with a Move and with a row of its block list. A trait is
 * left out where it is not so, or where nobody has read it.
 */
export type Traits = {
  /** Tells everybody which of its own people follow an account elsewhere. */
  readonly showsWhoFollows?: true;
  /**
   * Its people find nobody of a server that it shuts out. `then-alone`: they find everybody else, so that finding nobody
   * tells. `then-too`: they may find nobody for other reasons as well.
   */
  readonly findsNobody?: "then-alone" | "then-too";
  /** A follow from a server that it limits waits for a yes. */
  readonly limitHolds?: true;
  /** Its own people wait for a yes too, where an account is locked. */
  readonly lockHoldsOwn?: true;
  /** Where it suspends a server it ends the follows of that server's people. */
  readonly blockEndsFollows?: true;
  /** Whoever follows one of its accounts no more leaves the account's list at once. */
  readonly listLosesAtOnce?: true;
  /** Its list of blocks looks the same whether it talks to everybody or to named servers alone. */
  readonly blocksHideMode?: true;
  /** While it talks to named servers alone it shows no list of followers to a stranger who cannot sign. */
  readonly closedShowsNoLists?: true;
  /** An explicit allow of a server beats a row that blocks it, and that row stays listed. */
  readonly allowBeatsBlock?: true;
  /** It takes one bad answer to a Move for final and tries no more. */
  readonly givesUpAtOnce?: true;
  /** Its look-up shows strangers the copies that it has, and fetches nothing for them. */
  readonly showsCopiesAlone?: true;
  /** The account of the server as a whole is given to every server, also to those that it shuts out. */
  readonly givesItselfToAll?: true;
};
