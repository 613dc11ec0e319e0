/** Class names of ours never contradict each other, so nothing has to decide between them in the browser. */
export const cn = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(" ");
