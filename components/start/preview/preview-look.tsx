import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { readPairs, recentStore } from "#components/ui/browser/recent-pairs.ts";
import { initialsOf } from "#components/ui/initials.ts";
import type { HandlePreview } from "#lib/contract/preview.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import { didYouMean } from "#lib/domain/names/did-you-mean.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { targetOf } from "../advice/advice.ts";
import type { Look } from "./use-preview.ts";

type PreviewLookProps = {
  look: Extract<Look, { state: "looking" | "found" }>;
  host: string | undefined;
  side: "old" | "new";
  onUse: (address: string) => void;
};

export default function PreviewLook({ look, host, side, onUse }: PreviewLookProps) {
  const t = useTranslations("start.preview");
  if (look.state === "found") return <Found onUse={onUse} preview={look.preview} side={side} />;
  return host ? <p className="hint">{t(look.slow ? "slow" : "looking", { host: shown(host) })}</p> : null;
}

/** Hosts stand as people write them, where that misleads nobody. */
const shown = (host: string): string => displayHost(host).shown;
function written(acct: string): string {
  const [user, host] = splitAcct(acct);
  return `@${user}@${shown(host)}`;
}

type FoundProps = { preview: HandlePreview; side: "old" | "new"; onUse: (address: string) => void };
function Found({ preview, side, onUse }: FoundProps) {
  const t = useTranslations("start.preview");
  const unclear = reasonOf(preview);
  if (unclear) return <Unclear onUse={onUse} preview={preview} why={unclear} />;
  const tag = side === "old" ? tagOf(preview) : undefined;
  return (
    <div className="found">
      <span className="face">{preview.avatar ? <Picture src={preview.avatar} /> : initialsOf(nameOf(preview))}</span>
      <p>
        <span className="sr">{t("announce", { name: preview.acct })} </span>
        <bdi>
          <b>{side === "old" ? nameOf(preview) : written(preview.acct)}</b>
        </bdi>
        <br />
        <span className="quiet">
          <Marks preview={preview} />
        </span>
      </p>
      {tag ? <span className="tag">{t(tag)}</span> : null}
    </div>
  );
}

const nameOf = ({ display, acct }: HandlePreview): string => display || acct;

function tagOf(preview: HandlePreview): "movedTag" | "notMovedTag" | undefined {
  if (preview.movedTo === null) return "notMovedTag";
  return preview.movedTo ? "movedTag" : undefined;
}

type Why = NonNullable<ReturnType<typeof reasonOf>>;
/** 404 and 410 say more than a gap does. */
function reasonOf({ status, gap }: HandlePreview) {
  if (status === 404) return "missing" as const;
  if (status === 410) return "deleted" as const;
  return gap;
}

/** A slip of the fingers is likelier than a server that nobody knows. */
const MAYBE_A_SLIP: ReadonlySet<Why> = new Set<Why>(["missing", "never-met", "unreachable", "not-offered"]);

function Unclear({ preview, why, onUse }: { preview: HandlePreview; why: Why; onUse: FoundProps["onUse"] }) {
  const t = useTranslations("start.preview");
  const host = shown(preview.host);
  const meant = MAYBE_A_SLIP.has(why) ? didYouMean(preview.acct, knownHere()) : null;
  return (
    <div className="hint stack-tight">
      <p>{why === "missing" || why === "deleted" ? t(why, { host }) : t(`gap.${why}`, { host })}</p>
      {meant ? (
        <p>
          {t("didYouMean", { address: written(meant) })}{" "}
          <button className="btn btn--small" onClick={() => onUse(`@${meant}`)} type="button">
            {t("use", { address: written(meant) })}
          </button>
        </p>
      ) : null}
    </div>
  );
}

const knownHere = (): readonly string[] =>
  readPairs(recentStore.read()).flatMap(({ old, new: fresh }) => (fresh ? [old, fresh] : [old]));

function Marks({ preview }: { preview: HandlePreview }) {
  const t = useTranslations("start.preview");
  const { followers, locked, listHidden, runsOn } = preview;
  const target = targetOf(preview);
  const marks: ReactNode[] = [
    followers === undefined ? null : t("followers", { count: followers }),
    runsOn ? t("runsOn", { host: shown(runsOn) }) : null,
    target ? t.rich("pointsTo", { address: () => <bdi dir="ltr">{written(target)}</bdi> }) : null,
    locked ? t("locked") : null,
    listHidden ? t("hidden") : null,
  ].filter(Boolean);
  return marks.map((mark, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the marks are fixed in their order and hold no state
    <span key={at}>
      {at > 0 ? " · " : ""}
      {mark}
    </span>
  ));
}

const Picture = ({ src }: { src: string }) => (
  // biome-ignore lint/performance/noImgElement: our own signed route has the right size already
  <img alt="" height={36} src={src} width={36} />
);
