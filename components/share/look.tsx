import { Fold } from "#components/ui/fold.tsx";
import type { LookShown, LookupAnswer } from "#lib/contract/share.ts";
import type { AnswerWords } from "./answer-words.ts";
import { HostName, type Tags } from "./names.tsx";
import type { ShareWords } from "./words.ts";

type Looked = Extract<LookShown, { readonly end: "in" }>;
type LookWords = {
  /** Where he follows already, that is the answer. */
  readonly title?: "follows" | "requested";
  readonly text: "follows" | "requested" | "open" | "found" | "listed" | "lost" | "nothing";
};

/** What the own server told the one who signed in there: his own follow first, then the server. */
export function toldWords({ relation, by }: Looked, { title }: AnswerWords): LookWords {
  if (relation === "follows" || relation === "requested") return { title: relation, text: relation };
  if (by === undefined) return { text: "nothing" };
  if (title === "blocked" || title === "blockedLikely") return { text: by === "look-up" ? "lost" : "listed" };
  return { text: by === "list" ? "open" : "found" };
}

type Part = { readonly t: ShareWords; readonly tags: Tags };

/** Only what passes is worth another try. */
const endWords = (look: Exclude<LookShown, Looked>) =>
  look.end === "not-begun" && !look.passing ? "not-possible" : look.end;

/** What became of it, and of the permission. */
export function AfterLook({ look, t, tags }: Part & { readonly look: LookShown }) {
  if (look.end !== "in") return <p role="status">{t.rich(`look.end.${endWords(look)}`, tags)}</p>;
  return (
    <>
      {look.by ? <p className="hint">{t.rich("look.thanks", tags)}</p> : null}
      <p className="hint">{t.rich(look.revoked ? "look.revoked" : "look.deleted", tags)}</p>
    </>
  );
}

type OfferProps = Part & {
  readonly look: NonNullable<LookupAnswer["look"]>;
  readonly server: string;
  readonly setOut: string;
};

/** Nobody has to: it stands below the way to follow, and closed. A plain form, for it leads to another server. */
export function Offer({ look, server, setOut, t, tags }: OfferProps) {
  return (
    <Fold summary={<span>{t.rich("look.offer", tags)}</span>}>
      <p>{t.rich("look.why", tags)}</p>
      <p>{t.rich("look.asks", tags)}</p>
      <ul>
        {t.rich("look.list", {
          ...tags,
          li: (line) => <li>{line}</li>,
          blocks: (line) => (look.lists ? <li>{line}</li> : null),
        })}
      </ul>
      <p>{t.rich(look.revokes ? "look.privacy" : "look.privacyKept", tags)}</p>
      <form action={setOut} method="post">
        <input name="server" type="hidden" value={server} />
        <button className="btn btn--wide" type="submit">
          <span>{t.rich("look.go", { host: () => <HostName host={look.host} /> })}</span>
        </button>
      </form>
      <p className="hint">{t.rich("look.exact", { rights: () => <bdi dir="ltr">{look.rights.join(" ")}</bdi> })}</p>
    </Fold>
  );
}
