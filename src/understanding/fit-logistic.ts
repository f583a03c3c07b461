const STEPS = 400;
const RATE = 2;

/** Logistic regression on two numbers a row: log-odds are the constant plus both numbers by their weights. */
export function fitLogistic(
  rows: readonly (readonly [number, number])[],
  truths: readonly boolean[],
): [constant: number, first: number, second: number] {
  const first = spread(rows.map((row) => row[0]));
  const second = spread(rows.map((row) => row[1]));
  let [constant, one, two] = [0, 0, 0];
  for (let step = 0; step < STEPS; step++) {
    let [slope, slopeOne, slopeTwo] = [0, 0, 0];
    for (let at = 0; at < rows.length; at++) {
      const [x, y] = [first.values[at] ?? 0, second.values[at] ?? 0];
      const residual = 1 / (1 + Math.exp(-(constant + one * x + two * y))) - (truths[at] ? 1 : 0);
      slope += residual;
      slopeOne += residual * x;
      slopeTwo += residual * y;
    }
    const pace = RATE / Math.max(1, rows.length);
    constant -= pace * slope;
    one -= pace * slopeOne;
    two -= pace * slopeTwo;
  }
  const [weightOne, weightTwo] = [one / first.deviation, two / second.deviation];
  return [constant - weightOne * first.mean - weightTwo * second.mean, weightOne, weightTwo];
}

/** The numbers with mean 0 and deviation 1, which a plain descent needs to settle soon. */
function spread(numbers: readonly number[]): { values: readonly number[]; mean: number; deviation: number } {
  const count = Math.max(1, numbers.length);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) || 1;
  return { values: numbers.map((value) => (value - mean) / deviation), mean, deviation };
}
