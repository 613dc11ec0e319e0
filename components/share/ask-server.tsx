import { TAGS } from "./names.tsx";
import { WarnShape } from "./shapes.tsx";
import type { ShareWords } from "./words.ts";

type AskServerProps = {
  readonly token: string;
  /** What its address ends with. */
  readonly query: string;
  readonly asked?: string | undefined;
  /** A code of the look-up. */
  readonly error?: string | undefined;
  readonly t: ShareWords;
};

/** One field and one button. A plain form: without JavaScript the answer is this page again. */
export function AskServer({ token, query, asked, error, t }: AskServerProps) {
  return (
    <form action={`/api/shares/${token}/lookup${query}`} className="homeform" id="ask" method="post">
      <div className="field">
        <label htmlFor="home">{t("server.label")}</label>
        <input
          aria-describedby={error ? "home-hint home-error" : "home-hint"}
          aria-invalid={error ? true : undefined}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          className="input input--big"
          defaultValue={asked}
          dir="ltr"
          id="home"
          inputMode="email"
          list="homes"
          maxLength={500}
          name="address"
          placeholder={t("server.placeholder")}
          required
          spellCheck="false"
          type="text"
        />
        <datalist id="homes" />
        <p className="hint" id="home-hint">
          {t.rich("server.hint", TAGS)}
        </p>
        <p className="hint" hidden id="home-kept">
          {t("server.remembered")}{" "}
          <button id="home-forget" type="button">
            {t("server.forget")}
          </button>
        </p>
        <p aria-live="polite" className="error" hidden={!error} id="home-error">
          <WarnShape />
          <span>{error ? errorWords(error, t) : null}</span>
        </p>
      </div>
      <button
        className="btn btn--main btn--big btn--wide"
        data-busy={t("server.busy")}
        data-failed={t("server.failed")}
        data-too-many={t("server.tooMany")}
        type="submit"
      >
        {t("server.button")}
      </button>
    </form>
  );
}

const KNOWN = ["empty", "no-server", "no-user", "email", "network-bluesky", "network-x", "opaque-link"] as const;

function errorWords(code: string, t: ShareWords): string {
  const known = KNOWN.find((each) => each === code);
  if (known) return t(`error.${known}`);
  return code.startsWith("host-") ? t("error.host") : t("error.syntax");
}
