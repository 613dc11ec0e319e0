import type { ReactNode } from "react";
import { TAGS } from "./names.tsx";
import type { ShareWords } from "./words.ts";

type OnServerProps = {
  readonly token: string;
  readonly asked: string | undefined;
  /** A code of the look-up. */
  readonly error: string | undefined;
  readonly t: ShareWords;
  readonly children: ReactNode;
};

/** A plain form: without JavaScript the answer is this page again. */
export function OnServer({ token, asked, error, t, children }: OnServerProps) {
  return (
    <section aria-labelledby="server" className="way on-server">
      <h2 id="server">{t("server.title")}</h2>
      <p>{t("server.text")}</p>
      <form action={`/api/shares/${token}/lookup`} id="ask" method="post">
        <label htmlFor="home">{t("server.label")}</label>
        <p className="hint" id="home-hint">
          {t.rich("server.hint", TAGS)}
        </p>
        <input
          aria-describedby={error ? "home-hint home-error" : "home-hint"}
          aria-invalid={error ? true : undefined}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          defaultValue={asked}
          dir="ltr"
          id="home"
          inputMode="email"
          maxLength={500}
          name="address"
          required
          spellCheck="false"
          type="text"
        />
        <button
          data-busy={t("server.busy")}
          data-failed={t("server.failed")}
          data-too-many={t("server.tooMany")}
          type="submit"
        >
          {t("server.button")}
        </button>
      </form>
      <p aria-live="polite" className="error" id="home-error">
        {error ? errorWords(error, t) : null}
      </p>
      <div aria-live="polite" id="answer" tabIndex={-1}>
        {children}
      </div>
    </section>
  );
}

const KNOWN = ["empty", "no-server", "no-user", "email", "network-bluesky", "network-x", "opaque-link"] as const;

function errorWords(code: string, t: ShareWords): string {
  const known = KNOWN.find((each) => each === code);
  if (known) return t(`error.${known}`);
  return code.startsWith("host-") ? t("error.host") : t("error.syntax");
}
