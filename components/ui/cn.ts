import { type ClassValue, clsx } from "clsx";

/** Class names of ours never contradict each other, so nothing has to decide between them in the browser. */
export const cn = (...names: ClassValue[]): string => clsx(names);
