"use client";

import { useTranslations } from "next-intl";
import { Address } from "#components/ui/address.tsx";
import { Button } from "#components/ui/button.tsx";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { NotKept } from "../not-kept.tsx";
import type { Offered } from "./mention-scene.ts";

type PersonRowProps = {
  person: Offered;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
  marksPath: string;
  failed: boolean;
  onSkip: () => void;
};

/** One person, ticked one by one. Why somebody is not ticked beforehand stands beside the name. */
export function PersonRow({ person, ticked, onTick, marksPath, failed, onSkip }: PersonRowProps) {
  const t = useTranslations("writing.names");
  const { acct, display } = person;
  return (
    <li className="flex flex-wrap items-start gap-x-3 border-line border-b py-1.5" data-acct={acct}>
      <label className="flex min-w-0 flex-1 basis-[15rem] cursor-pointer gap-3 py-1.5">
        <input
          checked={ticked}
          className="mt-1 size-5 shrink-0 accent-ember"
          name={`tick ${acct}`}
          onChange={(event) => onTick(event.currentTarget.checked)}
          type="checkbox"
        />
        <span className="min-w-0">
          {display ? <bdi className="block font-semibold">{display}</bdi> : null}
          <Address {...displayAcct(acct)} className={display ? "block hint" : "block font-semibold"} />
          <Notes person={person} />
        </span>
      </label>
      <Button
        aria-label={t("skipLabel", { acct: `@${acct}` })}
        className="max-sm:ms-5"
        formAction={marksPath}
        name="skip"
        onClick={(event) => {
          event.preventDefault();
          onSkip();
        }}
        size="small"
        tone="quiet"
        type="submit"
        value={acct}
      >
        {t("skip")}
      </Button>
      <NotKept failed={failed} />
    </li>
  );
}

function Notes({ person: { youFollow, newAddress, notTicked } }: { person: Offered }) {
  const t = useTranslations("writing.names");
  const why = useTranslations("messages.notTicked");
  const notes = [
    youFollow ? t("youFollow") : null,
    newAddress ? t("now", { address: `@${newAddress.replace(/^@/, "")}` }) : null,
    notTicked ? why(notTicked) : null,
  ].filter((note) => note !== null);
  return notes.length > 0 ? <span className="block hint [overflow-wrap:anywhere]">{notes.join(" ")}</span> : null;
}
