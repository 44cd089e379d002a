/**
 * How many times as long one piece of work takes as another: the least of several runs in turn, so that what else the
 * machine does falls on both. A ratio is the same on every machine; a time is not.
 */
export function timeRatio(longer: () => void, shorter: () => void, runs = 7): number {
  const timeOf = (work: () => void): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const least = [longer, shorter].map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of [longer, shorter].entries()) {
      least[index] = Math.min(least[index] as number, timeOf(work));
    }
  }
  return (least[0] as number) / (least[1] as number);
}
