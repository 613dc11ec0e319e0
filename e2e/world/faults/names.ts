/** `gone`: 410 on everything, a server closed in good order. `bad-gateway`: 502 from the proxy in front of a dead one. */
export const FAULTS = ["gone", "bad-gateway"] as const;
export type FaultName = (typeof FAULTS)[number];

const DOWN: ReadonlySet<FaultName> = new Set(["gone", "bad-gateway"]);
export const isDown = (fault: FaultName | undefined): boolean => fault !== undefined && DOWN.has(fault);
