import { initialsOf } from "#components/ui/initials.ts";
import { intlLocale } from "#i18n/locales.ts";
import type { PublicCounts, PublicShare } from "#lib/contract/share.ts";
import { Address, Name, nameOf } from "./names.tsx";
import { ShieldShape } from "./shapes.tsx";
import type { PageWords, ShareWords } from "./words.ts";

type Part = { readonly view: PublicShare; readonly t: ShareWords };

/** Who moved, and where to. */
export function Mover({ view, t }: Part) {
  const { avatar } = view.new;
  const name = nameOf(view.new);
  return (
    <div className="mover">
      <span aria-hidden={avatar ? undefined : true} className="face face--l">
        {avatar ? <Picture src={avatar} /> : initialsOf(name)}
      </span>
      <h1>
        {t.rich("title", {
          name: () => <Name>{name}</Name>,
          new: () => (
            <b className="handle">
              <Address acct={view.new.acct} />
            </b>
          ),
        })}
      </h1>
      <p className="quiet note-size">{t.rich("formerly", { old: () => <Address acct={view.old.acct} /> })}</p>
    </div>
  );
}

const Picture = ({ src }: { src: string }) => (
  // biome-ignore lint/performance/noImgElement: the page has no script of Next that could load another one
  <img alt="" height="72" src={src} width="72" />
);

type ProofProps = { readonly view: PublicShare; readonly words: PageWords };

/** What keeps anybody from making such a page about somebody else's account, and the numbers of the move. */
export function Proof({ view: { proof, counts }, words: { t, language } }: ProofProps) {
  const day = new Intl.DateTimeFormat(intlLocale(language), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(proof.at),
  );
  const [sourceOld, sourceNew] = proof.sources;
  const link = (url: string | undefined) => (words: React.ReactNode) =>
    url ? (
      <a href={url} rel="noopener noreferrer">
        {words}
      </a>
    ) : (
      words
    );
  const numbers = counts ? followers(counts, t) : "";
  return (
    <div className="proofline">
      <p>
        <ShieldShape />
        {t.rich(`proof.${sentence(proof)}`, { old: link(sourceOld), new: link(sourceNew) })}{" "}
        {t("proof.read", { date: day })}
      </p>
      {numbers ? <p>{numbers}</p> : null}
      {counts?.missing ? <p>{stillMissing(counts.missing, t)}</p> : null}
    </div>
  );
}

function followers({ newList }: PublicCounts, t: ShareWords): string {
  if (newList === 0) return "";
  return newList === "a few" ? t("counts.newListFew") : t("counts.newList", { count: newList });
}

function stillMissing({ count, is }: NonNullable<PublicCounts["missing"]>, t: ShareWords): string {
  if (count === "a few") return t("counts.missingFew");
  return t(is === "exact" ? "counts.missing" : "counts.missingAtLeast", { count });
}

function sentence({ oldPointsToNew, newNamesOld }: PublicShare["proof"]): "both" | "oldOnly" | "newOnly" {
  if (oldPointsToNew !== "yes") return "newOnly";
  return newNamesOld === "yes" ? "both" : "oldOnly";
}
