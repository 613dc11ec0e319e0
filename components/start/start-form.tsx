"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { load, nothing } from "#components/ui/load.ts";
import { AddressField } from "./address-field.tsx";
import { advise, guessMoveDay, targetOf } from "./advice.ts";
import { AdviceList } from "./advice-list.tsx";
import type { StartQuery } from "./asked.ts";
import { MoreFields } from "./more-fields.tsx";
import { type AddressState, useAddress } from "./use-address.ts";

/** Few need it, and nobody at once. */
const HiddenList = lazy(load(() => import("./hidden-list.tsx"), nothing));

/** A plain form that posts by itself; the script adds previews and offers and never stands before the start. */
export function StartForm({ asked, now }: { asked: StartQuery; now: number }) {
  const t = useTranslations("start.form");
  const old = useAddress(asked.problems.old);
  const fresh = useAddress(asked.problems.new);
  const oldPreview = previewOf(old);
  const freshPreview = previewOf(fresh);
  usePair(old, fresh);
  useFillNew(old, fresh);
  const hidden = oldPreview?.listHidden === true;
  const swap = () => {
    const [one, other] = [old.text, fresh.text];
    old.fill(other);
    fresh.fill(one);
  };
  return (
    <form
      action="/api/checks"
      className="@container space-y-5 rounded-2xl border border-line bg-card p-5 sm:p-7"
      method="post"
      onSubmit={() => keepTyped(old.text, fresh.text)}
    >
      <input name="mode" type="hidden" value="moved" />
      <AddressField {...fieldOf(old)} initial={asked.values.old} name="old" />
      <AddressField {...fieldOf(fresh)} initial={asked.values.new} name="new" />
      <AdviceList advice={advise(oldPreview, freshPreview, now)} onSwap={swap} onUseAsNew={fresh.fill} />
      {hidden ? (
        <Suspense>
          <HiddenList old={oldPreview} />
        </Suspense>
      ) : null}
      <MoreFields
        asked={asked}
        moveDay={guessMoveDay(oldPreview)}
        oldHost={old.handle?.host}
        open={hidden || wantsMore(asked)}
      />
      <Submit label={t("submit")} sending={t("sending")} />
    </form>
  );
}

/** Who comes back from an answer that is no check finds the addresses again; a browser told not to remember forgets them. */
const keepTyped = (old: string, fresh: string) =>
  history.replaceState(null, "", `/?${new URLSearchParams({ old, new: fresh })}`);

const previewOf = ({ look }: AddressState) => (look.state === "found" && !look.preview.gap ? look.preview : undefined);

const fieldOf = ({ input, look, problem, handle, type, leave }: AddressState) => ({
  input,
  look,
  problem,
  host: handle?.host,
  onType: type,
  onLeave: leave,
});

const wantsMore = ({ values, problems }: StartQuery): boolean =>
  Boolean(values.movedAt ?? values["before.count"] ?? values["before.handles"]) ||
  Boolean(problems.movedAt ?? problems["before.count"] ?? problems["before.handles"]);

/** The redirect of the old account fills the second field as long as nobody has written there. */
function useFillNew(old: AddressState, fresh: AddressState) {
  const target = targetOf(previewOf(old));
  const { text, fill } = fresh;
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled once for each redirect found; emptied by hand it stays empty
  useEffect(() => {
    if (target && text === "") fill(`@${target}`);
  }, [target]);
}

/** "Old → new" pasted into the first field fills both, where the second is still empty. */
function usePair(old: AddressState, fresh: AddressState) {
  const [one, other] = old.pair ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled once for each pair
  useEffect(() => {
    if (!one || !other || fresh.text !== "") return;
    old.fill(one);
    fresh.fill(other);
  }, [one, other]);
}

function Submit({ label, sending }: { label: string; sending: string }) {
  const [sent, setSent] = useState(false);
  // Coming back by the browser's button finds the page as it was left.
  useEffect(() => {
    const back = () => setSent(false);
    addEventListener("pageshow", back);
    return () => removeEventListener("pageshow", back);
  }, []);
  return (
    <Button
      aria-disabled={sent}
      className="w-full sm:w-auto"
      onClick={(event) => {
        if (event.currentTarget.form?.checkValidity()) setSent(true);
      }}
      type="submit"
    >
      {sent ? sending : label}
    </Button>
  );
}
