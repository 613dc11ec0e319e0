import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { SignedIn } from "#lib/contract/sign-in.ts";

const KINDS = ["list", "following", "requests", "servers", "people", "blocks", "own"] as const;

/** What was asked with the account that signed in last, and whether that has ended. */
export function AskedWithAccount({ signIns, action }: { signIns: readonly SignedIn[]; action: string }) {
  const t = useTranslations("signIn.asked");
  const format = useFormatter();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  const last = signIns.findLast(({ letIn }) => letIn === undefined);
  if (!last) return null;
  const { acct, asked, droppedAt, revoked, keptUntil } = last;
  const ended = revoked ? "revoked" : "deleted";
  return (
    <section className="section card stack-tight">
      <h2 className="h-small">{t("title")}</h2>
      <ul className="ticks">
        <li>
          <Icon className="ok" name="check" />
          {t("account")}
        </li>
        {KINDS.map((kind) =>
          asked[kind] ? (
            <li key={kind}>
              <Icon className="ok" name="check" />
              {t(kind, { count: asked[kind] })}
            </li>
          ) : null,
        )}
      </ul>
      <p className="quiet">
        {droppedAt
          ? t(ended, { acct })
          : keptUntil
            ? t("kept", { acct, until: day(keptUntil) })
            : t("active", { acct })}
      </p>
      {droppedAt ? null : (
        <form action={action} method="post">
          <Button type="submit" tone="quiet">
            {t("end")}
          </Button>
        </form>
      )}
    </section>
  );
}
