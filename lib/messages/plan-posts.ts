import type { MentionKind } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Mover } from "./mover.ts";
import type { Chosen, LeftOut } from "./plan-choice.ts";
import { type Draft, type Writing, write } from "./template.ts";
import { MENTIONS } from "./templates/mention.ts";

/** All of one server: nobody learns who else followed beyond those who can see it anyway. */
export const MOST_IN_A_POST = 3;

export type MentionPost = {
  readonly server: Host;
  readonly kind: MentionKind;
  readonly to: readonly Acct[];
  /** Whom to mark once it is posted, by the address that the report knows them by. */
  readonly marks: readonly Acct[];
  readonly draft: Draft;
};

type Posts = { readonly posts: readonly MentionPost[]; readonly tooLong: readonly LeftOut[] };

export function inPosts(chosen: readonly Chosen[], mover: Mover, writing: Writing): Posts {
  const posts: MentionPost[] = [];
  const tooLong: LeftOut[] = [];
  for (const group of bySituation(chosen)) {
    for (let at = 0; at < group.length; ) {
      const post = largestThatFits(group.slice(at, at + MOST_IN_A_POST), mover, writing);
      if (post) posts.push(post);
      else tooLong.push(...group.slice(at, at + 1).map(({ acct }) => ({ acct, why: "too-long" }) as const));
      at += post?.to.length ?? 1;
    }
  }
  return { posts, tooLong };
}

/** One text fits all of a post: the same server and the same thing to say. */
function bySituation(chosen: readonly Chosen[]): Iterable<readonly Chosen[]> {
  const groups = new Map<string, Chosen[]>();
  for (const one of chosen) {
    const key = `${one.server} ${one.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups.values();
}

/** Long names take room: then fewer people share a post. */
function largestThatFits(people: readonly Chosen[], mover: Mover, writing: Writing): MentionPost | null {
  const [first] = people;
  if (!first) return null;
  const to = people.map((one) => one.to);
  const draft = write(MENTIONS[first.kind], { ...mover, to }, writing);
  if (!draft.fits) return largestThatFits(people.slice(0, -1), mover, writing);
  return { server: first.server, kind: first.kind, to, marks: people.map(({ acct }) => acct), draft };
}
