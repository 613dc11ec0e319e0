"use client";

import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Drawing } from "#components/ui/drawing.tsx";
import { CHEVRON } from "#components/ui/shapes.ts";
import { usePlainDay } from "#components/ui/time/plain-day.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import type { ComposeAt } from "#lib/messages/compose.ts";
import type { PostLimits } from "#lib/messages/count.ts";
import type { Plan, PlannedPost } from "#lib/messages/plan.ts";
import { byDay } from "#lib/messages/plan-text.ts";
import { DraftBox } from "./draft-box.tsx";
import { NotKept } from "./not-kept.tsx";

export type PlanContext = {
  at: ComposeAt;
  limits: PostLimits;
  marksPath: string;
  failed: readonly Acct[];
  onPosted: (accts: readonly Acct[]) => void;
  /** What stands above each post, in the language of the posts. */
  warning: { readonly text: string; readonly language: string };
};

/** Days, posts and texts. Posting is done by hand, and then told. */
export function PlanView({ plan, context }: { plan: Plan; context: PlanContext }) {
  const t = useTranslations("writing.plan");
  const messages = useTranslations("messages");
  const words = usePlainDay("long");
  const { text, language } = context.warning;
  return (
    <>
      {plan.waitsForAge ? (
        <p className="mt-3 max-w-prose rounded-lg border border-line bg-warm p-3">{messages("young")}</p>
      ) : null}
      <Summary plan={plan} />
      <p className="mt-2 max-w-prose">{t("how")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <span>
          {t("warning")} <b lang={language}>{text}</b>
        </span>
        <CopyButton done={t("copied")} label={t("copyWarning")} text={text} />
      </div>
      <ol className="days mt-6">
        {[...byDay(plan.posts)].map(([day, posts]) => (
          <li className="day" key={day}>
            <h4 className="day__head">
              <time dateTime={day}>{words(day)}</time>
            </h4>
            {posts.map((post) => (
              <Post context={context} first={post === plan.posts[0]} key={post.draft.text} post={post} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function Summary({ plan: { posts } }: { plan: Plan }) {
  const t = useTranslations("writing.plan");
  const words = usePlainDay("long");
  const [first, last] = [posts[0]?.day ?? "", posts.at(-1)?.day ?? ""];
  const people = posts.reduce((sum, { to }) => sum + to.length, 0);
  const values = { posts: posts.length, people, first: words(first), last: words(last) };
  return <p className="mt-3 text-lg">{t(first === last ? "summaryOneDay" : "summary", values)}</p>;
}

type PostProps = { post: PlannedPost; context: PlanContext; first: boolean };

/** Whom a post goes to, and folded below it the text. The next one to send stands open. */
function Post({ post: { nth, server, draft, marks, to }, context, first }: PostProps) {
  const t = useTranslations("writing.plan");
  const format = useFormatter();
  const id = `post-${marks[0] ?? server}`;
  const name = t("post", { nth, host: displayHost(server).shown });
  const names = format.list(to.map((acct) => `@${userOf(acct)}`));
  return (
    <details className="fold fold--post" data-post={server} open={first}>
      <summary>
        <Drawing className="i--flip turn" path={CHEVRON} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {t.rich("to", {
            names,
            strong: (words) => <strong>{words}</strong>,
            host: () => <HostName {...displayHost(server)} />,
          })}
        </span>
      </summary>
      <div className="fold__in">
        <DraftBox
          at={context.at}
          id={id}
          label={name}
          language={draft.language}
          limits={context.limits}
          text={draft.text}
        />
        <Button
          className="mt-3"
          formAction={context.marksPath}
          name="asked"
          onClick={(event) => {
            event.preventDefault();
            context.onPosted(marks);
          }}
          tone="plain"
          type="submit"
          value={marks.join(" ")}
        >
          {t("posted")}
        </Button>
        <NotKept failed={marks.some((acct) => context.failed.includes(acct))} />
      </div>
    </details>
  );
}
