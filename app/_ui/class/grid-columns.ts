import { fill } from '@/app/_ui/fill';
import { isLow } from '@/lib/class/needs';
import type { Advice, GridCellView, GridRowView, GridView, GroupShare } from '@/lib/class/public';
import type { GridWords } from './words';

/** A column as it is drawn: a lesson, or a concept of one. */
export interface DrawnColumn {
  readonly key: string;
  /** Short, above the column; `title` stands in the key below the grid. */
  readonly head: string;
  readonly title: string;
  readonly mean: GroupShare;
  /** The weakest: what the sentence names. */
  readonly isWeakest: boolean;
  readonly cellOf: (row: GridRowView) => DrawnCell;
}

export interface DrawnCell {
  readonly kind: 'toCome' | 'read' | 'asked';
  /** 0 to 1 of what was asked. */
  readonly share: number;
  readonly isLow: boolean;
  readonly said: string;
}

const weakestOf = (advice: Advice) => (advice.kind === 'weakest' ? advice.concepts : []);

/** One column a lesson. */
export const lessonColumns = ({ columns, advice }: GridView, say: GridWords): readonly DrawnColumn[] =>
  columns.map(({ lesson, number, title, mean }, at) => ({
    ...{ key: lesson, head: String(number), title, mean },
    isWeakest: weakestOf(advice).some((one) => one.lesson === number),
    cellOf: ({ cells }) => lessonCell(cells[at], say),
  }));

/** One column a concept of a lesson. The share of a concept is that of the tries that its state rests on. */
export function conceptColumns(grid: GridView, lesson: string, say: GridWords): readonly DrawnColumn[] {
  const at = grid.columns.findIndex((column) => column.lesson === lesson);
  const column = grid.columns[at];
  return (column?.concepts ?? []).map(({ id, title, known }, place) => ({
    ...{ key: id, head: String(place + 1), title, mean: known },
    isWeakest: weakestOf(grid.advice).some((one) => one.title === title && one.lesson === column?.number),
    cellOf: ({ cells }) => conceptCell(cells[at], place, say),
  }));
}

const toCome = (say: GridWords): DrawnCell => ({
  kind: 'toCome',
  share: 0,
  isLow: false,
  said: say.isToCome,
});

function lessonCell(cell: GridCellView | undefined, say: GridWords): DrawnCell {
  if (!cell || cell.state === 'toCome') return toCome(say);
  if (cell.state === 'read') return { kind: 'read', share: 1, isLow: false, said: say.isRead };
  const { known, asked } = cell;
  const said = fill(say.knownOf, { known, asked });
  return { kind: 'asked', share: known / asked, isLow: isLow(known, asked), said };
}

function conceptCell(cell: GridCellView | undefined, place: number, say: GridWords): DrawnCell {
  const concept = cell?.concepts[place];
  if (!concept || concept.state === 'new')
    return cell?.state === 'toCome' || !cell
      ? toCome(say)
      : { kind: 'read', share: 1, isLow: false, said: say.states.new };
  const right = concept.tries.filter(({ isRight, isAided }) => isRight && !isAided).length;
  const share = right / concept.tries.length;
  return { kind: 'asked', share, isLow: isLow(right, concept.tries.length), said: say.states[concept.state] };
}
