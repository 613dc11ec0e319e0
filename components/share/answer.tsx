import type { LookShown, LookupAnswer, PublicShare } from "#lib/contract/share.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { pathOf, softwareName } from "#lib/software/index.ts";
import { type AnswerWords, answerWords } from "./answer-words.ts";
import { CopyLine } from "./copy-line.tsx";
import { AfterLook, Offer, toldWords } from "./look.tsx";
import { Address, HostName, Name, nameOf, TAGS, type Tags } from "./names.tsx";
import type { ShareWords } from "./words.ts";

type AnswerProps = {
  readonly answer: LookupAnswer;
  readonly view: PublicShare;
  /** Where another server is named, and where somebody sets out to sign in on this one. */
  readonly again: string;
  readonly setOut: string;
  readonly look?: LookShown | undefined;
  readonly t: ShareWords;
};

/** What a visitor's own server says, and the way to follow from it. It takes the place of the question. */
export function Answer({ answer, view, again, setOut, look, t }: AnswerProps) {
  const words = answerWords(answer);
  const tags = tagsFor(answer, view);
  const told = look?.end === "in" ? toldWords(look, words) : undefined;
  return (
    <section aria-labelledby="says" className="answer" id="answer" tabIndex={-1}>
      <p className="answer__server">
        <span>{t.rich("answer.server", tags)}</span>
        <a href={again}>{t("answer.change")}</a>
      </p>
      <h2 id="says">
        {told?.title ? t.rich(`look.title.${told.title}`, tags) : t.rich(`answer.title.${words.title}`, tags)}
      </h2>
      {words.why ? <p>{t.rich(`answer.${words.why}`, tags)}</p> : null}
      {told ? (
        <p>{t.rich(`look.${told.text}`, tags)}</p>
      ) : words.now ? (
        <p>{t.rich(`answer.${words.now}`, tags)}</p>
      ) : null}
      {told?.title ? null : (
        <Next again={again} answer={answer} setOut={setOut} t={t} tags={tags} view={view} words={words} />
      )}
      {look ? <AfterLook look={look} t={t} tags={tags} /> : null}
      {answer.look && mayLook(look) ? (
        <Offer look={answer.look} server={answer.server} setOut={setOut} t={t} tags={tags} />
      ) : null}
    </section>
  );
}

/** Once is enough, and where it cannot be done it is not offered again. */
const mayLook = (look: LookShown | undefined): boolean =>
  look?.end !== "in" && !(look?.end === "not-begun" && !look.passing);

const tagsFor = ({ server }: LookupAnswer, view: PublicShare): Tags => ({
  ...TAGS,
  name: () => <Name>{nameOf(view.new)}</Name>,
  server: () => <HostName host={server} />,
  oldServer: () => <HostName host={serverOf(view.old.acct)} />,
  newServer: () => <HostName host={serverOf(view.new.acct)} />,
  newAccount: () => <Address acct={view.new.acct} />,
});

type Part = AnswerProps & { readonly tags: Tags };

function Next({ words, ...part }: Part & { readonly words: AnswerWords }) {
  const { again, view, t } = part;
  if (words.next === "instead")
    return <Instead {...part} asks={words.now !== "noPeople" && part.answer.atNew === undefined} />;
  if (words.next === "copy") return <CopyLine acct={view.new.acct} id="address-here" main t={t} />;
  if (words.next === "steps") return <Steps {...part} />;
  if (words.next === "button") return <Button {...part} unsure={words.title === "unknown"} />;
  return (
    <a className="btn btn--main btn--big btn--wide" href={again}>
      {t("answer.enter")}
    </a>
  );
}

/** The host stands in bold before anybody goes there; in this window, because small ones of apps lose new ones. */
function Button({ answer: { follow }, tags, t, unsure }: Part & { readonly unsure: boolean }) {
  if (follow.kind === "manual") return null;
  return (
    <>
      {unsure ? <p>{t.rich("answer.pending", tags)}</p> : null}
      <a className="btn btn--main btn--big btn--wide" href={follow.url} rel="noopener noreferrer">
        <span>{t.rich("answer.continue", { host: () => <HostName host={follow.host} /> })}</span>
      </a>
      <p className="hint">{t("answer.signIn")}</p>
      <p className="hint">{t("answer.already")}</p>
    </>
  );
}

function Steps({ answer: { follow }, view, tags, t }: Part) {
  const software = follow.kind === "manual" ? (follow.software ?? "") : "";
  // Only names that are known are said: the one in an answer is a stranger's text.
  const page = pathOf("follow", software);
  const named = { ...tags, software: softwareName(software) };
  return (
    <>
      {page === null ? <p>{t.rich("answer.manualSoftware", named)}</p> : null}
      {page === undefined ? <p>{t.rich("answer.manual", tags)}</p> : null}
      <ol>{t.rich("answer.steps", { ...TAGS, li: (step) => <li>{step}</li> })}</ol>
      <CopyLine acct={view.new.acct} id="address-here" main t={t} />
    </>
  );
}

/** A button that must fail is not shown, and no way round it is. */
function Instead({ view, t, asks }: Part & { readonly asks: boolean }) {
  const { url, feed, mailsPosts } = view.new;
  const to = (address: string) => () => (
    <a dir="ltr" href={address} rel="noopener noreferrer">
      {address}
    </a>
  );
  return (
    <ul>
      {url ? <li>{t.rich("answer.read", { link: to(url) })}</li> : null}
      {feed ? <li>{t.rich("answer.feed", { link: to(feed) })}</li> : null}
      {url && mailsPosts ? <li>{t("answer.mail")}</li> : null}
      <li>{t("answer.otherAccount")}</li>
      {asks ? <li>{t("answer.ask")}</li> : null}
    </ul>
  );
}
