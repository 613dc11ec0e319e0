import { Fold } from "#components/ui/fold.tsx";
import { direction } from "#i18n/locales.ts";
import type { LookShown, LookupAnswer, PublicShare } from "#lib/contract/share.ts";
import { Answer } from "./answer.tsx";
import { AskServer } from "./ask-server.tsx";
import { CopyLine } from "./copy-line.tsx";
import { Mover, Proof } from "./mover.tsx";
import { TAGS } from "./names.tsx";
import { Notice } from "./notice.tsx";
import { PageHead } from "./page-head.tsx";
import { ShareFoot } from "./share-foot.tsx";
import { languageQuery, type PageWords, type ShareWords } from "./words.ts";

export type SharePageProps = {
  readonly words: PageWords;
  readonly view: PublicShare;
  readonly token: string;
  readonly publicUrl: string;
  /** The operator's line. */
  readonly notice?: string | undefined;
  /** For readers without JavaScript: what the form was answered. */
  readonly asked?: {
    readonly address: string;
    readonly answer?: LookupAnswer;
    readonly error?: string;
    /** For who signed in on the own server, or could not. */
    readonly look?: LookShown;
  };
};

/** The mover's page: where they moved, one field and one button. Ours is only the line at its foot. */
export function SharePage({ words, view, token, publicUrl, notice, asked }: SharePageProps) {
  const { t, language } = words;
  const query = languageQuery(words);
  return (
    <html className="lite" dir={direction(language)} lang={language}>
      {/* biome-ignore lint/style/noHeadElement: this page is one string of its own and no page of Next */}
      <head>
        <PageHead publicUrl={publicUrl} token={token} view={view} words={words} />
      </head>
      <body>
        <Notice text={notice} />
        <main className="page page--form" id="main">
          <Mover t={t} view={view} />
          <div id="way">
            {asked?.answer ? (
              <Answer
                again={words.path + query}
                answer={asked.answer}
                look={asked.look}
                setOut={`${words.path}/look${query}`}
                t={t}
                view={view}
              />
            ) : (
              <AskServer asked={asked?.address} error={asked?.error} query={query} t={t} token={token} />
            )}
          </div>
          <Proof view={view} words={words} />
          <div className="folds section">
            <Fold summary={t("app.title")}>
              <p>{t.rich("app.post", TAGS)}</p>
              <p>{t("app.search")}</p>
              <CopyLine acct={view.new.acct} id="address-to-copy" t={t} />
              {view.new.uri ? <InApp t={t} uri={view.new.uri} /> : null}
            </Fold>
            <Fold summary={t("more.title")}>
              <p>{t("more.text")}</p>
              <p>
                <a href="/how/blocks">{t("more.how")}</a>
              </p>
            </Fold>
          </div>
        </main>
        <ShareFoot words={words} />
      </body>
    </html>
  );
}

/** Few apps have asked for such links, and nothing happens in a browser that knows of none: never the first way. */
const InApp = ({ uri, t }: { uri: string; t: ShareWords }) => (
  <p>{t.rich("app.open", { link: (words) => <a href={uri.replace(/^https:/, "web+ap:")}>{words}</a> })}</p>
);
