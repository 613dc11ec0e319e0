import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FollowerLocale } from "#i18n/locales.ts";
import type { Writer } from "#i18n/say.ts";
import type { TextPart } from "#i18n/text-choice.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { EverybodyPart } from "./everybody-part.tsx";
import { LanguagePicker } from "./language-picker.tsx";
import { AdminsPart } from "./letters/admins-part.tsx";
import { type LetterInput, letterAboutMove, lettersAbout } from "./letters/letters.ts";
import { type NamesData, NamesPart } from "./names/names-part.tsx";
import { OthersPart } from "./names/others-part.tsx";
import { PARTS, Part } from "./part.tsx";
import { ProofNote } from "./proof-note.tsx";
import { reasonsNot } from "./reasons.ts";
import { composeAt, limitsOf, moverOf } from "./scene.ts";
import { stageOf } from "./stage.ts";
import { FoldedText } from "./text-card.tsx";
import { knownTexts, publicTexts, textsBefore } from "./texts.ts";

export type MessagesViewProps = {
  state: CheckState;
  report: Report;
  checkPath: string;
  /** Of the page for followers. */
  link: string | undefined;
  /** Null where nobody may be named yet. */
  names: NamesData | null;
  letters: Omit<LetterInput, "report" | "mover">;
  /** In the language chosen for each. */
  writers: Readonly<Record<Exclude<TextPart, "names" | "admins">, Writer>>;
};

/** Everything that can be said, in final words, and to whom. */
export function MessagesView(props: MessagesViewProps) {
  const t = useTranslations("writing");
  return (
    <div className="space-y-10">
      <header>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </header>
      <Content {...props} />
    </div>
  );
}

function Content(props: MessagesViewProps) {
  const t = useTranslations("writing");
  const { state, report, checkPath, link, writers } = props;
  const alone = { checkPath, report, language: writers.everybody.language, page: "none" } as const;
  const stage = stageOf(report);
  const mover = moverOf(report, link);
  if (stage === "before") return <EverybodyPart {...alone} texts={textsBefore(report, writers.everybody)} />;
  if (stage === "nobody-yet" || !mover) return <p className="max-w-prose">{t("nobodyYet")}</p>;
  if (stage === "elsewhere") return <Elsewhere checkPath={checkPath} />;
  const texts = publicTexts(report, mover, writers.everybody);
  if (state.proof.state === "missing" || !props.names)
    return (
      <>
        <EverybodyPart {...alone} texts={texts.slice(0, 1)} />
        <ProofNote proof={state.proof} />
      </>
    );
  return <AllParts {...props} mover={mover} names={props.names} texts={texts} />;
}

function Elsewhere({ checkPath }: { checkPath: string }) {
  const t = useTranslations("writing");
  return (
    <div className="max-w-prose">
      <p>{t("elsewhere")}</p>
      <Link className="mt-3 inline-block" href={checkPath} prefetch={false}>
        {t("overview")}
      </Link>
    </div>
  );
}

type AllPartsProps = MessagesViewProps & {
  mover: NonNullable<ReturnType<typeof moverOf>>;
  names: NamesData;
  texts: ReturnType<typeof publicTexts>;
};

function AllParts({ state, report, checkPath, link, names, letters, mover, texts, writers }: AllPartsProps) {
  const reasons = reasonsNot(report.servers);
  const input = { ...letters, report, mover };
  const place = {
    checkPath,
    own: serverOf(mover.new),
    at: composeAt(report.new ?? report.old),
    limits: limitsOf(report.new ?? {}),
  };
  return (
    <div className="with-toc section">
      <Contents others={reasons.length > 0} />
      <div className="min-w-0 space-y-10">
        <EverybodyPart
          checkPath={checkPath}
          language={writers.everybody.language}
          page={link ? "made" : "possible"}
          report={report}
          texts={texts}
        />
        <NamesPart data={names} id={state.id} report={report} />
        <Known language={writers.known.language} report={report} texts={knownTexts(report, mover, writers.known)} />
        <AdminsPart
          {...lettersAbout(input)}
          language={letters.writer.language}
          old={{ host: serverOf(report.old.acct), offer: letterAboutMove(input) }}
          place={place}
        />
        <OthersPart reasons={reasons} />
      </div>
    </div>
  );
}

function Contents({ others }: { others: boolean }) {
  const t = useTranslations("writing");
  return (
    <nav aria-label={t("contents")} className="toc print:hidden">
      {PARTS.filter((part) => part !== "others" || others).map((part) => (
        <a href={`#${part}`} key={part}>
          {t(`${part}.title`)}
        </a>
      ))}
    </nav>
  );
}

type KnownProps = { report: Report; texts: ReturnType<typeof knownTexts>; language: FollowerLocale };

function Known({ report, texts, language }: KnownProps) {
  const t = useTranslations("writing.known");
  return (
    <Part id="known" text={t("text")} title={t("title")}>
      <LanguagePicker language={language} part="known" />
      <ul className="mt-3 border-line border-t">
        {texts.map((text) => (
          <FoldedText key={text.id} report={report} text={text} />
        ))}
      </ul>
    </Part>
  );
}
