"use client";

import { useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Field, inputLook } from "#components/ui/field.tsx";

export type Choice = { readonly value: string; readonly label: string };
const SELECTS = ["group", "cause", "reach", "sort"] as const;
export type FilterName = (typeof SELECTS)[number];

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

/** On a phone the people come first: the choices fold, and say what was chosen. Where there is room they stand open. */
const FOLD =
  "mt-3 lg:mt-4 lg:details-content:[content-visibility:visible] lg:supports-[selector(::details-content)]:[&>summary]:hidden";

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
        <Search path={path} values={values} />
        <Disclosure className={FOLD} summary={<Chosen choices={choices} values={values} />}>
          <div className="mt-2 grid gap-x-3 gap-y-4 @md:grid-cols-2">
            {SELECTS.map((name) => (
              <Select
                chosen={values[name]}
                from={choices[name]}
                key={`${name} ${values[name] ?? ""}`}
                name={name}
                onChoose={(value) => void choose(name, value)}
              />
            ))}
          </div>
        </Disclosure>
      </fieldset>
    </form>
  );
}

function Search({ path, values }: Pick<FollowerFiltersProps, "path" | "values">) {
  const t = useTranslations("followers");
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <div className="min-w-0 grow basis-40">
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
      </div>
      <Button className={ONE_HEIGHT} type="submit">
        {t("apply")}
      </Button>
      {Object.keys(values).length > 0 ? (
        <a className="inline-flex min-h-11 items-center text-ember underline underline-offset-4" href={path}>
          {t("clear")}
        </a>
      ) : null}
    </div>
  );
}

function Chosen({ values, choices }: Pick<FollowerFiltersProps, "values" | "choices">) {
  const t = useTranslations("followers");
  const chosen = SELECTS.flatMap((name) => choices[name].find(({ value }) => value === values[name])?.label ?? []);
  return (
    <span className="min-w-0">
      {t("fold")}
      {chosen.length > 0 ? <span className="block font-normal text-quiet text-sm">{chosen.join(" · ")}</span> : null}
    </span>
  );
}

type SelectProps = {
  name: FilterName;
  from: readonly Choice[];
  chosen: string | undefined;
  onChoose: (value: string) => void;
};

function Select({ name, from, chosen = "", onChoose }: SelectProps) {
  const t = useTranslations("followers");
  return (
    <Field id={name} label={t(name)}>
      {(own) => (
        <select
          {...own}
          className={`${inputLook} ${ONE_HEIGHT}`}
          defaultValue={chosen}
          name={name}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {name === "sort" ? null : <option value="">{t("any")}</option>}
          {from.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
