import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { AskedWithAccount } from "./asked-with-account.tsx";
import { Choice } from "./choice.tsx";
import type { Offer } from "./offer.ts";
import { OwnBlocks } from "./own-blocks.tsx";
import { Rights } from "./rights.tsx";
import type { readEnd, readProblem } from "./stage.ts";
import { Told } from "./told.tsx";

export type SignInViewProps = {
  state: CheckState;
  offers: readonly Offer[];
  checkPath: string;
  /** The operator turned signing in off: what was asked before still stands here. */
  isOff: boolean;
  problem: ReturnType<typeof readProblem>;
  end: ReturnType<typeof readEnd>;
};

/** What will be asked stands before the button, and what was asked stands here afterwards. Plain forms do all of it. */
export function SignInView({ state, offers, checkPath, isOff, problem, end }: SignInViewProps) {
  const t = useTranslations("signIn");
  const open = offers.filter(({ why }) => why === undefined);
  return (
    <>
      <Told end={isOff ? null : end} problem={isOff ? "off" : problem} />
      <div className="split split--even">
        <div>
          <h1>{t("title")}</h1>
          {isOff ? null : <p className="lead">{t("lead")}</p>}
          <AskedWithAccount action={`${checkPath}/signin/end`} signIns={state.signIns ?? []} />
          <Own signIns={state.signIns ?? []} />
          <Choice checkPath={checkPath} offers={open} />
          <Reasons offers={offers} />
        </div>
        {open.length > 0 ? <Terms offers={open} /> : null}
      </div>
    </>
  );
}

function Own({ signIns }: { signIns: NonNullable<CheckState["signIns"]> }) {
  const last = signIns.findLast(({ own }) => own !== undefined);
  return last?.own ? <OwnBlocks host={last.host} own={last.own} /> : null;
}

/** Why an account cannot be used for it. */
function Reasons({ offers }: { offers: readonly Offer[] }) {
  const t = useTranslations("signIn.why");
  return offers.map(({ side, acct, host, why }) =>
    why ? (
      <p className="quiet note-size" key={side}>
        {t(why, { acct, host })}
      </p>
    ) : null,
  );
}

const NEVER = ["act", "private", "password"] as const;

function Terms({ offers }: { offers: readonly Offer[] }) {
  const t = useTranslations("signIn");
  const reads = READS.filter((read) => offers.some((offer) => offer.reads.includes(read)));
  const rights = [...new Set(offers.flatMap((offer) => offer.rights))];
  return (
    <div className="stack-wide">
      <section>
        <h2 className="h-small">{t("reads.title")}</h2>
        <ul className="ticks">
          {(["account", ...reads] as const).map((read) => (
            <li key={read}>
              <Icon className="ok" name="check" />
              {t(`reads.${read}`)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="h-small">{t("never.title")}</h2>
        <ul className="ticks">
          {NEVER.map((one) => (
            <li key={one}>
              <Icon name="x" />
              {t(`never.${one}`)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="h-small">{t("long.title")}</h2>
        <p className="quiet">{t(offers.every(({ revokes }) => revokes) ? "long.revoked" : "long.kept")}</p>
      </section>
      <p className="quiet note-size">
        {t.rich("exact", { rights: () => <Rights rights={rights} /> })}{" "}
        {offers.some(({ coarse }) => coarse) ? `${t("coarse")} ` : null}
        <a href="/privacy">{t("privacy")}</a>
      </p>
    </div>
  );
}

const READS = ["requests", "followers", "following", "servers", "blocks"] as const;
