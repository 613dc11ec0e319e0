import Link from "next/link";
import { useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { usePlainDay } from "#components/ui/time/plain-day.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import type { PlanStep } from "#lib/plan/steps.ts";
import { PlanForm } from "./plan-form.tsx";
import type { PlanScene } from "./plan-scene.ts";
import { useStepWords } from "./step-words.ts";

/** The way to the new server, day by day. Clocks and what cannot be undone are marked. */
export function PlanView({ scene }: { scene: PlanScene }) {
  const t = useTranslations("movePlan");
  const words = usePlainDay("short");
  const { plan, to, checkPath } = scene;
  const final = plan.steps.some(({ marks }) => marks.includes("final"));
  const now = plan.steps.find(({ done }) => !done);
  return (
    <>
      <Link className="crumb print:hidden" href={checkPath} prefetch={false}>
        <Icon name="back" />
        {t("back")}
      </Link>
      <h1>
        {t.rich("title", {
          server: () => <HostName {...displayHost(to.server)} />,
          day: words(plan.moveDay),
        })}
      </h1>
      <p className="subline">
        {t("lead", { count: plan.steps.length, final: final ? "yes" : "no" })}{" "}
        <span className="tagline print:hidden">
          <a download href={`${checkPath}/plan/plan.ics?to=${encodeURIComponent(to.server)}&day=${plan.moveDay}`}>
            <Icon name="down" />
            {t("calendar")}
          </a>
        </span>
      </p>
      {scene.phase === "stopped" ? <Stopped /> : null}
      <PlanForm scene={scene} />
      <ol className="plan section">
        {plan.steps.map((step, at) => (
          <PlanStepRow isNow={step === now} key={step.id} nth={at + 1} scene={scene} step={step} />
        ))}
      </ol>
    </>
  );
}

/** Its numbers and the saved list are of what was read until then. */
function Stopped() {
  const t = useTranslations("before.headline");
  return (
    <p className="note note--words note--alert">
      <b>{t("stopped")}.</b> {t("stopped-text")}
    </p>
  );
}

type StepProps = { step: PlanStep; nth: number; isNow: boolean; scene: PlanScene };

function PlanStepRow({ step, nth, isNow, scene }: StepProps) {
  const t = useTranslations("movePlan");
  const words = usePlainDay("short");
  const { title, text } = useStepWords(scene)(step);
  const final = step.marks.includes("final");
  const look = step.done ? "step--done" : final ? "step--final" : isNow ? "step--now" : "";
  return (
    <li className={`step ${look}`} data-step={step.id}>
      <span aria-hidden="true" className="step__dot">
        {step.done ? <Icon name="check" /> : nth}
      </span>
      <div className="step__in">
        <p className="step__when">
          <time dateTime={step.day}>{step.day === scene.today ? t("today") : words(step.day)}</time>
          {step.done ? <span className="tag tag--good">{t("done")}</span> : null}
          {(step.done ? [] : step.marks).map((mark) => (
            <span className={`tag${mark === "final" || mark === "only-before" ? " tag--warn" : ""}`} key={mark}>
              <Icon name={mark === "final" || mark === "only-before" || mark === "closes" ? "warn" : "wait"} />
              {t(`mark.${mark}`)}
            </span>
          ))}
        </p>
        <h2 className="h-step">{title}</h2>
        <p>
          {text} <StepLink scene={scene} step={step} />
        </p>
        {step.way ? <p className="note-size">{t.rich("way", { way: () => <WayThere way={step.way} /> })}</p> : null}
        {step.at ? <PageLink at={step.at} isNow={isNow} url={step.url} /> : null}
      </div>
    </li>
  );
}

/** As the software's makers write it, and whoever reads it may see there. */
const WayThere = ({ way }: { way: string | undefined }) => (
  <code dir="ltr" lang="en">
    {way}
  </code>
);

/** Steps that are done here. */
function StepLink({ step: { id }, scene: { checkPath } }: { step: PlanStep; scene: PlanScene }) {
  const t = useTranslations("movePlan");
  if (id === "save") return <a href={`${checkPath}#saved`}>{t("save.link")}</a>;
  if (id !== "notice") return null;
  return (
    <Link href={`${checkPath}/messages#everybody`} prefetch={false}>
      {t("notice.link")}
    </Link>
  );
}

/** The page for it, or the server where that page is not known. */
function PageLink({ at, url, isNow }: { at: string; url: string | null | undefined; isNow: boolean }) {
  const t = useTranslations("movePlan");
  const host = displayHost(at).shown;
  return (
    <p className="print:hidden">
      <a className={`btn btn--small${isNow ? " btn--main" : ""}`} href={url ?? `https://${at}`} rel="noreferrer">
        <Icon name="out" />
        {t(url ? "open" : "openServer", { at: host })}
      </a>
    </p>
  );
}
