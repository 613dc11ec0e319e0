"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { writerIn } from "#i18n/say.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import type { ComposeAt } from "#lib/messages/compose.ts";
import type { Plan } from "#lib/messages/plan.ts";
import { MOST_PEOPLE, tickedBeforehand } from "#lib/messages/plan-choice.ts";
import { PlanView } from "../plan-view.tsx";
import { KindGroup } from "./kind-group.tsx";
import { byKind, type MentionScene, planIn } from "./mention-scene.ts";
import { useMarks } from "./use-marks.ts";

type NamesFormProps = { id: string; scene: MentionScene; at: ComposeAt };

/** One form: without a script its buttons fetch the plan as a file and keep marks; with one the plan follows the ticks. */
export function NamesForm({ id, scene, at }: NamesFormProps) {
  const t = useTranslations("writing.names");
  const words = useTranslations("writing.plan");
  const path = `/check/${id}/messages`;
  const { failed, mark, askedToday } = useMarks(id);
  const [ticked, tick] = useTicks(scene);
  const plan = useMemo(() => planIn(scene, ticked, askedToday), [scene, ticked, askedToday]);
  return (
    <form action={`${path}/plan.txt`} className="mt-6 space-y-8" method="post">
      {byKind(scene).map((group) => (
        <KindGroup
          failed={failed}
          group={group}
          key={group.kind}
          marksPath={`${path}/marks`}
          onSkip={(acct) => void mark([acct], "skip")}
          onTick={tick}
          scene={scene}
          ticked={ticked}
        />
      ))}
      <noscript>
        <p className="max-w-prose">{t("noScript")}</p>
      </noscript>
      <section aria-labelledby="plan" className="rounded-2xl border-2 border-ember bg-paper p-4 sm:p-6">
        <h3 id="plan">{words("title")}</h3>
        <Announced plan={plan} />
        {plan.posts.length > 0 ? (
          <PlanView
            context={{
              at,
              failed,
              limits: scene.limits,
              marksPath: `${path}/marks`,
              onPosted: (accts) => void mark(accts, "asked"),
              warning: warningOf(scene),
            }}
            plan={plan}
          />
        ) : (
          <p className="mt-2 max-w-prose">{t("none")}</p>
        )}
        <LeftOut plan={plan} />
        <Downloads path={path} planned={plan.posts.length > 0} />
      </section>
    </form>
  );
}

function warningOf({ words }: MentionScene) {
  const { say, language } = writerIn(words);
  return { text: say("mention.warning"), language };
}

function useTicks(scene: MentionScene) {
  const [ticked, setTicked] = useState(() => tickedBeforehand(scene));
  const tick = (acct: Acct, on: boolean) =>
    setTicked((now) => new Set(on ? [...now, acct] : [...now].filter((one) => one !== acct)));
  return [ticked, tick] as const;
}

/** Ticks change the plan further down the page: those who do not see it are told. */
function Announced({ plan: { posts } }: { plan: Plan }) {
  const t = useTranslations("writing.plan");
  const people = posts.reduce((sum, { to }) => sum + to.length, 0);
  return (
    <p className="sr-only" role="status">
      {posts.length > 0 ? t("changed", { posts: posts.length, people }) : t("changedEmpty")}
    </p>
  );
}

function LeftOut({ plan: { leftOut } }: { plan: Plan }) {
  const t = useTranslations("writing.plan");
  const reasons = useReasons();
  if (leftOut.length === 0) return null;
  return (
    <div className="mt-6">
      <h4 className="font-semibold">{t("leftOut")}</h4>
      <ul className="mt-1 list-disc space-y-1 ps-6">
        {leftOut.map(({ acct, why }) => (
          <li key={acct}>
            <bdi dir="ltr">@{acct}</bdi>: {reasons(why)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useReasons() {
  const out = useTranslations("messages.leftOut");
  const not = useTranslations("messages.whyNot");
  return (why: Plan["leftOut"][number]["why"]): string =>
    why === "over-cap" || why === "too-long" || why === "twice" ? out(why, { most: MOST_PEOPLE }) : not(why);
}

/**
 * The files are made for the ticks as they stand; the names travel in the body, never in an address. Only a script knows
 * that nobody is ticked, and then there is nothing to download.
 */
function Downloads({ path, planned }: { path: string; planned: boolean }) {
  const t = useTranslations("writing.plan");
  return (
    <div className={`mt-6 flex-wrap gap-2 ${planned ? "flex" : "hidden noscript:flex"}`}>
      <Button formAction={`${path}/plan.txt`} tone="plain" type="submit">
        {t("text")}
      </Button>
      <Button formAction={`${path}/plan.ics`} tone="plain" type="submit">
        {t("calendar")}
      </Button>
    </div>
  );
}
