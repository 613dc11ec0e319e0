"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { writerIn } from "#i18n/say.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { write } from "#lib/messages/template.ts";
import { MENTIONS } from "#lib/messages/templates/mention.ts";
import type { KindGroup as Group, MentionScene } from "./mention-scene.ts";
import { PersonRow } from "./person-row.tsx";

type KindGroupProps = {
  group: Group;
  scene: MentionScene;
  ticked: ReadonlySet<Acct>;
  onTick: (acct: Acct, ticked: boolean) => void;
  marksPath: string;
  failed: readonly Acct[];
  onSkip: (acct: Acct) => void;
};

/** People to whom the same can be said. */
export function KindGroup({
  group: { kind, people },
  scene,
  ticked,
  onTick,
  marksPath,
  failed,
  onSkip,
}: KindGroupProps) {
  const t = useTranslations("writing.names");
  return (
    <fieldset className="min-w-0" data-kind={kind}>
      <legend className="font-semibold text-lg">
        {t(`kinds.${kind}`)}{" "}
        <span className="inline-block font-normal text-quiet">{t("count", { count: people.length })}</span>
      </legend>
      <Sample group={{ kind, people }} scene={scene} />
      <ul className="mt-2 border-line border-t">
        {people.map((person) => (
          <PersonRow
            failed={failed.includes(person.acct)}
            key={person.acct}
            marksPath={marksPath}
            onSkip={() => onSkip(person.acct)}
            onTick={(on) => onTick(person.acct, on)}
            person={person}
            ticked={ticked.has(person.acct)}
          />
        ))}
      </ul>
    </fieldset>
  );
}

/** The text stands there before anybody is ticked, with the first person's name in it. */
function Sample({ group: { kind, people }, scene }: { group: Group; scene: MentionScene }) {
  const t = useTranslations("writing.names");
  const mention = people[0]?.mention;
  if (!mention) return null;
  const writing = { writer: writerIn(scene.words), limits: scene.limits };
  const { text, language } = write(MENTIONS[kind], { ...scene.mover, to: [mention.to] }, writing);
  return (
    <Disclosure className="mt-1" summary={t("sample")}>
      <blockquote className="max-w-prose whitespace-pre-wrap border-ember border-s-2 ps-4" dir="auto" lang={language}>
        {text}
      </blockquote>
    </Disclosure>
  );
}
