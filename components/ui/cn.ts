import { type ClassValue, clsx } from "clsx";
import { twMerge } from "tailwind-merge";

/** Class names in which the later wish wins. */
export const cn = (...wishes: ClassValue[]): string => twMerge(clsx(wishes));
