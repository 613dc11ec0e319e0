import type { ReactNode } from "react";
import type { LookupAnswer, PublicShare } from "#lib/contract/share.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { pathOf, softwareName } from "#lib/software/index.ts";
import { answerWords, withoutButton } from "./answer-words.ts";
import { Address, HostName, TAGS } from "./names.tsx";
import type { ShareWords } from "./words.ts";

type AnswerProps = { readonly answer: LookupAnswer; readonly view: PublicShare; readonly t: ShareWords };

/** What a visitor's own server says, and the way to follow from it. */
export function Answer({ answer, view, t }: AnswerProps) {
  const { why, now } = answerWords(answer);
  const sentence = answer.follow.kind === "manual" ? withoutButton(now) : now;
  const tags = tagsFor(answer, view);
  return (
    <>
      <h3>{t.rich("answer.title", tags)}</h3>
      {why ? <p>{t.rich(`answer.${why}`, tags)}</p> : null}
      {sentence ? <p>{t.rich(`answer.${sentence}`, tags)}</p> : null}
      {answer.reach === "blocked" ? <Instead t={t} view={view} /> : <Follow answer={answer} t={t} tags={tags} />}
    </>
  );
}

type Tags = Readonly<Record<string, (words: ReactNode) => ReactNode>>;
const tagsFor = ({ server }: LookupAnswer, view: PublicShare): Tags => ({
  ...TAGS,
  server: () => <HostName host={server} />,
  oldServer: () => <HostName host={serverOf(view.old.acct)} />,
  newServer: () => <HostName host={serverOf(view.new.acct)} />,
  newAccount: () => <Address acct={view.new.acct} />,
});

/** The host stands in bold before anybody goes there; in this window, because small ones of apps lose new ones. */
function Follow({ answer: { follow }, tags, t }: { answer: LookupAnswer; tags: Tags; t: ShareWords }) {
  if (follow.kind === "manual") {
    const { software = "" } = follow;
    // Only names that are known are said: the one in an answer is a stranger's text.
    const isKnown = pathOf("follow", software) === null;
    const named = { ...tags, software: softwareName(software) };
    return <p>{isKnown ? t.rich("answer.manualSoftware", named) : t.rich("answer.manual", tags)}</p>;
  }
  return (
    <>
      <p>
        <a className="go" href={follow.url} rel="noopener noreferrer">
          {t.rich("answer.continue", { host: () => <HostName host={follow.host} /> })}
        </a>
      </p>
      <p className="hint">{t("answer.signIn")}</p>
    </>
  );
}

/** A button that must fail is not shown, and no way round it is. */
function Instead({ view, t }: Omit<AnswerProps, "answer">) {
  const { url } = view.new;
  return (
    <>
      <h4>{t("answer.instead")}</h4>
      <ul>
        {url ? (
          <li>
            {t.rich("answer.read", {
              link: () => (
                <a dir="ltr" href={url} rel="noopener noreferrer">
                  {url}
                </a>
              ),
            })}
          </li>
        ) : null}
        <li>{t("answer.otherAccount")}</li>
        <li>{t("answer.ask")}</li>
      </ul>
    </>
  );
}
