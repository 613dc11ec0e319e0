/** Reading goes on while as many pages wait to be written; each page of a stretched list is a whole server's answer. */
const MOST = 8;

/** Pages that come while others are being written are written together, in their order. */
export type Keeping<Page> = {
  /** Waits only where writing has fallen behind. */
  readonly add: (page: Page) => Promise<void>;
  readonly all: () => Promise<void>;
};

export function keepTogether<Page>(write: (pages: readonly [Page, ...Page[]]) => Promise<void>): Keeping<Page> {
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
    // Whoever adds or ends next is told.
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
