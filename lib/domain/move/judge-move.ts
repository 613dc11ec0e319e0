import type { MoveFinding, MoveState, MoveVerdict } from "../diagnosis/verdict.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { Side } from "../evidence/side.ts";
import { FINDERS, isAboutOld, keepsOldServerToo } from "./finders.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { NOBODY_YET, type Tallies } from "./tally.ts";

/** The move is judged before anybody: where it did not happen, nobody is missing. */
export function judgeMove(check: CheckFacts, tallies: Tallies = {}): MoveVerdict {
  const judged = check.targets.map((target) => towards(check, target, tallies));
  const findings = judged.flatMap((one) => one.findings);
  return { state: judged[0]?.state ?? "unclear", findings: check.mode === "planned" ? once(findings) : findings };
}

function towards(check: CheckFacts, target: Side, tallies: Tallies): MoveVerdict {
  const scene = sceneOf(check, target, tallies[target.key] ?? NOBODY_YET);
  const findings = FINDERS.flatMap(({ id, find }): MoveFinding[] => {
    const finding = find(scene);
    return finding ? [{ cause: id, ...(scene.moved ? {} : { target: target.key }), ...finding }] : [];
  });
  return { state: stateOf(scene, findings), findings: withoutGuess(findings) };
}

/** What keeps everybody from following the new account also keeps those on OLD itself: then nothing hints at a redirect. */
function withoutGuess(findings: readonly MoveFinding[]): readonly MoveFinding[] {
  return findings.some(keepsOldServerToo) ? findings.filter(({ cause }) => cause !== "redirect-only") : findings;
}

function stateOf({ points }: Scene, findings: readonly MoveFinding[]): MoveState {
  const has = (id: MoveFinding["cause"]) => findings.some(({ cause }) => cause === id);
  if (points.to === "elsewhere") return "elsewhere";
  if (has("redirect-removed")) return "done";
  const redirect = findings.find(({ cause }) => cause === "redirect-only");
  if (points.to === "nowhere" || has("swapped") || (redirect && !isPossible(redirect))) return "not-started";
  if (redirect) return "unclear";
  return points.to === "this" && !has("alias-missing") ? "done" : "unclear";
}

const isPossible = ({ certainty }: MoveFinding): boolean => certainty === "possible";

/** What is wrong with OLD is the same for every candidate, and said once. */
function once(findings: readonly MoveFinding[]): readonly MoveFinding[] {
  const said = new Set<string>();
  return findings.flatMap((finding) => {
    if (!isAboutOld(finding)) return [finding];
    if (said.has(finding.cause)) return [];
    said.add(finding.cause);
    const { target: _, ...ofAll } = finding;
    return [ofAll];
  });
}
