import { bodies } from "./bodies.ts";
import { closing } from "./closing.ts";
import { connection } from "./connection.ts";
import type { Fault } from "./fault.ts";
import { limiting } from "./limiting.ts";
import { paging } from "./paging.ts";
import { redirects } from "./redirects.ts";

const TABLE = { ...connection, ...closing, ...bodies, ...redirects, ...paging, ...limiting };

export type FaultName = keyof typeof TABLE;
export const FAULTS: Readonly<Record<FaultName, Fault>> = TABLE;

/** Dead for everybody, not only for us. */
export const isDown = (fault: FaultName | undefined): boolean => fault !== undefined && FAULTS[fault].down === true;
