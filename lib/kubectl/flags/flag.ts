/** What a flag takes. `list` splits at commas and adds up, `array` adds up. */
export type FlagKind = 'bool' | 'string' | 'int' | 'int32' | 'int64' | 'duration' | 'list' | 'array';

/** A flag of a verb, as its `--help` lists it. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly kind: FlagKind;
  /** Its value while nobody sets it, as it would be typed. */
  readonly unset?: string;
  /** Its value when it stands alone (`--dry-run`); a bool's is true. Such a flag takes a value only after `=`. */
  readonly bare?: string;
  readonly required?: boolean;
  /** What is said of it when it is typed: `--record will be removed in the future`. */
  readonly deprecated?: string;
  readonly says: string;
}

/** The flags of one line, read by name. Asking for a flag that the verb has not declared is a programmer's mistake. */
export class Flags {
  constructor(
    private readonly known: ReadonlyMap<string, Flag>,
    private readonly given: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** What was typed, each flag with its values, in the order in which they came first. */
  get typed(): readonly (readonly [string, readonly string[]])[] {
    return [...this.given];
  }

  /** What is said of flags that should not be typed any more. Source: pflag MarkDeprecated. */
  get warnings(): readonly string[] {
    return this.typed.flatMap(([name, values]) => {
      const { deprecated } = this.flag(name);
      return deprecated ? values.map(() => `Flag --${name} has been deprecated, ${deprecated}`) : [];
    });
  }

  /** Whether it was typed. */
  has(name: string): boolean {
    return this.given.has(name);
  }

  text(name: string): string {
    return this.given.get(name)?.at(-1) ?? this.flag(name).unset ?? '';
  }

  bool(name: string): boolean {
    return isTrue(this.text(name));
  }

  number(name: string): number {
    return Number(this.text(name) || 0);
  }

  /** A duration, ms. */
  milliseconds(name: string): number {
    return durationMs(this.text(name) || '0') ?? 0;
  }

  all(name: string): readonly string[] {
    const flag = this.flag(name);
    const values = this.given.get(name) ?? (flag.unset ? [flag.unset] : []);
    return flag.kind === 'list' ? values.flatMap((value) => (value === '' ? [] : value.split(','))) : values;
  }

  private flag(name: string): Flag {
    const flag = this.known.get(name);
    if (!flag) throw new Error(`a verb asks for the flag --${name}, which it has not declared`);
    return flag;
  }
}

const trues = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const falses = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);
export const isTrue = (text: string): boolean => trues.has(text);
export const isBool = (text: string): boolean => trues.has(text) || falses.has(text);

const unitMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** `1m30s` in ms; undefined when it is no duration. Source: Go time.ParseDuration. */
export function durationMs(text: string): number | undefined {
  const [, sign, rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0;
  if (!/^((\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h))+$/.test(rest)) return undefined;
  let sum = 0;
  for (const [, digits, unit = ''] of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(digits) * (unitMs[unit] ?? 0);
  return sign === '-' ? -sum : sum;
}
