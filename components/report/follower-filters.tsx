"use client";

import { useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, inputLook } from "#components/ui/field.tsx";

export type Choice = { readonly value: string; readonly label: string };
export type FilterName = "group" | "cause" | "reach" | "sort";

type FollowerFiltersProps = {
  path: string;
  values: Readonly<Record<string, string | undefined>>;
  choices: Readonly<Record<FilterName, readonly Choice[]>>;
};

const QUERY = {
  group: parseAsString,
  cause: parseAsString,
  reach: parseAsString,
  sort: parseAsString,
  q: parseAsString,
  cursor: parseAsString,
};

/** Browsers make a list of choices a little lower than a line one types into. */
const ONE_HEIGHT = "h-12";

/** A plain form that asks for the page again; with a script a choice takes effect at once. Either way it stands in the address. */
export function FollowerFilters({ path, values, choices }: FollowerFiltersProps) {
  const t = useTranslations("followers");
  const [busy, startTransition] = useTransition();
  const [, setQuery] = useQueryStates(QUERY, { shallow: false, history: "push", startTransition });
  const choose = (name: FilterName, value: string) => setQuery({ [name]: value || null, cursor: null });
  return (
    <form
      action={path}
      aria-busy={busy}
      className="@container rounded-2xl border border-line bg-card p-4 sm:p-5 print:hidden"
      method="get"
    >
      <fieldset>
        <legend className="sr-only">{t("filters")}</legend>
        {values.server ? <input name="server" type="hidden" value={values.server} /> : null}
        <div className="grid grid-cols-2 items-end gap-x-3 gap-y-4 @max-[14rem]:grid-cols-1 lg:grid-cols-3 max-lg:[&>:first-child]:col-span-full max-lg:[&>:last-child]:col-span-full">
          <Field id="q" label={t("q")}>
            {(own) => (
              <input
                {...own}
                className={`${inputLook} ${ONE_HEIGHT}`}
                defaultValue={values.q}
                dir="auto"
                name="q"
                spellCheck={false}
                type="search"
              />
            )}
          </Field>
          {(["group", "cause", "reach", "sort"] as const).map((name) => (
            <Field id={name} key={`${name} ${values[name] ?? ""}`} label={t(name)}>
              {(own) => (
                <select
                  {...own}
                  className={`${inputLook} ${ONE_HEIGHT}`}
                  defaultValue={values[name] ?? ""}
                  name={name}
                  onChange={(event) => void choose(name, event.currentTarget.value)}
                >
                  {name === "sort" ? null : <option value="">{t("any")}</option>}
                  {choices[name].map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
          <div className="flex flex-wrap items-end gap-2">
            <Button type="submit">{t("apply")}</Button>
            <a className="inline-flex min-h-11 items-center px-2 text-ember underline underline-offset-4" href={path}>
              {t("clear")}
            </a>
          </div>
        </div>
      </fieldset>
    </form>
  );
}
