/**
 * Time zones that a schedule may name, hours east of UTC. Only those that keep one time all year round: a zone with summer
 * time is unknown here. Source: the tz database, 2026.
 */
const hoursEast: Readonly<Record<string, number>> = {
  UTC: 0,
  UCT: 0,
  GMT: 0,
  Zulu: 0,
  Universal: 0,
  Greenwich: 0,
  'Etc/UTC': 0,
  'Etc/UCT': 0,
  'Etc/GMT': 0,
  'Etc/GMT0': 0,
  'Etc/Zulu': 0,
  'Etc/Universal': 0,
  'Etc/Greenwich': 0,
  'Africa/Abidjan': 0,
  'Africa/Accra': 0,
  'Atlantic/Reykjavik': 0,
  'Africa/Algiers': 1,
  'Africa/Lagos': 1,
  'Africa/Johannesburg': 2,
  'Africa/Maputo': 2,
  'Africa/Nairobi': 3,
  'Asia/Baghdad': 3,
  'Asia/Riyadh': 3,
  'Europe/Istanbul': 3,
  'Europe/Minsk': 3,
  'Europe/Moscow': 3,
  'Asia/Tehran': 3.5,
  'Asia/Baku': 4,
  'Asia/Dubai': 4,
  'Asia/Kabul': 4.5,
  'Asia/Karachi': 5,
  'Asia/Tashkent': 5,
  'Asia/Calcutta': 5.5,
  'Asia/Colombo': 5.5,
  'Asia/Kolkata': 5.5,
  'Asia/Kathmandu': 5.75,
  'Asia/Dhaka': 6,
  'Asia/Yangon': 6.5,
  'Asia/Bangkok': 7,
  'Asia/Ho_Chi_Minh': 7,
  'Asia/Jakarta': 7,
  'Asia/Chongqing': 8,
  'Asia/Hong_Kong': 8,
  'Asia/Kuala_Lumpur': 8,
  'Asia/Macau': 8,
  'Asia/Manila': 8,
  'Asia/Shanghai': 8,
  'Asia/Singapore': 8,
  'Asia/Taipei': 8,
  'Australia/Perth': 8,
  PRC: 8,
  'Asia/Pyongyang': 9,
  'Asia/Seoul': 9,
  'Asia/Tokyo': 9,
  Japan: 9,
  'Australia/Darwin': 9.5,
  'Australia/Brisbane': 10,
  'America/Argentina/Buenos_Aires': -3,
  'America/Sao_Paulo': -3,
  'America/Caracas': -4,
  'America/Puerto_Rico': -4,
  'America/Bogota': -5,
  'America/Lima': -5,
  'America/Panama': -5,
  'America/Costa_Rica': -6,
  'America/Guatemala': -6,
  'America/Phoenix': -7,
  'Pacific/Honolulu': -10,
};

/** `Etc/GMT+5` lies five hours west of Greenwich, as POSIX counts. */
const posix = /^Etc\/GMT([+-])(\d{1,2})$/;
const furthest = { west: 12, east: 14 } as const;

/** Seconds east of UTC, all year round; undefined for a zone that the model does not know. */
export function offsetOf(zone: string): number | undefined {
  const known = Object.hasOwn(hoursEast, zone) ? hoursEast[zone] : undefined;
  if (known !== undefined) return known * 3600;
  const [, sign, digits = ''] = posix.exec(zone) ?? [];
  const hours = Number(digits);
  if (!sign || String(hours) !== digits) return undefined;
  const limit = sign === '+' ? furthest.west : furthest.east;
  return hours > limit ? undefined : (sign === '+' ? -hours : hours) * 3600;
}
