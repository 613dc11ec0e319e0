import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Icon, type IconName } from "./icon.tsx";

type NoteProps = {
  tone: "alert" | "warn" | "plain" | "good";
  icon: IconName;
  title: string;
  children?: ReactNode;
};

/** Only where it changes what to do. */
export function Note({ tone, icon, title, children }: NoteProps) {
  return (
    <div className={cn("note", `note--${tone}`)}>
      <Icon name={icon} />
      <h2 className="note__title">{title}</h2>
      {children}
    </div>
  );
}
