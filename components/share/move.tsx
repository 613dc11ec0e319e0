import type { PublicAccount, PublicCounts, PublicShare } from "#lib/contract/share.ts";
import { Address } from "./names.tsx";
import { LANGUAGE, type ShareWords } from "./words.ts";

type Part = { readonly view: PublicShare; readonly t: ShareWords };

/** From, to: said in words as well, because an arrow says nothing to who cannot see it. */
export function Accounts({ view, t }: Part) {
  return (
    <ul className="accounts">
      <Account account={view.old} label={t("from")} />
      <li aria-hidden="true" className="arrow" />
      <Account account={view.new} label={t("to")} />
    </ul>
  );
}

function Account({ account, label }: { account: PublicAccount; label: string }) {
  return (
    <li className="account">
      {account.avatar ? <Picture src={account.avatar} /> : null}
      <span className="side">{label}</span>
      <span className="who">
        {account.url ? (
          <a href={account.url} rel="noopener noreferrer">
            <Address acct={account.acct} />
          </a>
        ) : (
          <Address acct={account.acct} />
        )}
      </span>
    </li>
  );
}

const Picture = ({ src }: { src: string }) => (
  // biome-ignore lint/performance/noImgElement: the page has no script of Next that could load another one
  <img alt="" height="48" src={src} width="48" />
);

export function Numbers({ view: { counts }, t }: Part) {
  const words = counts ? [followers(counts, t), missing(counts, t)].filter(Boolean) : [];
  return words.length > 0 ? <p className="numbers">{words.join(" ")}</p> : null;
}

function followers({ newList }: PublicCounts, t: ShareWords): string {
  if (newList === 0) return "";
  return newList === "a few" ? t("counts.newListFew") : t("counts.newList", { count: newList });
}

function missing({ missing: count, missingIs }: PublicCounts, t: ShareWords): string {
  if (count === 0) return "";
  if (count === "a few") return t("counts.missingFew");
  return missingIs === "exact" ? t("counts.missingExact", { count }) : t("counts.missingAtLeast", { count });
}

/** What keeps anybody from making such a page about somebody else's account. */
export function Proof({ view: { proof }, t }: Part) {
  const day = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone: "UTC" }).format(new Date(proof.at));
  const [sourceOld, sourceNew] = proof.sources;
  return (
    <p className={proof.oldPointsToNew === "yes" && proof.newNamesOld === "yes" ? "proof" : "proof half"}>
      {sentence(proof, t)}{" "}
      {t.rich("proof.see", {
        sources: () => (
          <>
            <Source label={t("proof.sourceOld")} url={sourceOld} />,{" "}
            <Source label={t("proof.sourceNew")} url={sourceNew} />
          </>
        ),
      })}{" "}
      ({t("proof.read", { date: day })})
    </p>
  );
}

const Source = ({ label, url }: { label: string; url: string | undefined }) =>
  url ? (
    <a href={url} rel="noopener noreferrer">
      {label}
    </a>
  ) : (
    label
  );

function sentence({ oldPointsToNew, newNamesOld }: PublicShare["proof"], t: ShareWords): string {
  if (oldPointsToNew !== "yes") return t("proof.newOnly");
  return newNamesOld === "yes" ? t("proof.both") : t("proof.oldOnly");
}
