import { useTranslations } from "next-intl";
import { type FactSentence, type ReportFact, type Scene, tellAll } from "./fact-words.ts";
import { SourceLine } from "./source-line.tsx";

/** Facts as sentences, each with its source and time. */
export function Evidence({ facts, scene }: { facts: readonly ReportFact[]; scene: Scene }) {
  return (
    <ul className="space-y-2">
      {tellAll(facts, scene).map(({ fact, sentence }) => (
        <li className="border-line border-s-2 ps-3" key={`${fact.fact} ${fact.target ?? ""}`}>
          <p>
            <Said sentence={sentence} />
          </p>
          {fact.source ? <SourceLine source={fact.source} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Said({ sentence: { key, values, account } }: { sentence: FactSentence }) {
  const t = useTranslations("facts");
  const gap = useTranslations("gap");
  if (key === "gap")
    return <GapSaid topic={String(values?.topic)} host={String(values?.host)} why={gap} gap={values?.gap} />;
  return t(key, { ...values, ...(account ? { account: t(account) } : {}) });
}

const TOPICS = ["nodeinfo", "ability", "life", "instance", "control", "list", "sight", "view", "peer", "told"] as const;
type GapWords = ReturnType<typeof useTranslations<"gap">>;
type GapProps = { topic: string; host: string; gap: unknown; why: GapWords };

function GapSaid({ topic, host, gap, why }: GapProps) {
  const t = useTranslations("facts");
  const known = TOPICS.find((one) => one === topic);
  if (!known) return t("other", { host });
  return t("gap", { topic: t(`topics.${known}`), host, gap: why(gap as Parameters<GapWords>[0]) });
}
