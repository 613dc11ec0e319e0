"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { HostName } from "#components/ui/address.tsx";
import { buttonLook } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import { type ComposeAt, type ComposeLink, composeLink } from "#lib/messages/compose.ts";
import { countCharacters, type PostLimits } from "#lib/messages/count.ts";
import { type Letter, mailLink } from "#lib/messages/letters/letter.ts";
import { ShareButton } from "./share/share-button.tsx";

export type DraftBoxProps = {
  id: string;
  /** What the text is, for those who do not see its heading. */
  label: string;
  text: string;
  language: string;
  /** Given where the text goes into a post. */
  limits?: PostLimits | undefined;
  /** The server that posts and counts. */
  at?: ComposeAt | undefined;
  /** Given where the text is a letter: it can go by mail if its reader has an address. */
  letter?: Letter | undefined;
  /** The text to begin with: its button is the main one of the page. */
  main?: boolean;
};

/** A text to change, copy, or take to one's own server. It is all there before any script, and nothing sends it. */
export function DraftBox({ id, label, text: written, language, limits, at, letter, main = false }: DraftBoxProps) {
  const t = useTranslations("writing.draft");
  const [text, setText] = useState(written);
  const link = at && limits ? composeLink(at, text) : null;
  return (
    <div className="draft mt-3 max-w-prose">
      <label className="sr" htmlFor={id}>
        {t("label", { title: label })}
      </label>
      <textarea
        className="draft__text draft__text--s"
        dir="auto"
        id={id}
        lang={language}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={rowsFor(written)}
        value={text}
      />
      <div className="draft__foot">
        {limits && at ? <Count host={at.host} limits={limits} text={text} /> : null}
        {link ? <Compose link={link} main={main} /> : null}
        {letter ? <Mail letter={{ ...letter, body: { ...letter.body, text } }} /> : null}
        <CopyButton done={t("copied")} from={id} key={text} label={t("copy")} text={text} />
        <ShareButton label={t("share")} text={text} />
      </div>
    </div>
  );
}

/** Where nothing is known of the server, a page that asks for it: quietly, for there the main way is to copy. */
function Compose({ link: { url, host, via }, main }: { link: ComposeLink; main: boolean }) {
  const t = useTranslations("writing.draft");
  const isOwn = via !== "chooser";
  const tone = isOwn ? (main ? "primary" : "plain") : "quiet";
  return (
    <a className={buttonLook({ tone })} href={url} rel="noreferrer">
      <span>{t.rich(isOwn ? "open" : "choose", { host: () => <HostName {...displayHost(host)} /> })}</span>
    </a>
  );
}

function Mail({ letter }: { letter: Letter }) {
  const t = useTranslations("writing.draft");
  const link = mailLink(letter);
  return link ? (
    <a className={buttonLook({ tone: "plain" })} href={link}>
      {t("mail")}
    </a>
  ) : null;
}

function Count({ text, limits, host }: { text: string; limits: PostLimits; host: string }) {
  const t = useTranslations("writing.draft");
  const format = useFormatter();
  const count = countCharacters(text, limits);
  const over = count - limits.maxCharacters;
  const name = () => <HostName {...displayHost(host)} />;
  const numbers = { count: format.number(count), limit: format.number(limits.maxCharacters) };
  return (
    <p className="hint">
      {t.rich("counted", { ...numbers, host: name })}
      {over > 0 ? (
        <strong className="block text-alert" role="status">
          {t.rich("over", { count: over, host: name })}
        </strong>
      ) : null}
    </p>
  );
}

const WIDTH = 62;
/** High enough for the whole text on a laptop; browsers that can make it fit exactly do. */
const rowsFor = (text: string): number =>
  text.split("\n").reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / WIDTH)), 1);
