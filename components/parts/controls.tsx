import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Field, inputLook } from "#components/ui/field.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Specimen } from "./specimen.tsx";

const TONES = ["primary", "plain", "quiet"] as const;
const NOTES = ["alert", "warn", "plain", "good"] as const;

/** Everything that can be pressed, filled in or opened. */
export function Controls() {
  return (
    <>
      <Buttons />
      <Fields />
      <Choices />
      <Specimen name="Note">
        {NOTES.map((tone) => (
          <Note icon={tone === "good" ? "good" : "warn"} key={tone} title={tone} tone={tone}>
            <p>What it means for what to do next.</p>
          </Note>
        ))}
      </Specimen>
      <Specimen name="Fold, Disclosure">
        <Fold summary="Closed">
          <p>Inside</p>
        </Fold>
        <Fold open summary="Open">
          <p>Inside</p>
        </Fold>
        <Disclosure open summary="Open">
          <p>Inside</p>
        </Disclosure>
      </Specimen>
      <Specimen name="chips">
        <nav aria-label="chips" className="chips">
          <a aria-current="true" className="chip" href="#chips">
            Current <span className="num">20</span>
          </a>
          <a className="chip" href="#chips">
            Other <span className="num">6</span>
          </a>
        </nav>
      </Specimen>
    </>
  );
}

function Buttons() {
  return (
    <Specimen name="Button">
      {(["normal", "small"] as const).map((size) => (
        <p className="btns" key={size}>
          {TONES.map((tone) => (
            <Button key={tone} size={size} tone={tone}>
              <Icon name="check" />
              {tone}
            </Button>
          ))}
          <Button disabled size={size} tone="plain">
            disabled
          </Button>
        </p>
      ))}
      <CopyButton done="Copied" label="Copy" text="text" />
    </Specimen>
  );
}

function Fields() {
  return (
    <>
      <Specimen name="Field">
        <Field hint="A hint below the field." id="field-plain" label="Label">
          {(input) => <input {...input} className={inputLook} placeholder="your.server" />}
        </Field>
        <Field id="field-wrong" label="With a problem" problem="What is wrong, and the way out.">
          {(input) => <input {...input} className={inputLook} defaultValue="alice" />}
        </Field>
      </Specimen>
      <Specimen name="SearchField">
        <SearchField label="A search" value={undefined} />
      </Specimen>
    </>
  );
}

function Choices() {
  return (
    <Specimen name="Choices">
      <fieldset className="switch">
        <legend className="sr">One of two</legend>
        <label>
          <input defaultChecked name="switch" type="radio" value="one" />
          Chosen
        </label>
        <label>
          <input name="switch" type="radio" value="two" />
          Other
        </label>
      </fieldset>
      <p className="btns">
        <label className="why">
          <input defaultChecked name="tick" type="checkbox" />
          ticked
        </label>
        <label className="why">
          <input name="tick" type="checkbox" />
          not ticked
        </label>
      </p>
      <select aria-label="One of many" className={inputLook} defaultValue="one">
        <option value="one">One of many</option>
      </select>
    </Specimen>
  );
}
