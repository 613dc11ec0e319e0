import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { SHARE_DAYS } from "#lib/contract/share.ts";

const USUAL = 30;

/** A plain form: one press, and the browser comes back to the page with the link on it. */
export function MakeForm({ action }: { action: string }) {
  const t = useTranslations("sharing");
  return (
    <form action={action} className="max-w-2xl card" method="post">
      <Days />
      <ShowsMissing />
      <Button className="mt-5 w-full sm:w-auto" type="submit">
        {t("make")}
      </Button>
    </form>
  );
}

/** Off unless its owner ticks it: a page for followers counts who came. */
export function ShowsMissing({ on = false }: { on?: boolean }) {
  const t = useTranslations("sharing");
  return (
    <label className="mt-4 flex max-w-prose cursor-pointer gap-2.5">
      <input
        className="mt-0.5 size-5 shrink-0 accent-ember"
        defaultChecked={on}
        name="missing"
        type="checkbox"
        value="yes"
      />
      <span>
        {t("showMissing")} <span className="block hint">{t("showMissingText")}</span>
      </span>
    </label>
  );
}

export function Days() {
  const t = useTranslations("sharing");
  return (
    <fieldset>
      <legend className="font-semibold">{t("days")}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {SHARE_DAYS.map((days) => (
          <label
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-lg border border-edge px-4 has-checked:border-ember has-checked:bg-warm has-checked:font-semibold"
            key={days}
          >
            <input
              className="size-5 accent-ember"
              defaultChecked={days === USUAL}
              name="days"
              type="radio"
              value={days}
            />
            {t("day", { count: days })}
          </label>
        ))}
      </div>
      <p className="mt-2 max-w-prose hint">{t("daysText")}</p>
    </fieldset>
  );
}
