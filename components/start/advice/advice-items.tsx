import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Advice } from "./advice.ts";

export type AdviceItemsProps = {
  advice: readonly Advice[];
  onSwap: () => void;
  onPlan: () => void;
  onUseAsNew: (address: string) => void;
};

export default function AdviceItems({ advice, ...offers }: AdviceItemsProps) {
  return (
    <ul className="stack-tight">
      {advice.map((one) => (
        <li className="note note--plain" key={one.id}>
          <Sentence advice={one} />
          <Offer advice={one} {...offers} />
        </li>
      ))}
    </ul>
  );
}

function Sentence({ advice }: { advice: Advice }) {
  const t = useTranslations("start.advice");
  return <p>{t(advice.id, namesIn(advice))}</p>;
}

const at = (acct: string | undefined) => (acct ? `@${acct}` : "");
const namesIn = (advice: Advice) => ({
  old: at("old" in advice ? advice.old : undefined),
  new: at("new" in advice ? advice.new : undefined),
  target: at("target" in advice ? advice.target : undefined),
});

function Offer({ advice, onSwap, onPlan, onUseAsNew }: { advice: Advice } & Omit<AdviceItemsProps, "advice">) {
  const t = useTranslations("start.advice");
  if (advice.id === "swap")
    return (
      <Button className="mt-2" onClick={onSwap} size="small" tone="plain">
        {t("swapAction")}
      </Button>
    );
  if (advice.id === "not-moved")
    return (
      <Button className="mt-2" onClick={onPlan} size="small" tone="plain">
        {t("notMovedAction")}
      </Button>
    );
  if (!("target" in advice)) return null;
  // Left empty, the field is read from the old account.
  const address = at(advice.target);
  return (
    <Button className="mt-2" onClick={() => onUseAsNew(address)} size="small" tone="plain">
      {address ? t(`${advice.id}Action`, { target: address }) : t("sameEmpty")}
    </Button>
  );
}
