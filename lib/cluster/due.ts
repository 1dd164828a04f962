/** A piece of work and the moment at which it is due, ms since the cluster began. */
export interface Due<Work> {
  readonly atMs: number;
  readonly sequence: number;
  readonly work: Work;
}

/**
 * Due work, earliest first; of equal moments the one that was added first. A binary heap: the only clock of a cluster.
 * `entries` is the heap itself, so that a checkpoint can copy it.
 */
export class DueQueue<Work> {
  constructor(
    private heap: Due<Work>[] = [],
    private sequence = 0,
  ) {}

  get size(): number {
    return this.heap.length;
  }

  peek(): Due<Work> | undefined {
    return this.heap[0];
  }

  add(atMs: number, work: Work): void {
    const heap = this.heap;
    heap.push({ atMs, sequence: this.sequence++, work });
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.isBefore(i, parent)) break;
      this.swap(i, parent);
      i = parent;
    }
  }

  take(): Due<Work> | undefined {
    const heap = this.heap;
    const first = heap[0];
    const last = heap.pop();
    if (first && last && heap.length > 0) {
      heap[0] = last;
      this.sink();
    }
    return first;
  }

  copy(): DueQueue<Work> {
    return new DueQueue([...this.heap], this.sequence);
  }

  private sink(): void {
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < this.heap.length && this.isBefore(child, least)) least = child;
      if (least === i) return;
      this.swap(i, least);
      i = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const x = this.heap[a];
    const y = this.heap[b];
    return !!x && !!y && (x.atMs < y.atMs || (x.atMs === y.atMs && x.sequence < y.sequence));
  }

  private swap(a: number, b: number): void {
    const x = this.heap[a];
    const y = this.heap[b];
    if (!x || !y) return;
    this.heap[a] = y;
    this.heap[b] = x;
  }
}
