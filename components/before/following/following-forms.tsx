import { useTranslations } from "next-intl";
import { Field, inputLook } from "#components/ui/field.tsx";

type FormsProps = { checkPath: string; host: string; problem: string | undefined };

const PROBLEMS = ["no-file", "no-list", "too-many"] as const;

/** The public list with one press, or a file. Plain forms: each is an answer of its own to what it costs. */
export function FollowingForms({ checkPath, host, problem }: FormsProps) {
  const t = useTranslations("before.following");
  const code = problem === undefined ? undefined : (PROBLEMS.find((one) => one === problem) ?? "other");
  const form = { action: `${checkPath}/following/look`, encType: "multipart/form-data", method: "post" } as const;
  return (
    <>
      <form {...form}>
        <input name="from" type="hidden" value="public" />
        <p className="btns">
          <button className="btn" type="submit">
            {t("offer.public", { host })}
          </button>
        </p>
      </form>
      <form {...form} className="stack">
        <input name="from" type="hidden" value="file" />
        <p>{t("offer.or")}</p>
        <Field
          hint={t("offer.hint")}
          id="following-file"
          label={t("offer.file")}
          problem={code && t(`problem.${code}`)}
        >
          {(described) => (
            <input
              {...described}
              accept=".csv,.txt,text/csv,text/plain"
              className={inputLook}
              name="list"
              required
              type="file"
            />
          )}
        </Field>
        <p className="btns">
          <button className="btn" type="submit">
            {t("offer.submit")}
          </button>
        </p>
      </form>
    </>
  );
}
