import type { PodView } from '@/lib/lab/view';
import { drawMark, type Inks, lookOf, signOf } from './cell-ink';
import type { PlacedPod } from './scene-layout';

/** A mark changes in this time; without movement it keeps a ring for that one, ms. */
const changeMs = 160;
const ringMs = 1_000;

interface Looks {
  readonly sign: string;
  readonly look: ReturnType<typeof lookOf>;
}

interface Cell extends Looks {
  readonly x: number;
  readonly y: number;
  readonly uid: string;
}

export interface Painting {
  readonly width: number;
  readonly height: number;
  readonly pitch: number;
  readonly markSize: number;
  readonly pods: readonly PlacedPod[];
}

/** A part of a picture across its whole width: what stands from `top` on. */
export interface Sheet extends Painting {
  readonly top: number;
}

/** Px from the top of a sheet to the top of the next. A browser copies a whole canvas of which a cell has changed. */
const sheetHeight = 256;

/** A picture in sheets. A sheet is so much higher than its share that cells at its ends stand on it whole. */
export function sheetsOf({ width, height, pitch, markSize, pods }: Painting): readonly Sheet[] {
  const count = Math.max(1, Math.ceil(height / sheetHeight));
  const parts = Array.from({ length: count }, (): PlacedPod[] => []);
  for (const placed of pods) parts[Math.min(count - 1, Math.floor(placed.y / sheetHeight))]?.push(placed);
  return parts.map((own, at) => {
    const top = Math.max(0, at * sheetHeight - pitch);
    const bottom = Math.min(height, (at + 1) * sheetHeight + pitch);
    return { top, width, height: bottom - top, pitch, markSize, pods: own };
  });
}

const placeOf = (x: number, y: number): string => `${x} ${y}`;

/** Of each Pod as it is: a Pod's view is a value. */
const known = new WeakMap<PodView, Looks>();

function looksOf(pod: PodView): Looks {
  const seen = known.get(pod);
  if (seen) return seen;
  const look = lookOf(pod);
  const looks = { look, sign: signOf(look) };
  known.set(pod, looks);
  return looks;
}

export function cellsOf(pods: readonly PlacedPod[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { pod, x, y } of pods) cells.set(placeOf(x, y), { x, y, uid: pod.uid, ...looksOf(pod) });
  return cells;
}

/** Places that have to be drawn again between two drawings: emptied ones, and those whose mark is another. */
export function difference(before: ReadonlyMap<string, Cell>, after: ReadonlyMap<string, Cell>) {
  const cleared: Cell[] = [];
  const changed: (readonly [place: string, cell: Cell])[] = [];
  for (const [place, cell] of before) if (!after.has(place)) cleared.push(cell);
  for (const [place, cell] of after) {
    const old = before.get(place);
    if (old === undefined || old.sign !== cell.sign || old.uid !== cell.uid) changed.push([place, cell]);
  }
  return { cleared, changed };
}

/**
 * Draws cells on a canvas, at the screen's own resolution. Each look is drawn once and copied; between two drawings only what
 * differs is drawn again, in a movement of 160 ms, or for readers without movement at once with a ring for 1 s.
 */
export class CellPainter {
  private cells: ReadonlyMap<string, Cell> = new Map();
  private readonly sprites = new Map<string, HTMLCanvasElement>();
  private readonly moving = new Map<string, number>();
  private size = '';
  private spriteSize = '';
  private top = 0;
  private scale = 1;
  private pitch = 16;
  private markSize = 12;
  private inks: Inks | undefined;
  private frame = 0;

  constructor(private readonly canvas: HTMLCanvasElement) {}

  /** Draws this picture; `false`: nothing of the last one holds, e.g. after a change of the theme. */
  paint(picture: Sheet, keeps = true): void {
    const ctx = this.canvas.getContext('2d');
    if (ctx === null) return;
    this.pitch = picture.pitch;
    this.markSize = picture.markSize;
    const isNew = this.fit(picture) || !keeps || this.inks === undefined;
    if (isNew) {
      this.ink(keeps);
      this.moving.clear();
      ctx.setTransform(this.scale, 0, 0, this.scale, 0, -this.top * this.scale);
      ctx.clearRect(0, this.top, picture.width, picture.height);
    }
    const cells = cellsOf(picture.pods);
    const { cleared, changed } = difference(isNew ? new Map() : this.cells, cells);
    this.cells = cells;
    for (const { x, y } of cleared) {
      this.clear(ctx, x, y);
      this.moving.delete(placeOf(x, y));
    }
    if (isNew) for (const [, cell] of changed) this.draw(ctx, cell, 1);
    else this.move(changed.map(([place]) => place));
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** Looks that are drawn already stay as long as their colours and their size do. */
  private ink(keeps: boolean): void {
    const size = `${this.markSize} ${this.pitch} ${this.scale}`;
    if (keeps && this.inks !== undefined && this.spriteSize === size) return;
    this.inks = inksOf(this.canvas);
    this.spriteSize = size;
    this.sprites.clear();
  }

  private fit({ width, height, top, markSize }: Sheet): boolean {
    const scale = globalThis.devicePixelRatio || 1;
    const size = `${width} ${height} ${top} ${markSize} ${scale}`;
    if (size === this.size) return false;
    this.size = size;
    this.scale = scale;
    this.top = top;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    return true;
  }

  private move(places: readonly string[]): void {
    const now = performance.now();
    for (const place of places) this.moving.set(place, now);
    if (this.moving.size > 0 && this.frame === 0) this.step(now);
  }

  private step = (now: number): void => {
    const ctx = this.canvas.getContext('2d');
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const length = still ? ringMs : changeMs;
    if (ctx !== null)
      for (const [place, since] of this.moving) {
        const cell = this.cells.get(place);
        const share = Math.min(1, Math.max(0, (now - since) / length));
        if (cell !== undefined) {
          this.clear(ctx, cell.x, cell.y);
          this.draw(ctx, cell, still ? 1 : 0.15 + 0.85 * (1 - (1 - share) ** 2));
          if (still && share < 1) this.ring(ctx, cell);
        }
        if (share >= 1 || cell === undefined) this.moving.delete(place);
      }
    this.frame = this.moving.size > 0 ? requestAnimationFrame(this.step) : 0;
  };

  private clear(ctx: CanvasRenderingContext2D, x: number, y: number): void {
    ctx.clearRect(x - this.pitch / 2, y - this.pitch / 2, this.pitch, this.pitch);
  }

  private ring(ctx: CanvasRenderingContext2D, { x, y }: Cell): void {
    ctx.beginPath();
    ctx.arc(x, y, this.pitch / 2 - 1, 0, Math.PI * 2);
    ctx.strokeStyle = this.inks?.ink ?? '';
    ctx.lineWidth = 2;
    ctx.stroke();
  }

  private draw(ctx: CanvasRenderingContext2D, { x, y, sign, look }: Cell, alpha: number): void {
    const half = this.pitch / 2;
    let sprite = this.sprites.get(sign);
    if (sprite === undefined) {
      sprite = this.canvas.ownerDocument.createElement('canvas');
      sprite.width = sprite.height = Math.ceil(this.pitch * this.scale);
      const own = sprite.getContext('2d');
      if (own !== null && this.inks !== undefined) {
        own.setTransform(this.scale, 0, 0, this.scale, half * this.scale, half * this.scale);
        drawMark(own, look, this.markSize, this.inks);
      }
      this.sprites.set(sign, sprite);
    }
    ctx.globalAlpha = alpha;
    ctx.drawImage(sprite, x - half, y - half, this.pitch, this.pitch);
    ctx.globalAlpha = 1;
  }
}

/** The tokens as they are where the canvas stands; scene.module.css turns them into system colours where colours are forced. */
export function inksOf(canvas: HTMLCanvasElement): Inks {
  const style = getComputedStyle(canvas);
  const ink = (name: string) => style.getPropertyValue(`--cell-${name}`).trim() || 'currentColor';
  return {
    rev1: ink('rev1'),
    rev2: ink('rev2'),
    rev3: ink('rev3'),
    wait: ink('wait'),
    ink: ink('ink'),
    plate: ink('plate'),
  };
}
