import { useTranslations } from "next-intl";
import { addressInput, Field } from "#components/ui/field.tsx";
import type { StartQuery } from "./asked.ts";

/** One field for up to five servers, as people write lists. Drawn by the server alone. */
export function CandidatesField({ asked }: { asked: StartQuery }) {
  const t = useTranslations("start");
  const problem = asked.problems.candidates;
  return (
    <Field
      className="planned"
      hint={t("planned.candidatesHint")}
      id="candidates"
      label={t("planned.candidates")}
      problem={problem && t(`problem.${problem}`)}
    >
      {(described) => (
        <input
          {...described}
          {...addressInput}
          defaultValue={asked.values.candidates}
          maxLength={2000}
          name="candidates"
          placeholder="quay.example lantern.example"
        />
      )}
    </Field>
  );
}
