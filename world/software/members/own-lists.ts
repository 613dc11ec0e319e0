import type { Account, WorldState } from "../../model.ts";
import { homeOfHandle } from "../common/accounts.ts";

const isHandle = (name: string): boolean => name.includes("@");

/** Names, as they were entered. */
export const serversBlockedBy = ({ about }: Account): readonly string[] =>
  (about?.blocks ?? []).filter((name) => !isHandle(name));

export const peopleBlockedBy = (world: WorldState, { about }: Account): readonly Account[] =>
  (about?.blocks ?? []).filter(isHandle).flatMap((name) => homeOfHandle(world, name) ?? []);
