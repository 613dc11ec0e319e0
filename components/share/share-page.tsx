import type { LookupAnswer, PublicShare } from "#lib/contract/share.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { Answer } from "./answer.tsx";
import { InApp } from "./in-app.tsx";
import { Accounts, Numbers, Proof } from "./move.tsx";
import { Name } from "./names.tsx";
import { Notice } from "./notice.tsx";
import { OnServer } from "./on-server.tsx";
import { PageHead } from "./page-head.tsx";
import { LANGUAGE, type ShareWords, SITE_NAME, shareWords } from "./words.ts";

export type SharePageProps = {
  readonly view: PublicShare;
  readonly token: string;
  readonly publicUrl: string;
  /** The operator's line. */
  readonly notice?: string | undefined;
  /** For readers without JavaScript: what the form was answered. */
  readonly asked?: { readonly address: string; readonly answer?: LookupAnswer; readonly error?: string };
};

/** The mover's page: two addresses, the proof, and the two ways to follow. Ours is only the line at its foot. */
export function SharePage({ view, token, publicUrl, notice, asked }: SharePageProps) {
  const t = shareWords();
  return (
    <html lang={LANGUAGE}>
      {/* biome-ignore lint/style/noHeadElement: this page is one string of its own and no page of Next */}
      <head>
        <PageHead publicUrl={publicUrl} t={t} token={token} view={view} />
      </head>
      <body>
        <Notice text={notice} />
        <main>
          <header>
            <Accounts t={t} view={view} />
            <h1>{t.rich("title", { name: () => <Name>{view.new.display ?? userOf(view.new.acct)}</Name> })}</h1>
            <Numbers t={t} view={view} />
            <Proof t={t} view={view} />
            <p>{t("lead")}</p>
          </header>
          <div className="ways">
            <InApp acct={view.new.acct} t={t} />
            <OnServer asked={asked?.address} error={asked?.error} t={t} token={token}>
              {asked?.answer ? <Answer answer={asked.answer} t={t} view={view} /> : null}
            </OnServer>
          </div>
          <details>
            <summary>{t("more.title")}</summary>
            <p>{t("more.text")}</p>
            <p>
              <a href="/how/blocks">{t("more.how")}</a>
            </p>
          </details>
        </main>
        <Foot t={t} />
      </body>
    </html>
  );
}

function Foot({ t }: { t: ShareWords }) {
  return (
    <footer>
      <p>{t("foot.about")}</p>
      <p>
        {t.rich("foot.made", { site: () => <a href="/">{SITE_NAME}</a> })} · <a href="/remove">{t("foot.report")}</a>
      </p>
    </footer>
  );
}
