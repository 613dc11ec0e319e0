import { Specimen } from "#components/parts/specimen.tsx";
import { ActionsList } from "#components/report/actions-list.tsx";
import { Trend } from "#components/report/again/trend.tsx";
import { CausesTable } from "#components/report/overview/causes/causes-table.tsx";
import { arrange } from "#components/report/overview/groups.ts";
import { Legend } from "#components/report/overview/legend.tsx";
import { PeopleList } from "#components/report/people/people-list.tsx";
import { readServerQuery } from "#components/report/servers/server-filter.ts";
import { ServerRows } from "#components/report/servers/server-row.tsx";
import { rowsOf } from "#components/report/servers/server-rows.ts";
import { HISTORY, PEOPLE, SAMPLE } from "./fixtures.ts";

const PATH = "/check/sample";
const SCENE = { report: SAMPLE, proof: { state: "off" }, checkPath: PATH } as const;
const people = Map.groupBy(PEOPLE, ({ cause }) => cause ?? "unknown");

/** What a result is made of, on a made-up one. */
export function Pieces() {
  const groups = arrange(SAMPLE, true);
  const context = { ...SCENE, people, settled: true, ended: true };
  return (
    <>
      <Specimen name="Legend">
        <Legend checkPath={PATH} ended groups={groups} report={SAMPLE} settled />
      </Specimen>
      <Specimen name="ActionsList">
        <ActionsList {...SCENE} />
      </Specimen>
      <Specimen name="CausesTable">
        <CausesTable context={context} groups={groups} />
      </Specimen>
      <Specimen name="Trend">
        <Trend history={HISTORY} />
      </Specimen>
      <Specimen name="PeopleList">
        <PeopleList {...SCENE} back={PATH} checkId="sample" now={Date.parse(SAMPLE.checkedAt)} people={PEOPLE} />
      </Specimen>
      <Specimen name="ServerRows">
        <div className="table-card">
          <ServerRows rows={rowsOf(SAMPLE.servers, "missing").rows} scene={{ ...SCENE, query: readServerQuery({}) }} />
        </div>
      </Specimen>
    </>
  );
}
