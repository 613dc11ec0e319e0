import { useTranslations } from "next-intl";
import { Fold } from "#components/ui/fold.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { composeAt, limitsOf, moverOf } from "../scene.ts";
import { stageOf } from "../stage.ts";
import { LetterCard } from "./letter-card.tsx";
import { type LetterInput, lettersAbout } from "./letters.ts";

type ServerLetterProps = {
  server: ReportServer;
  report: Report;
  state: CheckState;
  checkPath: string;
  letters: Omit<LetterInput, "report" | "mover">;
};

/** The letter about one server, on the page of that server. Letters speak for the account: they open once it is proven. */
export function ServerLetter({ server, report, state, checkPath, letters }: ServerLetterProps) {
  const t = useTranslations("writing.admins");
  const mover = moverOf(report);
  if (!mover || state.proof.state === "missing" || stageOf(report) !== "after") return null;
  const about = { ...report, servers: [server] };
  const [letter] = lettersAbout({ ...letters, report: about, mover }).letters;
  if (!letter) return null;
  const place = {
    checkPath,
    own: serverOf(mover.new),
    at: composeAt(report.new ?? report.old),
    limits: limitsOf(report.new ?? {}),
  };
  const { host, people, offer, remote } = letter;
  return (
    <Fold summary={t("here", { own: place.own })}>
      <LetterCard host={host} offer={offer} people={people} place={place} title="own" />
      {remote ? <LetterCard host={host} offer={remote} place={place} title="remote" /> : null}
    </Fold>
  );
}
