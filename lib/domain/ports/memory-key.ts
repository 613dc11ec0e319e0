/** Everything held in a Memory is about one host, so that all of it can be dropped when that host opts out. */
export const memoryKey = (host: string, what: string): string => `${host.toLowerCase()}/${what}`;

/** Hosts hold no slash; what follows the first one is the asker's own business. */
export const hostOfKey = (key: string): string => {
  const slash = key.indexOf("/");
  return slash < 0 ? key : key.slice(0, slash);
};
