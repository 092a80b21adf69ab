/** The most moments in any 60 s, at any pace; `moments` in milliseconds. */
export function mostInAnyMinute(moments: readonly number[]): number {
  const ascending = [...moments].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  ascending.forEach((moment, last) => {
    while (ascending[first]! <= moment - 60_000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
