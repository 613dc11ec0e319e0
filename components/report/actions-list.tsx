import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "#components/ui/button.tsx";
import type { Report } from "#lib/contract/report.ts";
import { type Action, chooseActions } from "./actions.ts";

/** At most three, the first one marked as such. */
export function ActionsList({ report, checkPath }: { report: Report; checkPath: string }) {
  const t = useTranslations("actions");
  const actions = chooseActions(report);
  if (actions.length === 0) return null;
  return (
    <section aria-labelledby="actions">
      <h2 className="font-display text-2xl" id="actions">
        {t("title")}
      </h2>
      <ol className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,17rem),1fr))] gap-4">
        {actions.map((action, place) => (
          <ActionCard action={action} checkPath={checkPath} first={place === 0} key={action.id} report={report} />
        ))}
      </ol>
    </section>
  );
}

type CardProps = { action: Action; first: boolean; report: Report; checkPath: string };

function ActionCard({ action, first, report, checkPath }: CardProps) {
  const t = useTranslations("actions");
  const names = {
    old: action.id === "old-admin" ? report.old.host : `@${report.old.acct}`,
    new: report.new?.host ?? "",
    host: action.host ?? "",
    count: action.people ?? 0,
    place: first ? "first" : "later",
  };
  return (
    <li
      className={`flex min-w-0 flex-col rounded-2xl border bg-card p-5 ${first ? "border-2 border-ember" : "border-line"}`}
      data-action={action.id}
    >
      <p className="text-quiet text-sm first-letter:uppercase">
        {action.id === "swap" ? null : (
          <>
            <People action={action} /> ·{" "}
          </>
        )}
        {t("minutes", { count: action.minutes })}
      </p>
      <h3 className="mt-1 font-semibold text-lg leading-snug">{t(`${action.id}.title`, names)}</h3>
      <p className="mt-2 mb-5">{t(`${action.id}.text`, names)}</p>
      <ActionButton action={action} checkPath={checkPath} first={first} names={names} />
    </li>
  );
}

function People({ action: { people, upTo } }: { action: Action }) {
  const t = useTranslations("actions");
  if (people === null) return t("peopleOpen");
  return t(upTo ? "peopleUpTo" : "people", { count: people });
}

type ButtonProps = {
  action: Action;
  first: boolean;
  checkPath: string;
  names: { old: string; new: string; host: string; count: number; place: string };
};

function ActionButton({ action, first, checkPath, names }: ButtonProps) {
  const t = useTranslations("actions");
  const look = buttonLook({ tone: first ? "primary" : "plain", className: "mt-auto self-start" });
  if (action.url === null)
    return (
      <p className="mt-auto font-semibold">{t(action.id === "requests" ? "requests.buttonNone" : "settings", names)}</p>
    );
  if (action.url)
    return (
      <a className={look} href={action.url} rel="noreferrer">
        {t(`${action.id}.button`, names)}
      </a>
    );
  return (
    <Link className={look} href={insidePath(action, checkPath)} prefetch={false}>
      {t(`${action.id}.button`, names)}
    </Link>
  );
}

function insidePath({ id, host }: Action, checkPath: string): string {
  if (id === "post") return `${checkPath}/messages#everybody`;
  if (id === "own-admin" || id === "old-admin") return `${checkPath}/messages#admins`;
  return `${checkPath}/servers/${host ?? ""}`;
}
