import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { type FactSentence, type ReportFact, type Scene, tellAll } from "./fact-words.ts";
import { SourceLine } from "./source-line.tsx";

/** Facts as sentences, each with its source and time. */
export function Evidence({ facts, scene }: { facts: readonly ReportFact[]; scene: Scene }) {
  return (
    <ul className="evidence">
      {tellAll(facts, scene).map(({ fact, sentence }) => (
        <li key={`${fact.fact} ${fact.target ?? ""}`}>
          <Icon {...MARKS[markOf(sentence.key)]} />
          <span>
            <Said sentence={sentence} />
          </span>
          {fact.source ? <SourceLine source={fact.source} /> : null}
        </li>
      ))}
    </ul>
  );
}

const MARKS = {
  yes: { name: "check", className: "yes" },
  no: { name: "x", className: "no" },
  gap: { name: "minus", className: "gap" },
} as const;

/** Open, in the way, or nothing that says either. */
function markOf(key: FactSentence["key"]): keyof typeof MARKS {
  if (NO.some((one) => one === key)) return "no";
  return YES.some((one) => one === key) ? "yes" : "gap";
}

const NO: readonly FactSentence["key"][] = [
  "list.blocked",
  "list.parent",
  "list.notAllowed",
  "list.outbound",
  "resolve.absent",
  "resolve.absentThere",
  "given.no",
  "own.server",
  "own.people",
  "life.gone",
  "life.dead",
  "sight.suspended",
  "ability.ignores",
];
const YES: readonly FactSentence["key"][] = [
  "list.clear",
  "life.alive",
  "sight.known",
  "sight.moved",
  "peer.yes",
  "resolve.found",
  "resolve.foundThere",
  "resolve.below",
  "given.yes",
  "own.none",
  "instance.open",
  "ability.carries-out",
  "view",
  "nodeinfo",
  "control.yes",
];

function Said({ sentence: { key, values, account } }: { sentence: FactSentence }) {
  const t = useTranslations("facts");
  const gap = useTranslations("gap");
  if (key === "gap")
    return <GapSaid topic={String(values?.topic)} host={String(values?.host)} why={gap} gap={values?.gap} />;
  return t(key, { ...values, ...(account ? { account: t(account) } : {}) });
}

const TOPICS = [
  "nodeinfo",
  "ability",
  "life",
  "instance",
  "control",
  "list",
  "sight",
  "view",
  "peer",
  "resolve",
  "given",
  "own",
  "told",
  "allow",
  "refusesSigned",
] as const;
type GapWords = ReturnType<typeof useTranslations<"gap">>;
type GapProps = { topic: string; host: string; gap: unknown; why: GapWords };

function GapSaid({ topic, host, gap, why }: GapProps) {
  const t = useTranslations("facts");
  const known = TOPICS.find((one) => one === topic);
  if (!known) return t("other", { host });
  return t("gap", { topic: t(`topics.${known}`), host, gap: why(gap as Parameters<GapWords>[0]) });
}
