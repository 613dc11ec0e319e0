import { useTranslations } from "next-intl";
import type { Candidate } from "#lib/plan/compare.ts";

type Lists = NonNullable<NonNullable<Candidate["opinions"]>["lists"]>;

const NAMED = ["iftas-dni", "iftas-aud", "iftas-cariad", "oliphant-tier0"] as const;
const WORDS = { blocked: "blocks", limited: "limits", warned: "warns", "not-named": "blocks" } as const;

/** Which of the block lists that admins share name a server. */
export function SharedLists({ lists }: { lists: Lists }) {
  const t = useTranslations("before.said");
  const nameOf = (id: string): string => {
    const named = NAMED.find((one) => one === id);
    return named ? t(`list.${named}`) : id;
  };
  const all = Object.entries(lists);
  const read = all.filter(([, says]) => says !== null);
  const naming = read.filter(([, says]) => says !== "not-named");
  const words = (id: string, says: Lists[string]) => t(says ? WORDS[says] : "unread", { list: nameOf(id) });
  return (
    <>
      {read.length > 0 && naming.length === 0 ? (
        <p className="note-size">{t("onNone", { count: read.length })}</p>
      ) : null}
      {[...naming, ...all.filter(([, says]) => says === null)].map(([id, says]) => (
        <p className="note-size" key={id}>
          {words(id, says)}
        </p>
      ))}
    </>
  );
}
