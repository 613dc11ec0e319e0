import { kept } from "#components/ui/browser/kept.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type ThemeName = (typeof THEMES)[number];

const KEY = "housewarming.theme";

/** Runs before the first paint. Without a choice or a script the style sheet follows the system. */
export const SHOW_CHOSEN = `try{const t=localStorage.getItem("${KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

const themeIn = (text: string | null): ThemeName => THEMES.find((one) => one === text) ?? "system";

/** Where nothing can be kept a choice holds until the page is left. */
let chosen: ThemeName | undefined;
const listeners = new Set<() => void>();

export const themeChoice = {
  read(): ThemeName {
    chosen ??= themeIn(kept.read(KEY));
    return chosen;
  },
  choose(theme: ThemeName): void {
    kept.write(KEY, theme);
    change(theme);
  },
  /** Another tab's choice holds here too. */
  follow(changed: () => void): () => void {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key === KEY) change(themeIn(newValue));
    };
    listeners.add(changed);
    addEventListener("storage", onStorage);
    return () => {
      listeners.delete(changed);
      removeEventListener("storage", onStorage);
    };
  },
};

/** For a page that was not there when the line above ran. */
export const showChosen = (): void => show(themeChoice.read());

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
