import { useSyncExternalStore } from "react";

const never = () => () => {};
const yes = () => true;

/** What a browser alone can say, and says once: false on the server, without a script and until the script is at work. */
export const useInBrowser = (says: () => boolean = yes): boolean => useSyncExternalStore(never, says, () => false);
