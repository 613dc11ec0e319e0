/** What this device keeps. Storage may be switched off; then nothing is kept and nothing breaks. */
export const kept = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {}
  },
  forget(prefix: string): void {
    try {
      const ours = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
      for (const key of ours) localStorage.removeItem(key);
    } catch {}
  },
};
