import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GroupPatterns } from "#components/ui/groups/group-patterns.tsx";
import { WhoBar } from "#components/ui/groups/who-bar.tsx";

const STEPS = ["lists", "servers", "reasons"] as const;
const DRAWINGS: Readonly<Record<(typeof STEPS)[number], ReactNode>> = {
  lists: <Lists />,
  servers: <Servers />,
  reasons: <Reasons />,
};

/** A check in three drawings, each with the sentence that it stands for. */
export function CheckPicture() {
  const t = useTranslations("how.picture");
  return (
    <>
      <GroupPatterns />
      <ol className="drawn">
        {STEPS.map((step) => (
          <li key={step}>
            {DRAWINGS[step]}
            <h3>{t(`${step}.title`)}</h3>
            <p>{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The old house in the dark, the new one lit, and the way between. */
function Lists() {
  return (
    <svg aria-hidden="true" className="street" viewBox="0 0 240 112">
      <path className="roof" d="M14 52 52 24l38 28z" />
      <path className="h2" d="M20 52h64v52H20z" />
      <path className="dim" d="M29 62h12v14H29zM46 62h12v14H46zM63 62h12v14H63zM46 84h12v20H46z" />
      <path className="line" d="M98 78h42M132 70l9 8-9 8" />
      <path className="ours-roof" d="M150 48 190 18l40 30z" />
      <path className="ours" d="M156 48h68v56h-68z" />
      <path className="lit" d="M165 58h12v14h-12zM184 58h12v14h-12zM203 58h12v14h-12zM184 82h12v22h-12z" />
      <path className="ground" d="M0 104h240v6H0z" />
    </svg>
  );
}

/** Houses of others: some answer, one stays dark, one is not seen clearly. */
function Servers() {
  return (
    <svg aria-hidden="true" className="street" viewBox="0 0 240 112">
      {[4, 64, 124, 184].map((x, at) => (
        <g key={x}>
          <path className="roof" d={`M${x} 62l26-20 26 20z`} />
          <path className={`h${(at % 3) + 1}`} d={`M${x + 4} 62h44v42h-44z`} />
          <path className={at === 2 ? "dim" : "lit"} d={`M${x + 12} 70h10v12h-10zM${x + 30} 70h10v12h-10z`} />
          {at === 2 ? null : <path className="line" d={`M${x + 18} 26l6 6 12-14`} />}
        </g>
      ))}
      <path className="line" d="M144 22a6 6 0 1 1 8 6c-2 1-2 3-2 5M150 38v.5" />
      <path className="ground" d="M0 104h240v6H0z" />
    </svg>
  );
}

/** The bar of the result: who can do something about it. */
function Reasons() {
  return (
    <div aria-hidden="true" className="drawn__bar">
      <WhoBar counts={{ here: 60, you: 8, follower: 18, admin: 8, nobody: 4, unknown: 6 }} label="" />
    </div>
  );
}
