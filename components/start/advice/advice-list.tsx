import { lazy, Suspense } from "react";
import { load, nothing } from "#components/ui/browser/load.ts";
import type { AdviceItemsProps } from "./advice-items.tsx";

/** Fetched with the first offer: the start needs none. */
const AdviceItems = lazy(load(() => import("./advice-items.tsx"), nothing));

/** Offers and warnings before the start. None of them stands in the way of it. */
export function AdviceList(props: AdviceItemsProps) {
  return (
    <div role="status">
      {props.advice.length === 0 ? null : (
        <Suspense>
          <AdviceItems {...props} />
        </Suspense>
      )}
    </div>
  );
}
