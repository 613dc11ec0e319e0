import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Field, inputLook } from "#components/ui/field.tsx";

export type RemovalView = {
  readonly address?: string;
  readonly word?: string;
  readonly result?: { readonly removed: number } | "missing" | "unread" | "address";
};

/** Two steps without any script: say the address, put the word into the profile. */
export function RemovalSteps({ address, word, result }: RemovalView) {
  const t = useTranslations("remove");
  const wrong = result === "address" || (address !== undefined && word === undefined);
  return (
    <div className="section space-y-8">
      {typeof result === "object" ? (
        <p className="note note--good" role="status">
          {t("removed", { count: result.removed })}
        </p>
      ) : null}
      <form action="/remove" className="space-y-4" method="get">
        <Field
          hint={t("addressHint")}
          id="address"
          label={t("address")}
          problem={wrong ? t("wrongAddress") : undefined}
        >
          {(input) => <input {...input} className={inputLook} defaultValue={address} dir="ltr" name="address" />}
        </Field>
        <Button tone={word ? "plain" : "primary"} type="submit">
          {t("showWord")}
        </Button>
      </form>
      {address && word ? (
        <Word address={address} problem={typeof result === "string" ? result : undefined} word={word} />
      ) : null}
    </div>
  );
}

type WordProps = { address: string; word: string; problem: "missing" | "unread" | "address" | undefined };

function Word({ address, word, problem }: WordProps) {
  const t = useTranslations("remove");
  return (
    <form action="/api/removals" className="card space-y-4" method="post">
      <p>{t("putWord")}</p>
      <p className="text-lg" dir="ltr">
        <code>{word}</code>
      </p>
      <p className="hint">{t("wordHint")}</p>
      {problem && problem !== "address" ? <p className="error">{t(problem)}</p> : null}
      <input name="address" type="hidden" value={address} />
      <Button type="submit">{t("remove")}</Button>
    </form>
  );
}
