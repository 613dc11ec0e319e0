import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { pageUrl } from "#lib/software/index.ts";
import { LetInProgress } from "./let-in-progress.tsx";
import type { Offer } from "./offer.ts";
import { Rights } from "./rights.tsx";
import { isLettingIn, lastLetIn, type readEnd, type readProblem } from "./stage.ts";
import { Told } from "./told.tsx";

type Waiting = {
  readonly people: readonly { readonly acct: string; readonly display?: string }[];
  readonly total: number;
  readonly next: string | null;
  readonly all: number | null;
  readonly offer: Pick<Offer, "host" | "rights" | "coarse"> | null;
};
type LetInViewProps = {
  state: CheckState;
  report: Report;
  waiting: Waiting;
  /** Somebody leafs through the names. */
  isFurther: boolean;
  checkPath: string;
  /** Null where the operator turned signing in off. */
  signInPath: string | null;
  problem: ReturnType<typeof readProblem>;
  end: ReturnType<typeof readEnd>;
};

/** Who waits stands here by name before anything is pressed, and how far it is stands here afterwards. Plain forms do all of it. */
export function LetInView(props: LetInViewProps) {
  const { state, report, waiting, isFurther, checkPath, signInPath, problem, end } = props;
  const t = useTranslations("letIn");
  const { total, all, offer } = waiting;
  const path = `${checkPath}/requests`;
  const last = lastLetIn(state);
  return (
    <>
      <Told end={end === "in" ? null : end} problem={problem} />
      <h1>{t("title")}</h1>
      {last ? <LetInProgress action={`${path}/end`} host={last.host} letIn={last.letIn} /> : null}
      {total > 0 ? <p className="lead">{t("lead", { count: total })}</p> : null}
      {total === 0 && !last ? (
        <p className="lead">
          {t("none")} {all === null && signInPath !== null ? <a href={signInPath}>{t("look")}</a> : null}
        </p>
      ) : null}
      {total > 0 && !isLettingIn(state) ? <Act offer={offer} path={path} report={report} total={total} /> : null}
      {all !== null && all > total ? <p className="quiet">{t("others", { count: all - total })}</p> : null}
      <Names isFurther={isFurther} path={path} waiting={waiting} />
      <p className="btns section">
        <a className="btn" href={checkPath}>
          {t("back")}
        </a>
      </p>
    </>
  );
}

type ActProps = { offer: Waiting["offer"]; path: string; total: number; report: Report };

function Act({ offer, path, total, report }: ActProps) {
  const t = useTranslations("letIn");
  const signIn = useTranslations("signIn");
  const byHand = report.new ? pageUrl("followRequests", report.new.host, report.new.software?.name) : null;
  const host = report.new?.host ?? "";
  const hand = byHand ? (
    <a className="btn" href={byHand} rel="noreferrer">
      {t("hand", { host })}
    </a>
  ) : null;
  if (!offer)
    return (
      <>
        <p>{t("byHand", { host })}</p>
        <p className="btns">{hand}</p>
      </>
    );
  return (
    <section className="section stack">
      <h2 className="h-small">{t("what.title")}</h2>
      <p>{t("what.text", { host: offer.host })}</p>
      <p>{t("what.only")}</p>
      <p className="quiet">{t("what.long")}</p>
      <form action={`${path}/go`} className="btns" method="post">
        <Button type="submit">{t("go", { count: total })}</Button>
        {hand}
      </form>
      <p className="quiet note-size">
        {signIn.rich("exact", { rights: () => <Rights rights={offer.rights} /> })}{" "}
        {offer.coarse ? signIn("coarse") : null}
      </p>
    </section>
  );
}

/** A longer list would push what can be done out of sight. */
const MOST_SHOWN = 12;

type NamesProps = Pick<LetInViewProps, "waiting" | "isFurther"> & { path: string };

function Names({ waiting, path, isFurther }: NamesProps) {
  const t = useTranslations("letIn");
  const { people, next } = waiting;
  if (people.length === 0) return null;
  const names = (
    <>
      <ul className="ticks">
        {people.map(({ acct, display }) => (
          <li key={acct}>
            {display ? `${display} ` : null}
            <bdi dir="ltr">@{acct}</bdi>
          </li>
        ))}
      </ul>
      {next ? <a href={`${path}?after=${encodeURIComponent(next)}`}>{t("more")}</a> : null}
    </>
  );
  if (people.length > MOST_SHOWN)
    return (
      <Fold className="section" open={isFurther} summary={t("names")}>
        {names}
      </Fold>
    );
  return (
    <section className="section">
      <h2 className="h-small">{t("names")}</h2>
      {names}
    </section>
  );
}
