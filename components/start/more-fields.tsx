"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, inputLook } from "#components/ui/field.tsx";
import type { StartQuery } from "./asked.ts";
import { ListField } from "./list/list-field.tsx";

type MoreProps = {
  asked: StartQuery;
  open: boolean;
  oldHost: string | undefined;
  moveDay: string | undefined;
  /** Where the field for the new address is not shown. */
  onOwnNew: (() => void) | undefined;
};

/** Quick answers that make the numbers better, and a list for those who have one. All can be skipped. */
export function MoreFields({ asked, open, oldHost, moveDay, onOwnNew }: MoreProps) {
  const t = useTranslations("start.form");
  return (
    <details className="group fold" open={open || undefined}>
      <summary>
        <svg aria-hidden="true" className="i i--flip turn" viewBox="0 0 24 24">
          <path d="M9 18l6-6-6-6" />
        </svg>
        {t("more")}
      </summary>
      {/* Folded away, a browser would still work out how its fields look. */}
      <div className="fold__in stack hidden group-open:block">
        {onOwnNew ? (
          <button className="btn btn--small moved noscript:hidden" onClick={onOwnNew} type="button">
            {t("newOwn")}
          </button>
        ) : null}
        <ListField asked={asked} />
        <div className="moved">
          <MovedAt asked={asked} moveDay={moveDay} />
        </div>
        <Count asked={asked} oldHost={oldHost} />
      </div>
    </details>
  );
}

function MovedAt({ asked, moveDay }: Pick<MoreProps, "asked" | "moveDay">) {
  const t = useTranslations("start");
  const input = useRef<HTMLInputElement>(null);
  const problem = asked.problems.movedAt;
  return (
    <Field
      hint={t("form.movedAtHint")}
      id="movedAt"
      label={t("form.movedAt")}
      problem={problem && t(`problem.${problem}`)}
    >
      {(described) => (
        <div className="flex flex-wrap items-center gap-x-3">
          <input
            {...described}
            className={`${inputLook} max-w-[13rem]`}
            defaultValue={asked.values.movedAt}
            name="movedAt"
            ref={input}
            type="date"
          />
          {moveDay ? (
            <GuessedDay
              day={moveDay}
              onTake={() => {
                if (input.current) input.current.value = moveDay;
              }}
            />
          ) : null}
        </div>
      )}
    </Field>
  );
}

/** Asking for the first format of a date costs a phone a tenth of a second: nobody pays for it before there is a date. */
function GuessedDay({ day, onTake }: { day: string; onTake: () => void }) {
  const t = useTranslations("start.form");
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: "long", timeZone: "UTC" });
  return (
    <Button className="-ms-3 text-start" onClick={onTake} size="small" tone="quiet">
      {t("movedAtGuess", { date: format.format(new Date(day)) })}
    </Button>
  );
}

function Count({ asked, oldHost }: Pick<MoreProps, "asked" | "oldHost">) {
  const t = useTranslations("start");
  const problem = asked.problems["before.count"];
  const hint = (
    <>
      {t("form.countHint")}{" "}
      {oldHost ? (
        <a
          className="underline underline-offset-4"
          href={`https://${oldHost}/settings/migration`}
          rel="noreferrer"
          target="_blank"
        >
          {t("form.countLink", { host: oldHost })}
        </a>
      ) : null}
    </>
  );
  return (
    <Field hint={hint} id="before-count" label={t("form.count")} problem={problem && t(`problem.${problem}`)}>
      {(described) => (
        <input
          {...described}
          className={`${inputLook} max-w-[13rem]`}
          defaultValue={asked.values["before.count"]}
          inputMode="numeric"
          name="before.count"
          pattern="[0-9]*"
          type="text"
        />
      )}
    </Field>
  );
}
