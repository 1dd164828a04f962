/** What of the lines between lessons is drawn in one row of the course map. Rows count from 0. */
export interface RowLines {
  /** Lines that come from a row above and go to one below, each on its track. */
  readonly passing: readonly { readonly from: number; readonly track: number }[];
  /** Lines that end here, or lead here and go on; without a track straight from the row above. */
  readonly arriving: readonly {
    readonly from: number;
    readonly track?: number;
    readonly goesOn: boolean;
  }[];
  /** The track on which a line leaves for rows further below. */
  readonly leaving?: number;
  /** The next row builds on this one. */
  readonly leadsDown: boolean;
}

export interface NeedsLines {
  readonly rows: readonly RowLines[];
  /** How many tracks there are, 0 the outermost. */
  readonly tracks: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly track: number;
}

/** One line for each row that rows beyond the next build on, the longest outermost; two share a track when one ends above the other. */
function spansOf(needs: readonly (readonly number[])[]): readonly Span[] {
  const ends = needs.map((_, from) => needs.findLastIndex((of) => of.includes(from)));
  const long = ends
    .map((to, from) => ({ from, to }))
    .filter(({ from, to }) => to > from + 1)
    .sort((one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from);
  const spans: Span[] = [];
  for (const { from, to } of long) {
    const meets = spans.filter((span) => span.from <= to && from <= span.to).map(({ track }) => track);
    const track = meets
      .toSorted((one, other) => one - other)
      .reduce((at, one) => (one === at ? at + 1 : at), 0);
    spans.push({ from, to, track });
  }
  return spans;
}

/** The lines between rows, each of which builds on rows above it: `needs[row]` are their places. */
export function needsLines(needs: readonly (readonly number[])[]): NeedsLines {
  const spans = spansOf(needs);
  const rows = needs.map((of, row): RowLines => {
    const leaving = spans.find(({ from }) => from === row)?.track;
    return {
      passing: spans
        .filter(({ from, to }) => from < row && row < to)
        .map(({ from, track }) => ({ from, track })),
      arriving: of.map((from) => {
        const span = from === row - 1 ? undefined : spans.find((one) => one.from === from);
        return { from, goesOn: span !== undefined && span.to > row, ...(span && { track: span.track }) };
      }),
      leadsDown: needs[row + 1]?.includes(row) ?? false,
      ...(leaving !== undefined && { leaving }),
    };
  });
  return { rows, tracks: Math.max(0, ...spans.map(({ track }) => track + 1)) };
}
