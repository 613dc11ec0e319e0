import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HandlePreview } from "#lib/contract/preview.ts";
import { targetOf } from "./advice.ts";
import type { Look } from "./use-preview.ts";

type PreviewLookProps = {
  look: Extract<Look, { state: "looking" | "found" }>;
  host: string | undefined;
  side: "old" | "new";
};

export default function PreviewLook({ look, host, side }: PreviewLookProps) {
  if (look.state === "found") return <Found preview={look.preview} side={side} />;
  return host ? <Looking host={host} slow={look.slow} /> : null;
}

function Looking({ host, slow }: { host: string; slow: boolean }) {
  const t = useTranslations("start.preview");
  return (
    <Line icon={<Spinner />}>
      <span className="text-quiet">{t(slow ? "slow" : "looking", { host })}</span>
    </Line>
  );
}

type FoundProps = { preview: HandlePreview; side: "old" | "new" };

function Found({ preview, side }: FoundProps) {
  const t = useTranslations("start.preview");
  const unclear = reasonOf(preview);
  if (unclear)
    return (
      <Line icon={<Glyph className="text-ember">?</Glyph>}>
        {unclear === "missing" || unclear === "deleted"
          ? t(unclear, { host: preview.host })
          : t(`gap.${unclear}`, { host: preview.host })}
      </Line>
    );
  return (
    <Line icon={<Picture preview={preview} />}>
      <span className="sr-only">{t("announce", { name: preview.acct })} </span>
      <bdi className="font-semibold">{preview.display || preview.acct}</bdi> <Marks preview={preview} side={side} />
    </Line>
  );
}

/** 404 and 410 say more than a gap does. */
function reasonOf({ status, gap }: HandlePreview) {
  if (status === 404) return "missing" as const;
  if (status === 410) return "deleted" as const;
  return gap;
}

function Marks({ preview, side }: FoundProps) {
  const t = useTranslations("start.preview");
  const { followers, movedTo, locked, listHidden, runsOn } = preview;
  const target = targetOf(preview);
  const marks: ReactNode[] = [
    followers === undefined ? null : t("followers", { count: followers }),
    runsOn ? t("runsOn", { host: runsOn }) : null,
    target ? t.rich("pointsTo", { address: () => <bdi dir="ltr">@{target}</bdi> }) : null,
    movedTo === null && side === "old" ? t("notMoved") : null,
    locked ? t("locked") : null,
    listHidden ? t("hidden") : null,
  ].filter(Boolean);
  return (
    <span className="text-quiet">
      {marks.map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks are fixed in their order and hold no state
        <span key={at}>· {mark} </span>
      ))}
    </span>
  );
}

function Picture({ preview }: { preview: HandlePreview }) {
  if (!preview.avatar) return <Glyph className="text-good">✓</Glyph>;
  // biome-ignore lint/performance/noImgElement: our own signed route has the right size already
  return <img alt="" className="size-7 shrink-0 rounded-md" height={28} src={preview.avatar} width={28} />;
}

/** Characters instead of drawings: this page has to be light. */
const Glyph = ({ className, children }: { className: string; children: string }) => (
  <span aria-hidden="true" className={`w-4 shrink-0 text-center font-bold ${className}`}>
    {children}
  </span>
);
const Spinner = () => (
  <span
    aria-hidden="true"
    className="mt-0.5 size-4 shrink-0 animate-spin rounded-full border-2 border-line border-t-ember"
  />
);

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <p className="flex items-start gap-2">
    {icon}
    <span>{children}</span>
  </p>
);
