import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { LetIn } from "#lib/contract/sign-in.ts";

/** How far it is, and what became of it. */
export function LetInProgress({ letIn, host, action }: { letIn: LetIn; host: string; action: string }) {
  const t = useTranslations("letIn");
  const { wanted, in: done, gone, end } = letIn;
  const isGood = end === undefined || end === "done";
  return (
    <section className={`section note note--words ${isGood ? "note--good" : "note--alert"}`} role="status">
      <p>
        {t("progress", { done, wanted })} {gone > 0 ? t("gone", { count: gone }) : null}{" "}
        {t(`ended.${end ?? "not"}`, { host })}
      </p>
      {end === undefined ? (
        <form action={action} method="post">
          <Button type="submit" tone="quiet">
            {t("stop")}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
