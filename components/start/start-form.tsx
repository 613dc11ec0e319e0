"use client";

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { load, nothing } from "#components/ui/browser/load.ts";
import { AddressField } from "./address-field.tsx";
import { advise, guessMoveDay, showsNoTarget } from "./advice/advice.ts";
import { AdviceList } from "./advice/advice-list.tsx";
import type { StartQuery } from "./asked.ts";
import { keepTyped } from "./keep-typed.ts";
import { ModeSwitch } from "./mode-switch.tsx";
import { MoreFields } from "./more-fields.tsx";
import { PreviewLine } from "./preview/preview-line.tsx";
import { Submit } from "./submit.tsx";
import { type AddressState, fieldOf, previewOf, useAddress } from "./use-address.ts";
import { useFillNew, usePair } from "./use-pair.ts";

/** Few need it, and nobody at once. */
const HiddenList = lazy(load(() => import("./advice/hidden-list.tsx"), nothing));

type StartFormProps = { asked: StartQuery; now: number; candidates: ReactNode; promises: ReactNode };

/** A plain form that posts by itself; the script adds previews and offers and never stands before the start. */
export function StartForm({ asked, now, candidates, promises }: StartFormProps) {
  const old = useAddress(asked.problems.old);
  const fresh = useAddress(asked.problems.new);
  const { planned, planButton, readMode } = useMode(asked.planned);
  const [wantsNew, setWantsNew] = useState(Boolean(asked.values.new ?? asked.problems.new));
  const oldPreview = previewOf(old);
  const paired = usePair(old, fresh);
  useFillNew(old, fresh);
  const hidden = oldPreview?.listHidden === true;
  const missing = showsNoTarget(oldPreview);
  const showsNew = wantsNew || paired || missing || isUnread(old);
  const swap = () => {
    const [one, other] = [old.text, fresh.text];
    old.fill(other);
    fresh.fill(one);
  };
  return (
    <form action="/api/checks" className="ask" method="post" onSubmit={() => keepTyped(old.text, fresh.text, planned)}>
      <ModeSwitch initial={asked.planned} onChange={readMode} planButton={planButton} />
      <div>
        <AddressField {...fieldOf(old)} initial={asked.values.old} name="old" />
        <div className="moved">
          <div className={showsNew ? "mt-4" : "mt-4 hidden noscript:block"}>
            <AddressField {...fieldOf(fresh)} initial={asked.values.new} missing={missing} name="new" />
          </div>
          {showsNew ? null : <FoundNew fresh={fresh} />}
        </div>
      </div>
      {candidates}
      <AdviceList
        advice={planned ? [] : advise(oldPreview, previewOf(fresh), now)}
        onPlan={() => planButton.current?.click()}
        onSwap={swap}
        onUseAsNew={fresh.fill}
      />
      {hidden ? (
        <Suspense>
          <HiddenList old={oldPreview} />
        </Suspense>
      ) : null}
      <Submit />
      {promises}
      <MoreFields
        asked={asked}
        moveDay={guessMoveDay(oldPreview)}
        oldHost={old.handle?.host}
        onOwnNew={showsNew ? undefined : () => setWantsNew(true)}
        open={hidden || wantsMore(asked)}
      />
    </form>
  );
}

/** The new account that the old one points to stands below it like the old one. */
const FoundNew = ({ fresh }: { fresh: AddressState }) => (
  <PreviewLine hint="" host={fresh.handle?.host} id="new-found" look={fresh.look} onUse={fresh.fill} side="new" />
);

function useMode(initial: boolean) {
  const planButton = useRef<HTMLInputElement>(null);
  const [planned, setPlanned] = useState(initial);
  const readMode = () => setPlanned(planButton.current?.checked === true);
  // It may have been switched before the script came.
  useEffect(() => setPlanned(planButton.current?.checked === true), []);
  return { planned, planButton, readMode };
}

/** What the old account points to cannot be read. */
const isUnread = ({ look }: AddressState): boolean => look.state === "found" && look.preview.gap !== undefined;

const wantsMore = ({ values, problems }: StartQuery): boolean =>
  Boolean(values.movedAt ?? values["before.count"] ?? values["before.handles"]) ||
  Boolean(problems.movedAt ?? problems["before.count"] ?? problems["before.handles"]);
