export type Tally = { readonly passed: number; readonly failed: number };

export const tallyOf = (ok: boolean): Tally => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

type UnitReport = { numPassedTests?: number; numFailedTests?: number };
type BrowserReport = { stats?: { expected?: number; unexpected?: number; flaky?: number } };

/** A runner that ended badly has failed, whatever it counted; one that ran nothing has too. */
export function unitTally(report: unknown, ok: boolean): Tally {
  const { numPassedTests = 0, numFailedTests = 0 } = (report ?? {}) as UnitReport;
  return settled(numPassedTests, numFailedTests, ok);
}

export function browserTally(report: unknown, ok: boolean): Tally {
  const { expected = 0, unexpected = 0, flaky = 0 } = ((report ?? {}) as BrowserReport).stats ?? {};
  return settled(expected, unexpected + flaky, ok);
}

function settled(passed: number, failed: number, ok: boolean): Tally {
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}
