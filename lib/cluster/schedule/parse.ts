import { durationSeconds } from './duration';
import { offsetOf } from './zones';

/**
 * Reads the schedule of a CronJob: five fields, or a word like @hourly; `TZ=Zone` before it names a time zone.
 * Models github.com/robfig/cron v3.0.1 ParseStandard, as Kubernetes v1.37 calls it: pkg/util/parsers.
 */
export interface FieldsSchedule {
  readonly minute: Field;
  readonly hour: Field;
  readonly dayOfMonth: Field;
  readonly month: Field;
  readonly dayOfWeek: Field;
  /** East of UTC, seconds. */
  readonly offsetSeconds: number;
}

/** Every so many seconds from the moment that is asked from. */
export interface EverySchedule {
  readonly everySeconds: number;
}

export type Schedule = FieldsSchedule | EverySchedule;

/** The values that a field names. `isStar`: it began with a star and had no step, so it restricts nothing. */
export interface Field {
  readonly values: ReadonlySet<number>;
  readonly isStar: boolean;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const bounds = {
  minute: { least: 0, most: 59 },
  hour: { least: 0, most: 23 },
  dayOfMonth: { least: 1, most: 31 },
  month: { least: 1, most: 12, names: months },
  dayOfWeek: { least: 0, most: 6, names: weekdays },
} as const satisfies Readonly<Record<string, Bounds>>;
const order = ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const;

const words: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** What the parser says of a schedule that it cannot read. */
class Unreadable extends Error {}
const fail = (message: string): never => {
  throw new Unreadable(message);
};

export type Parsed = { readonly schedule: Schedule } | { readonly problem: string };

export function parseSchedule(text: string): Parsed {
  try {
    return { schedule: parse(text) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}

function parse(text: string): Schedule {
  if (!text) return fail('empty spec string');
  const { spec, offsetSeconds } = withoutZone(text);
  const every = '@every ';
  if (spec.startsWith(every)) {
    const duration = durationSeconds(spec.slice(every.length));
    if ('problem' in duration) return fail(`failed to parse duration ${spec}: ${duration.problem}`);
    return { everySeconds: Math.max(1, Math.floor(duration.seconds)) };
  }
  const fields = spec.startsWith('@')
    ? (words[spec] ?? fail(`unrecognized descriptor: ${spec}`)).split(' ')
    : spec.split(/\s+/).filter(Boolean);
  if (fields.length !== order.length)
    return fail(`expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`);
  const read = (place: number, name: keyof typeof bounds) => fieldOf(fields[place] ?? '', bounds[name]);
  return {
    minute: read(0, 'minute'),
    hour: read(1, 'hour'),
    dayOfMonth: read(2, 'dayOfMonth'),
    month: read(3, 'month'),
    dayOfWeek: read(4, 'dayOfWeek'),
    offsetSeconds,
  };
}

function withoutZone(text: string): { readonly spec: string; readonly offsetSeconds: number } {
  if (!/^(CRON_)?TZ=/.test(text)) return { spec: text, offsetSeconds: 0 };
  const end = text.indexOf(' ');
  if (end < 0) return fail('invalid schedule format: runtime error: slice bounds out of range [:-1]');
  const zone = text.slice(text.indexOf('=') + 1, end);
  const offsetSeconds =
    offsetOf(zone || 'UTC') ?? fail(`provided bad location ${zone}: unknown time zone ${zone}`);
  return { spec: text.slice(end).trim(), offsetSeconds };
}

function fieldOf(text: string, within: Bounds): Field {
  const values = new Set<number>();
  let isStar = false;
  for (const expression of text.split(',').filter(Boolean)) {
    const range = rangeOf(expression, within);
    for (let value = range.first; value <= range.last; value += range.step) values.add(value);
    isStar ||= range.isStar;
  }
  return { values, isStar };
}

/** One of `*`, `n`, `n-m`, each with `/step`; `n/step` goes on to the end. */
function rangeOf(expression: string, within: Bounds) {
  const [range = '', stepText, ...moreSteps] = expression.split('/');
  const [low = '', high, ...moreHigh] = range.split('-');
  const isAny = low === '*' || low === '?';
  const first = isAny ? within.least : numberOf(low, within.names);
  if (!isAny && moreHigh.length) fail(`too many hyphens: ${expression}`);
  const end = high === undefined || isAny ? first : numberOf(high, within.names);
  if (moreSteps.length) fail(`too many slashes: ${expression}`);
  const step = stepText === undefined ? 1 : numberOf(stepText);
  const isOpen = isAny || (stepText !== undefined && high === undefined);
  const last = isOpen ? within.most : end;
  if (first < within.least)
    fail(`beginning of range (${first}) below minimum (${within.least}): ${expression}`);
  if (last > within.most) fail(`end of range (${last}) above maximum (${within.most}): ${expression}`);
  if (first > last) fail(`beginning of range (${first}) beyond end of range (${last}): ${expression}`);
  if (step === 0) fail(`step of range should be a positive number: ${expression}`);
  return { first, last, step, isStar: isAny && step === 1 };
}

const largestInt = 2 ** 63;

function numberOf(text: string, names?: readonly string[]): number {
  const place = names?.indexOf(text.toLowerCase()) ?? -1;
  if (place >= 0) return place + (names === months ? 1 : 0);
  const asked = JSON.stringify(text);
  if (!/^[+-]?\d+$/.test(text))
    return fail(`failed to parse int from ${text}: strconv.Atoi: parsing ${asked}: invalid syntax`);
  if (Math.abs(Number(text)) >= largestInt)
    return fail(`failed to parse int from ${text}: strconv.Atoi: parsing ${asked}: value out of range`);
  return Number(text) < 0 ? fail(`negative number (${Number(text)}) not allowed: ${text}`) : Number(text);
}
