"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";

type ModeSwitchProps = { initial: boolean; planButton: Ref<HTMLInputElement>; onChange: () => void };

/** Two radio buttons: the page shows the words of the one that is chosen, without a script. */
export function ModeSwitch({ initial, planButton, onChange }: ModeSwitchProps) {
  const t = useTranslations("start.mode");
  return (
    <fieldset className="switch" onChange={onChange}>
      <legend className="sr">{t("label")}</legend>
      <label>
        <input defaultChecked={!initial} name="mode" type="radio" value="moved" />
        {t("moved")}
      </label>
      <label>
        <input defaultChecked={initial} id="plan" name="mode" ref={planButton} type="radio" value="planned" />
        {t("planned")}
      </label>
    </fieldset>
  );
}
