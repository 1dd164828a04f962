import type { PodView } from '@/lib/lab/view';
import { chords, dots, markStroke, revisionClass } from './ink';
import { shareOf } from './scene-pod';

/** Colours that cells are drawn in, read from the page's tokens. */
export type Inks = Readonly<Record<'rev1' | 'rev2' | 'rev3' | 'wait' | 'ink' | 'plate', string>>;

type Look = Pick<PodView, 'state' | 'revision' | 'wasReady'> & {
  /** Grace used, and ready containers, as shares. */
  readonly grace: number;
  readonly share: number;
};

const graceSteps = 8;

/** What of a Pod is seen in a cell: two Pods with the same look share one drawing. */
export const lookOf = (pod: PodView): Look => ({
  state: pod.state,
  revision: Math.min(3, Math.max(1, pod.revision)),
  wasReady: pod.state === 'terminating' ? (pod.wasReady ?? true) : true,
  grace: pod.state === 'terminating' ? Math.round((pod.graceUsed ?? 0) * graceSteps) / graceSteps : 0,
  share: pod.state === 'partlyReady' ? shareOf(pod) : 0,
});

export const signOf = ({ state, revision, wasReady, grace, share }: Look): string =>
  `${state} ${revision} ${wasReady} ${grace} ${share}`;

const cross = (reach: number) =>
  `M${-reach} ${-reach}L${reach} ${reach}M${reach} ${-reach}L${-reach} ${reach}`;

/** The few strokes that all marks are made of. */
function penOf(ctx: CanvasRenderingContext2D, look: Look, size: number, inks: Inks) {
  const stroke = markStroke(size);
  const r = size / 2 - stroke / 2 - 0.5;
  const hue = inks[revisionClass(look.state, look.revision)];
  const disc = (radius: number, colour = hue) => {
    ctx.beginPath();
    ctx.arc(0, 0, radius, 0, Math.PI * 2);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  const ring = (radius: number, width: number, dash: readonly number[] = [], cap: CanvasLineCap = 'butt') => {
    disc(radius, inks.plate);
    ctx.setLineDash([...dash]);
    ctx.lineCap = cap;
    ctx.strokeStyle = hue;
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineCap = 'butt';
  };
  const line = (path: string, width: number, colour: string) => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke(new Path2D(path));
  };
  const slits = (colour: string, width: number) => {
    const at = look.revision <= 1 ? [] : look.revision === 2 ? [0] : [-r * 0.34, r * 0.34];
    for (const y of at) {
      const half = Math.sqrt(r * r - y * y);
      line(`M${-half} ${y}H${half}`, width, colour);
    }
  };
  return { stroke, r, hue, disc, ring, line, slits };
}

/** Draws a mark around 0 0, `size` px wide: the same forms as `PodShape` without words. */
export function drawMark(ctx: CanvasRenderingContext2D, look: Look, size: number, inks: Inks): void {
  const { stroke, r, hue, disc, ring, line, slits } = penOf(ctx, look, size, inks);
  switch (look.state) {
    case 'reserved':
    case 'pending':
      ring(r, stroke, dots(r, stroke).split(' ').map(Number), 'round');
      break;
    case 'creating':
      ring(r, stroke * 0.85, [stroke * 1.5, stroke]);
      ring(r * 0.42, stroke * 0.85);
      break;
    case 'notReady':
      ring(r, stroke);
      slits(hue, stroke * 0.7);
      break;
    case 'ready':
      disc(r + stroke / 2);
      slits(inks.plate, stroke * 0.8);
      break;
    case 'partlyReady': {
      ring(r, stroke);
      const part = Math.min(Math.max(look.share, 0.1), 0.9);
      const angle = Math.asin(1 - 2 * part);
      ctx.beginPath();
      ctx.arc(0, 0, r, angle, Math.PI - angle);
      ctx.fillStyle = hue;
      ctx.fill();
      break;
    }
    case 'terminating': {
      ring(r, Math.max(1.1, stroke * 0.6));
      const core = Math.max(1.5, (r - stroke * 1.6) * 0.86 * (1 - look.grace));
      if (look.wasReady) disc(core);
      else ring(core, stroke * 0.7);
      break;
    }
    case 'unknown':
      ring(r, stroke * 0.8);
      line(chords(r, 4), stroke * 0.6, hue);
      break;
    case 'imageError':
    case 'crashLoop': {
      const half = r * 0.86;
      const solid = look.state === 'crashLoop';
      ctx.fillStyle = solid ? inks.ink : inks.plate;
      ctx.fillRect(-half, -half, 2 * half, 2 * half);
      line(`M${-half} ${-half}H${half}V${half}H${-half}Z`, stroke * 0.85, inks.ink);
      line(cross(r * 0.44), stroke, solid ? inks.plate : inks.ink);
      break;
    }
    case 'failed':
      line(cross(r * 0.72), stroke * 1.5, inks.ink);
      break;
    case 'succeeded':
      line(`M${-r * 0.3} ${-r * 0.8}V${r * 0.8}`, Math.max(1.2, stroke * 0.7), hue);
      line(`M${r * 0.28} ${-r * 0.8}V${r * 0.8}`, stroke * 2, hue);
      break;
  }
}
