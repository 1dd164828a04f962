const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** Reads a duration as Go writes it: `1h30m`, `1.5h`. Source: time.ParseDuration. */
export function durationSeconds(text: string): { readonly seconds: number } | { readonly problem: string } {
  const asked = JSON.stringify(text);
  const invalid = { problem: `time: invalid duration ${asked}` };
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return { seconds: 0 };
  let seconds = 0;
  let left = rest;
  while (left) {
    const [whole = '', digits = '', unit = ''] = /^(\d+\.?\d*|\.\d+)?([^\d.]*)/.exec(left) ?? [];
    if (!digits) return invalid;
    if (!unit) return { problem: `time: missing unit in duration ${asked}` };
    const factor = units[unit];
    if (factor === undefined)
      return { problem: `time: unknown unit ${JSON.stringify(unit)} in duration ${asked}` };
    seconds += Number(digits) * factor;
    left = left.slice(whole.length);
  }
  return rest ? { seconds: sign === '-' ? -seconds : seconds } : invalid;
}
