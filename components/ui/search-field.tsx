import { Icon } from "./icon.tsx";

type SearchFieldProps = { label: string; value: string | undefined };

/** The field `q` of a form above a list. It begins anew where the page was asked for something else. */
export function SearchField({ label, value }: SearchFieldProps) {
  return (
    <div className="search">
      <Icon name="search" />
      <label className="sr" htmlFor="q">
        {label}
      </label>
      <input
        autoCapitalize="none"
        className="input"
        defaultValue={value}
        dir="auto"
        id="q"
        key={value ?? ""}
        name="q"
        placeholder={label}
        spellCheck={false}
        type="search"
      />
    </div>
  );
}
