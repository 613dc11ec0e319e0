import { useTranslations } from "next-intl";
import { addressInput, Field } from "#components/ui/field.tsx";
import type { BeforeScene } from "./scene.ts";

type MovedFormProps = { scene: BeforeScene; problem: string | undefined };

const PROBLEMS = ["syntax", "no-server", "bare-host", "same-account"] as const;

/** The same link goes on after the move: it compares everybody with the list saved here. A plain form. */
export function MovedForm({ scene: { report, checkPath, ended }, problem }: MovedFormProps) {
  const t = useTranslations("before.moved");
  const wrong = useTranslations("start.problem");
  if (!ended || (report.snapshot?.count ?? 0) === 0) return null;
  const code = problem === undefined ? undefined : (PROBLEMS.find((one) => one === problem) ?? "other");
  const address = report.old.movedTo && !report.old.movedTo.includes("/") ? `@${report.old.movedTo}` : undefined;
  return (
    <section aria-labelledby="moved" className="section card print:hidden">
      <h2 id="moved">{t(address ? "titleNow" : "title")}</h2>
      <form action={`${checkPath}/moved`} className="stack" method="post">
        <Field hint={t("hint")} id="moved-to" label={t("label")} problem={code && wrong(code)}>
          {(described) => (
            <input
              {...described}
              {...addressInput}
              defaultValue={address}
              maxLength={500}
              name="new"
              placeholder="@you@new.server"
              required
            />
          )}
        </Field>
        <p className="btns">
          <button className="btn" type="submit">
            {t("submit")}
          </button>
        </p>
      </form>
    </section>
  );
}
