import type { ReactNode } from "react";
import { LoneHouse } from "./lone-house.tsx";

type EndingProps = {
  title: string;
  text: ReactNode;
  buttons: ReactNode;
  hint?: ReactNode;
  more?: ReactNode;
  alert?: boolean;
};

/** A page where something ended or is not there: what is so, and the way out. */
export function Ending({ title, text, buttons, hint, more, alert = false }: EndingProps) {
  const Frame = alert ? "div" : "article";
  return (
    <Frame className="ending" role={alert ? "alert" : undefined}>
      <LoneHouse />
      <h1>{title}</h1>
      <div className="quiet stack-tight">{text}</div>
      <div className="btns">{buttons}</div>
      {hint ? <p className="hint">{hint}</p> : null}
      {more}
    </Frame>
  );
}
