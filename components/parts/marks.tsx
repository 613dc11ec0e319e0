import { Address } from "#components/ui/address.tsx";
import { Arrive } from "#components/ui/arrive.tsx";
import { Face } from "#components/ui/face.tsx";
import { GROUP_NAMES } from "#components/ui/groups/group-look.ts";
import { GroupPatterns } from "#components/ui/groups/group-patterns.tsx";
import { Sure } from "#components/ui/groups/sure.tsx";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { WhoBar } from "#components/ui/groups/who-bar.tsx";
import { Street } from "#components/ui/street.tsx";
import { Moment } from "#components/ui/time/moment.tsx";
import { Specimen } from "./specimen.tsx";

const COUNTS = { here: 60, you: 8, wait: 6, follower: 18, admin: 9, nobody: 5, unknown: 7 } as const;
const HOST = { shown: "bücher.example", ascii: "xn--bcher-kva.example" } as const;

/** Everything that only shows something. */
export function Marks() {
  return (
    <>
      <GroupPatterns />
      <Specimen name="WhoBar, Swatch">
        <WhoBar counts={COUNTS} label="All groups" />
        <WhoBar counts={COUNTS} filled={0.5} label="Half of them judged" />
        <ul className="btns">
          {GROUP_NAMES.map((group) => (
            <li className="why" key={group}>
              <Swatch group={group} />
              {group}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Sure">
        <p className="btns">
          {(["proven", "likely", "possible"] as const).map((certainty) => (
            <Sure certainty={certainty} key={certainty}>
              {certainty}
            </Sure>
          ))}
        </p>
      </Specimen>
      <Specimen name="Face, Address, tag">
        <p className="btns items-center">
          <Face name="Alice Moreau" />
          <Face name="bo" small />
          <Address className="handle" host={HOST} user="alice" />
          <span className="tag">tag</span>
          <span className="tag tag--good">good</span>
          <span className="tag tag--warn">warn</span>
        </p>
      </Specimen>
      <Specimen name="Moment">
        <p>
          <Moment at="2026-11-20T14:02:00.000Z" />
        </p>
      </Specimen>
      <Specimen name="Arrive">
        {[0, 3, 57].map((here) => (
          <Arrive here={here} key={here} known={57}>
            {here} of 57
          </Arrive>
        ))}
      </Specimen>
      <Specimen name="Street">
        {[0, 0.5, 1].map((lit) => (
          <Street key={lit} lit={lit} />
        ))}
      </Specimen>
    </>
  );
}
