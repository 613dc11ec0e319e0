import { useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import type { Candidate } from "#lib/plan/compare.ts";
import type { BeforeScene } from "../scene.ts";
import { Fediseer } from "./fediseer.tsx";
import { SharedLists } from "./shared-lists.tsx";

/** What others say of a candidate, apart from the numbers: nothing here decides who can come along. */
export function OthersSay({ scene: { comparison, ended } }: { scene: BeforeScene }) {
  const t = useTranslations("before.said");
  const said = comparison.candidates.map(({ candidate }) => candidate).filter(isSaidOf);
  if (!ended || said.length === 0) return null;
  return (
    <section aria-labelledby="said" className="section stack">
      <h2 id="said">{t("title")}</h2>
      <p>{t("lead")}</p>
      <ul className="outcomes card">
        {said.map((candidate) => (
          <li key={candidate.server}>
            <h3>
              <HostName {...displayHost(candidate.server)} />
            </h3>
            <NamedBy candidate={candidate} />
            {candidate.opinions?.lists ? <SharedLists lists={candidate.opinions.lists} /> : null}
            {candidate.opinions?.fediseer ? <Fediseer said={candidate.opinions.fediseer} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isSaidOf = ({ namedBy, opinions }: Candidate): boolean => (namedBy?.of ?? 0) > 0 || opinions !== undefined;

function NamedBy({ candidate: { namedBy } }: { candidate: Candidate }) {
  const t = useTranslations("before.said");
  if (!namedBy || namedBy.of === 0) return null;
  return <p className="note-size">{t("named", namedBy)}</p>;
}
