import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Advice } from "./advice.ts";

export type AdviceItemsProps = { advice: readonly Advice[]; onSwap: () => void; onUseAsNew: (address: string) => void };

export default function AdviceItems({ advice, onSwap, onUseAsNew }: AdviceItemsProps) {
  return (
    <ul className="space-y-3">
      {advice.map((one) => (
        <li className="rounded-lg border-ember border-s-4 bg-warm px-4 py-3 text-sm" key={one.id}>
          <Sentence advice={one} />
          <Offer advice={one} onSwap={onSwap} onUseAsNew={onUseAsNew} />
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

function Offer({ advice, onSwap, onUseAsNew }: { advice: Advice } & Omit<AdviceItemsProps, "advice">) {
  const t = useTranslations("start.advice");
  if (advice.id === "swap")
    return (
      <Button className="mt-2" onClick={onSwap} size="small" tone="plain">
        {t("swapAction")}
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
