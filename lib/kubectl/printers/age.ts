import { humanDuration } from '../../cluster/printed/duration';
import { momentOf } from '../../cluster/time';

/** How long ago a timestamp was, as AGE shows it. Source: pkg/printers/internalversion ConvertToHumanReadableDateType. */
export const ageOf = (timestamp: string | undefined, nowMs: number): string =>
  timestamp ? humanDuration(nowMs - momentOf(timestamp)) : '<unknown>';
