/**
 * Many small questions become few statements: what is asked while one round is under way goes into the next.
 * Answers come in the order of the questions of a round.
 */
export function inBatches<Ask, Answer>(
  answerAll: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  atOnce = 500,
): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  let busy = false;

  const round = async () => {
    const taken = waiting.slice(0, atOnce);
    waiting = waiting.slice(atOnce);
    try {
      settle(taken, await answerAll(taken.map(({ ask }) => ask)));
    } catch (error) {
      for (const { fail } of taken) fail(error);
    }
  };
  const work = async () => {
    busy = true;
    // Questions of the same turn go into the first round.
    await Promise.resolve();
    while (waiting.length > 0) await round();
    busy = false;
  };
  return (ask) =>
    new Promise<Answer>((resolve, fail) => {
      waiting.push({ ask, resolve, fail });
      if (!busy) void work();
    });
}

type Waiting<Ask, Answer> = {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

function settle<Ask, Answer>(taken: readonly Waiting<Ask, Answer>[], answers: readonly Answer[]): void {
  for (const [n, { resolve, fail }] of taken.entries()) {
    const answer = answers[n];
    if (n < answers.length) resolve(answer as Answer);
    else fail(new Error("A round has fewer answers than questions."));
  }
}
