/** Exact fractions, for tests that hold floating-point results against what they should be. */
export class Rational {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    if (bottom === 0n) throw new Error(`${top} / 0`);
    const divisor = greatest(top, bottom) * (bottom < 0n ? -1n : 1n);
    this.top = top / divisor;
    this.bottom = bottom / divisor;
  }

  /** Of a number that is a whole number of quarters: `.5`, `1.25`. */
  static of(value: number): Rational {
    if (!Number.isInteger(value * 4)) throw new Error(`${value} is no whole number of quarters`);
    return new Rational(BigInt(value * 4), 4n);
  }

  plus = (other: Rational): Rational =>
    new Rational(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  minus = (other: Rational): Rational => this.plus(new Rational(-other.top, other.bottom));
  times = (other: Rational): Rational => new Rational(this.top * other.top, this.bottom * other.bottom);
  over = (other: Rational): Rational => new Rational(this.top * other.bottom, this.bottom * other.top);
  power = (exponent: number): Rational =>
    exponent === 0 ? new Rational(1n) : this.times(this.power(exponent - 1));

  /** To the last digit that a number has: 30 decimals are divided exactly before they are rounded. */
  get number(): number {
    return Number((this.top * 10n ** 30n) / this.bottom) / 1e30;
  }
}

const greatest = (a: bigint, b: bigint): bigint => {
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  return y === 0n ? x || 1n : greatest(y, x % y);
};

export const whole = (value: number): Rational => new Rational(BigInt(value));
export const total = (values: readonly Rational[]): Rational =>
  values.reduce((sum, value) => sum.plus(value), whole(0));
export const average = (values: readonly Rational[]): Rational => total(values).over(whole(values.length));
export const joint = (left: readonly Rational[], right: readonly Rational[]): Rational => {
  const [a, b] = [average(left), average(right)];
  return total(left.map((value, i) => value.minus(a).times((right[i] as Rational).minus(b)))).over(
    whole(left.length - 1),
  );
};
