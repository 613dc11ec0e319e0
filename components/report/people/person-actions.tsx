import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { pageUrl } from "#lib/software/index.ts";
import type { PersonProps } from "./person-context.ts";

/** What can be done about one person, and only what can work. What needs proof leads to where it is shown. */
export function PersonActions({ person, contact, report, proof, checkPath }: PersonProps) {
  const t = useTranslations("followers.do");
  const somebody = useTranslations("followers");
  const { acct, display, mark, nameless, server } = person;
  const name = display || (nameless ? somebody("nameless", { host: server }) : acct);
  const hear = (id: "write" | "ask" | "skip" | "undo") => <span className="sr"> {t(`${id}To`, { name })}</span>;
  const messages = `${checkPath}/messages`;
  if (mark)
    return (
      <>
        <span className="tag">
          {mark === "asked" ? <Icon name="check" /> : null}
          {t(mark === "asked" ? "asked" : "skipped")}
        </span>
        <button className="btn btn--small btn--ghost" name="free" type="submit" value={acct}>
          {t("undo")}
          {hear("undo")}
        </button>
      </>
    );
  const needs = proof.state === "missing";
  if (contact.mention)
    return (
      <>
        <Link className="btn btn--small" href={`${messages}#${needs ? "proof" : "names"}`} prefetch={false}>
          <Icon name="pen" />
          {t("write")}
          {hear("write")}
        </Link>
        <button className="btn btn--small btn--ghost" name="asked" type="submit" value={acct}>
          {t("ask")}
          {hear("ask")}
        </button>
        <button className="btn btn--small btn--ghost" name="skip" type="submit" value={acct}>
          {t("skip")}
          {hear("skip")}
        </button>
      </>
    );
  return <Other checkPath={checkPath} contact={contact} needs={needs} report={report} />;
}

type OtherProps = Pick<PersonProps, "contact" | "report" | "checkPath"> & { needs: boolean };

/** Nobody is written to: the mover's own list, an admin, or everybody at once. */
function Other({ contact, report, checkPath, needs }: OtherProps) {
  const t = useTranslations("followers.do");
  const messages = `${checkPath}/messages`;
  const requests =
    contact.requests && report.new ? pageUrl("followRequests", report.new.host, report.new.software?.name) : null;
  if (requests)
    return (
      <a className="btn btn--small" href={requests} rel="noreferrer">
        <Icon name="out" />
        {t("requests")}
      </a>
    );
  if (contact.letter)
    return (
      <Link className="btn btn--small btn--ghost" href={`${messages}#${needs ? "proof" : "admins"}`} prefetch={false}>
        <Icon name="mail" />
        {t("letter")}
      </Link>
    );
  if (!contact.publicPost) return null;
  return (
    <Link className="btn btn--small btn--ghost" href={`${messages}#everybody`} prefetch={false}>
      <Icon name="pen" />
      {t("post")}
    </Link>
  );
}
