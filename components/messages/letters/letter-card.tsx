import { useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import type { ComposeAt } from "#lib/messages/compose.ts";
import type { PostLimits } from "#lib/messages/count.ts";
import type { ContactOf, Letter, NoLetter, OwnSetting } from "#lib/messages/letters/letter.ts";
import { DraftBox } from "../draft-box.tsx";

export type LetterPlace = {
  readonly checkPath: string;
  readonly own: string;
  readonly at: ComposeAt;
  readonly limits: PostLimits;
};
type LetterCardProps = {
  title: "own" | "old" | "remote";
  host: string;
  people?: number;
  offer: Exclude<Letter | OwnSetting | NoLetter, NoLetter>;
  place: LetterPlace;
};

export function LetterCard({ title, host, people, offer, place }: LetterCardProps) {
  const t = useTranslations("writing.admins");
  const setting = useTranslations("messages.setting");
  const name = () => <HostName {...displayHost(host)} />;
  return (
    <article className="card" data-letter={title}>
      <h3 className="font-semibold text-lg">{t.rich(title, { host: name })}</h3>
      {title === "remote" ? <p className="mt-1 max-w-prose text-quiet">{t("remoteText", { own: place.own })}</p> : null}
      {people ? <p className="mt-1 text-quiet">{t("people", { count: people })}</p> : null}
      {offer.kind === "setting" ? (
        <p className="mt-2 max-w-prose">{setting(offer.setting, { server: displayHost(offer.server).shown })}</p>
      ) : (
        <LetterText about={host} letter={offer} place={place} title={title} />
      )}
    </article>
  );
}

type LetterTextProps = { letter: Letter; title: LetterCardProps["title"]; about: string; place: LetterPlace };

function LetterText({ letter, title, about, place }: LetterTextProps) {
  const t = useTranslations("writing.admins");
  const id = `letter-${title}-${about}`;
  return (
    <>
      <dl className="mt-3 space-y-1">
        {title === "remote" ? null : <Line name={t("to")} value={<To to={letter.to} />} />}
        <Line name={t("subject")} value={<span lang={letter.body.language}>{letter.subject}</span>} />
      </dl>
      <Disclosure className="mt-2" summary={t("letter")}>
        <DraftBox
          id={id}
          label={letter.subject}
          language={letter.body.language}
          letter={title === "remote" ? undefined : letter}
          text={letter.body.text}
        />
      </Disclosure>
      <PrivateMessage id={`${id}-message`} letter={letter} place={place} />
      {title === "remote" ? null : <Sent about={about} place={place} to={title} />}
    </>
  );
}

const Line = ({ name, value }: { name: string; value: React.ReactNode }) => (
  <div className="flex flex-wrap gap-x-2">
    <dt className="text-quiet">{name}:</dt>
    <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
  </div>
);

function To({ to: { host, email, acct } }: { to: ContactOf }) {
  const t = useTranslations("writing.admins");
  const ways = [acct ? `@${acct}` : null, email ?? null].filter((way) => way !== null);
  if (ways.length === 0) return t("noContact", { host: displayHost(host).shown });
  return <bdi dir="ltr">{ways.join(", ")}</bdi>;
}

/** To the account that the server names, as its first word. */
function PrivateMessage({ id, letter, place }: { id: string; letter: Letter; place: LetterPlace }) {
  const t = useTranslations("writing.admins");
  const { message, to } = letter;
  if (!message || !to.acct) return null;
  return (
    <Disclosure summary={t("message")}>
      <DraftBox
        at={place.at}
        id={id}
        label={t("message")}
        language={message.language}
        limits={place.limits}
        text={message.text}
      />
    </Disclosure>
  );
}

function Sent({ to, about, place }: { to: "own" | "old"; about: string; place: LetterPlace }) {
  const t = useTranslations("writing.admins");
  return (
    <form action={`${place.checkPath}/messages/letters`} className="mt-3" method="post">
      <Button name={to} size="small" tone="plain" type="submit" value={about}>
        {t("sent")}
      </Button>
    </form>
  );
}
