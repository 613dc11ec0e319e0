import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Report } from "#lib/contract/report.ts";
import { DraftBox } from "./draft-box.tsx";
import { composeAt, limitsOf } from "./scene.ts";
import type { PageText } from "./texts.ts";

type TextCardProps = { text: PageText; report: Report };

/** The first text of a part stands open. */
export function TextCard({ text, report, children }: TextCardProps & { children?: ReactNode }) {
  const t = useTranslations("writing.texts");
  return (
    <article data-text={text.id}>
      <h3>{t(`${text.id}.title`)}</h3>
      <p className="mt-1 max-w-prose text-quiet">{t(`${text.id}.when`)}</p>
      <TextDraft main report={report} text={text} />
      {children}
    </article>
  );
}

export function FoldedText({ text, report }: TextCardProps) {
  const t = useTranslations("writing.texts");
  return (
    <li className="border-line border-b py-2" data-text={text.id}>
      <Disclosure summary={<span className="py-1.5">{t(`${text.id}.title`)}</span>}>
        <div className="pb-4 sm:ps-5.5">
          <p className="max-w-prose text-quiet">{t(`${text.id}.when`)}</p>
          <TextDraft report={report} text={text} />
        </div>
      </Disclosure>
    </li>
  );
}

function TextDraft({ text: { id, draft, post }, report, main = false }: TextCardProps & { main?: boolean }) {
  const t = useTranslations("writing.texts");
  const writer = id === "before" || !report.new ? report.old : report.new;
  return (
    <DraftBox
      at={post ? composeAt(writer) : undefined}
      id={`text-${id}`}
      label={t(`${id}.title`)}
      language={draft.language}
      limits={post ? limitsOf(writer) : undefined}
      main={main}
      text={draft.text}
    />
  );
}
