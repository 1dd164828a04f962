import { dateOf, momentOf } from '../../cluster/time';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** `Thu, 01 Jan 2026 00:00:12 +0000`: a timestamp as `describe` writes it. Source: Go time.RFC1123Z. */
export function rfc1123(timestamp: string | undefined): string {
  if (!timestamp) return 'Mon, 01 Jan 0001 00:00:00 +0000';
  const ms = momentOf(timestamp);
  const { year, month, day, weekday, hour, minute } = dateOf(ms);
  const second = (((Math.floor(ms / 1000) % 60) + 60) % 60) | 0;
  return `${weekdays[weekday]}, ${two(day)} ${months[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0000`;
}
