import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { type Action, chooseActions } from "./actions.ts";

type ActionsListProps = { report: Report; proof: CheckState["proof"]; checkPath: string };

/** At most three, ordered by what helps most; the first one is the one to do. */
export function ActionsList(props: ActionsListProps) {
  const t = useTranslations("actions");
  const actions = chooseActions(props.report);
  if (actions.length === 0) return null;
  return (
    <section aria-labelledby="actions" className="section">
      <h2 id="actions">{t("title")}</h2>
      <div className="helps">
        {actions.map((action, place) => (
          <Help {...props} action={action} first={place === 0} key={action.id} />
        ))}
      </div>
    </section>
  );
}

/** While the check runs: the same room, so that nothing moves when the actions come. */
export function BlankActions() {
  const t = useTranslations("actions");
  const words: Readonly<Record<string, string>> = { first: t("soon"), second: t("mayClose") };
  return (
    <section aria-labelledby="actions" className="section">
      <h2 id="actions">{t("title")}</h2>
      <div className="helps">
        {["first", "second", "third"].map((place) => (
          <div className="help help--blank" key={place}>
            <b aria-hidden="true" className="help__n">
              …
            </b>
            <div>
              <p>{words[place]}</p>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

type HelpProps = ActionsListProps & { action: Action; first: boolean };

function Help({ action, first, report, proof, checkPath }: HelpProps) {
  const t = useTranslations("actions");
  const format = useFormatter();
  const names = {
    old: action.id === "old-admin" ? report.old.host : `@${report.old.acct}`,
    new: report.new?.host ?? "",
    host: action.host ?? "",
    count: action.people ?? 0,
  };
  const way = wayOf(action, checkPath, proof);
  return (
    <article className={cn("help", first && "help--main")} data-action={action.id}>
      <b className="help__n">{action.people === null ? "?" : format.number(action.people)}</b>
      <div>
        <h3>
          <Way href={way.href}>{t(`${action.id}.title`, names)}</Way>
        </h3>
        <p>
          {action.id === "swap" ? null : (
            <>
              <People action={action} /> ·{" "}
            </>
          )}
          {t("minutes", { count: action.minutes })}
          {way.proof ? ` · ${t("proof")}` : null}
        </p>
        <p className={way.href === null ? undefined : "help__more"}>
          {way.href === null
            ? t(action.id === "requests" ? "requests.none" : "settings", names)
            : t(`${action.id}.text`, names)}
        </p>
      </div>
      {way.href === null ? null : (
        <span className="help__go">
          <Icon name={action.url ? "out" : "right"} />
        </span>
      )}
    </article>
  );
}

function Way({ href, children }: { href: string | null; children: React.ReactNode }) {
  if (href === null) return children;
  if (href.startsWith("/check/"))
    return (
      <Link href={href} prefetch={false}>
        {children}
      </Link>
    );
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  );
}

function People({ action: { people, upTo } }: { action: Action }) {
  const t = useTranslations("actions");
  if (people === null) return t("peopleOpen");
  return t(upTo ? "peopleUpTo" : "people", { count: people });
}

/** Null where the path on the mover's own server is not known. Letters open once the account is shown to be one's own. */
function wayOf({ id, host, url }: Action, checkPath: string, proof: CheckState["proof"]) {
  if (url !== undefined) return { href: url, proof: false };
  if (id === "post") return { href: `${checkPath}/messages#everybody`, proof: false };
  if (id === "lift") return { href: `${checkPath}/signin`, proof: false };
  if (id === "ask-there") return { href: `${checkPath}/servers/${host ?? ""}`, proof: false };
  const missing = proof.state === "missing";
  return { href: `${checkPath}/messages#${missing ? "proof" : "admins"}`, proof: missing };
}
