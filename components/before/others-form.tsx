import { useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { addressInput, Field } from "#components/ui/field.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import { softwareName } from "#lib/software/index.ts";
import type { BeforeScene } from "./scene.ts";

/** Other servers to compare: typed, or chosen among those where followers already are. A plain form. */
export function OthersForm({ scene, problem }: { scene: BeforeScene; problem: string | undefined }) {
  const t = useTranslations("before.others");
  const wrong = useTranslations("start.problem");
  const { checkPath, ended, comparison, phase } = scene;
  if (!ended || (phase !== "ended" && phase !== "stopped")) return null;
  const first = comparison.candidates.length === 0;
  const code = problem === undefined ? undefined : PROBLEMS.find((one) => one === problem);
  return (
    <section aria-labelledby="others" className="section card print:hidden">
      <h2 id="others">{t("title")}</h2>
      <form action={`${checkPath}/candidates`} className="stack" method="post">
        <Suggestions scene={scene} />
        <Field
          hint={t("hint")}
          id="other-candidates"
          label={t("label")}
          problem={problem === undefined ? undefined : wrong(code ?? "other")}
        >
          {(described) => (
            <input
              {...described}
              {...addressInput}
              defaultValue={comparison.candidates.map(({ candidate }) => candidate.server).join(" ")}
              maxLength={2000}
              name="candidates"
            />
          )}
        </Field>
        <p className="btns">
          <button className={first ? "btn btn--main" : "btn"} type="submit">
            {t("submit")}
          </button>
        </p>
      </form>
    </section>
  );
}

const PROBLEMS = ["empty", "too-many", "same-account", "host-syntax", "host-single-label", "host-local"] as const;

function Suggestions({ scene: { report } }: { scene: BeforeScene }) {
  const t = useTranslations("before.others");
  const { suggestions = [] } = report;
  if (suggestions.length === 0) return null;
  return (
    <fieldset className="suggestions">
      <legend>{t("suggest")}</legend>
      <p className="hint">{t("suggestText")}</p>
      {suggestions.map(({ host, followers, software }) => (
        <label key={host}>
          <input name={`add ${host}`} type="checkbox" />
          <span>
            <HostName {...displayHost(host)} />
            <small className="quiet">
              {softwareName(software.name)} · {t("followers", { count: followers })}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
