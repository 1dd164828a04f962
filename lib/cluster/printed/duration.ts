/**
 * How long ago, in two or three figures: `5s`, `3m12s`, `5h`, `2d3h`. Source: apimachinery pkg/util/duration HumanDuration.
 * A moment that is up to a second ahead counts as now.
 */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / 1000);
  if (seconds < -1) return '<invalid>';
  if (seconds < 120) return `${Math.max(0, seconds)}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return `${minutes}m${unlessZero(seconds % 60, 's')}`;
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return `${hours}h${unlessZero(minutes % 60, 'm')}`;
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (days < 8) return `${days}d${unlessZero(hours % 24, 'h')}`;
  if (days < 365 * 2) return `${days}d`;
  const years = Math.floor(days / 365);
  return years < 8 ? `${years}y${unlessZero(days % 365, 'd')}` : `${years}y`;
}

const unlessZero = (count: number, unit: string): string => (count === 0 ? '' : `${count}${unit}`);
