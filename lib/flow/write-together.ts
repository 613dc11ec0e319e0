/** Reading goes on until this many pages wait to be written; a page is a whole answer of a server. */
const MOST = 8;

/** Pages that come while others are being written are written together, in their order. */
export type TogetherWriter<Page> = {
  /** Waits only where writing has fallen behind. */
  readonly add: (page: Page) => Promise<void>;
  readonly all: () => Promise<void>;
};

export function writeTogether<Page>(write: (pages: readonly [Page, ...Page[]]) => Promise<void>): TogetherWriter<Page> {
  let waiting: Page[] = [];
  let writing: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    for (let [first, ...rest] = waiting; first !== undefined; [first, ...rest] = waiting) {
      waiting = [];
      await write([first, ...rest]);
    }
    writing = undefined;
  };
  const start = (): Promise<void> => {
    const begun = work();
    // The failure is told to the next call of `add` or `all`.
    begun.catch(() => undefined);
    return begun;
  };
  return {
    async add(page) {
      waiting.push(page);
      writing ??= start();
      if (waiting.length >= MOST) await writing;
    },
    all: async () => writing,
  };
}
