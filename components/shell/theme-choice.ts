export const THEMES = ["system", "light", "dark"] as const;
export type ThemeName = (typeof THEMES)[number];

const KEY = "housewarming.theme";

/** Runs before the first paint. Without a choice or a script the style sheet follows the system. */
export const SHOW_CHOSEN = `try{const t=localStorage.getItem("${KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

const isTheme = (text: string | null): text is ThemeName => THEMES.some((one) => one === text);

let chosen: ThemeName | undefined;
const listeners = new Set<() => void>();

export const themeChoice = {
  read(): ThemeName {
    chosen ??= readKept();
    return chosen;
  },
  choose(theme: ThemeName): void {
    keep(theme);
    change(theme);
  },
  /** Another tab's choice holds here too. */
  follow(changed: () => void): () => void {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key === KEY) change(isTheme(newValue) ? newValue : "system");
    };
    listeners.add(changed);
    addEventListener("storage", onStorage);
    return () => {
      listeners.delete(changed);
      removeEventListener("storage", onStorage);
    };
  },
};

/** Storage may be switched off; then a choice holds until the page is left. */
function readKept(): ThemeName {
  try {
    const kept = localStorage.getItem(KEY);
    return isTheme(kept) ? kept : "system";
  } catch {
    return "system";
  }
}

function keep(theme: ThemeName): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {}
}

function change(theme: ThemeName): void {
  chosen = theme;
  show(theme);
  for (const changed of listeners) changed();
}

/** At once: colours that fade one by one look like a fault. */
function show(theme: ThemeName): void {
  const { dataset } = document.documentElement;
  dataset.switching = "";
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  getComputedStyle(document.body).getPropertyValue("color");
  requestAnimationFrame(() => delete dataset.switching);
}
