import type { LookShown, LookupAnswer } from "#lib/contract/share.ts";
import type { LookAnswer } from "#lib/share/look.ts";
import type { Shares } from "#lib/share/service.ts";
import { hashOf } from "#lib/signin/attempt.ts";
import { beginLook, type Looked, receiveLook } from "#lib/signin/look.ts";
import type { Begun } from "#lib/signin/set-out.ts";
import type { FollowerBack, OpenSignIns } from "./sign-ins.ts";

/** Followers who have their own server asked, from the page of a move. */
export type Looks = {
  /** Null: nothing is to be learnt there by signing in, or the page is gone. */
  begin(page: Page, address: string): Promise<Begun | null>;
  /** Asks, gives the token back, and closes the answer up for the browser that brought it: nothing of it stays here. */
  receive(came: FollowerBack): Promise<Page & { readonly sealed: string }>;
  /** For the page that it is about, and no other. */
  open(token: string, sealed: string): Promise<LookResult | undefined>;
};
type Page = { readonly token: string; readonly language?: string };
type Sealed = { readonly server: string; readonly looked: Looked<LookAnswer> };
/** `answer`: as the page gives it, with what the server told the one who looked. */
export type LookResult = {
  readonly server: string;
  readonly answer: LookupAnswer;
  readonly look: LookShown;
};

export function openLooks({ forLooks: deps }: Pick<OpenSignIns, "forLooks">, shares: Shares): Looks {
  const about = (token: string): string => `look ${hashOf(token)}`;
  return {
    async begin(page, address) {
      const place = await shares.lookPlace(page.token, address);
      if (!place) return null;
      const { server, ...looking } = place;
      return beginLook(deps, { ...looking, from: { ...page, server } });
    },
    async receive({ back }) {
      const { server, ...page } = back.attempt.from;
      const asked = await receiveLook(deps, back, (pass) => shares.look(page.token, server, pass));
      const looked: Sealed["looked"] =
        asked.end === "in" ? (asked.value ? { ...asked, value: asked.value } : { end: "refused" }) : asked;
      return { ...page, sealed: deps.seal.close({ server, looked } satisfies Sealed, about(page.token)) };
    },
    async open(token, sealed) {
      const opened = deps.seal.open<Sealed>(sealed, about(token));
      const found = opened && (await shares.lookup(token, opened.server));
      return opened && found?.ok ? resultOf(opened, found.answer) : undefined;
    },
  };
}

function resultOf({ server, looked }: Sealed, published: LookupAnswer): LookResult {
  if (looked.end !== "in") return { server, answer: published, look: looked };
  const { server: name, host, follow } = published;
  const { verdict, ...told } = looked.value;
  const answer = { server: name, ...(host ? { host } : {}), follow, ...verdict };
  return { server, answer, look: { ...told, end: "in", revoked: looked.revoked } };
}
