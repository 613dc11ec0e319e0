import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";

/** What the owner may do with a finished check, for readers without a script. `early`: the last try came too early. */
export function OwnerForms({ id, early }: { id: string; early: boolean }) {
  const t = useTranslations("keep");
  return (
    <form action={`/check/${id}/own`} className="hidden noscript:block space-y-5" method="post">
      <div>
        <Button name="do" tone="plain" type="submit" value="recheck">
          {t("recheck")}
        </Button>
        <p className="mt-1 text-quiet text-sm">{early ? t("tooEarly") : t("recheckText")}</p>
      </div>
      <Disclosure summary={t("remove")}>
        <p className="my-2 text-sm">{t("removeText")}</p>
        <Button name="do" type="submit" value="remove">
          {t("removeSure")}
        </Button>
      </Disclosure>
    </form>
  );
}
