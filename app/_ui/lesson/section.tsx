import { Children, type ComponentProps, isValidElement, type ReactElement, type ReactNode } from 'react';
import styles from './section.module.css';
import { type Block, placeBlocks } from './section-layout';
import { textHeight } from './text-height';

type Types = ReadonlySet<unknown>;
type Parent = ReactElement<{ readonly children?: ReactNode }>;

const isOf = (node: ReactNode, types: Types): boolean => isValidElement(node) && types.has(node.type);

/** Blocks of a section. A note inside a paragraph comes out of it, so that it can stand beside it. */
function blocksOf(children: ReactNode, { notes, wide, heightOfNote }: Columns): readonly Block<ReactNode>[] {
  const note = (content: ReactNode) => ({ kind: 'note' as const, content, height: heightOfNote(content) });
  const text = (content: ReactNode) => ({ kind: 'text' as const, content, height: textHeight(content) });
  return Children.toArray(children).flatMap((node): readonly Block<ReactNode>[] => {
    if (typeof node === 'string' && node.trim() === '') return [];
    if (isOf(node, notes)) return [note(node)];
    if (isOf(node, wide)) return [{ kind: 'wide', content: node, height: 0 }];
    if (!isValidElement(node)) return [text(node)];
    const { type, props } = node as Parent;
    const inside = Children.toArray(props.children);
    const lifted = inside.filter((child) => isOf(child, notes));
    if (type !== 'p' || lifted.length === 0) return [text(node)];
    const rest = inside.filter((child) => !isOf(child, notes));
    return [text(<p key={node.key}>{rest}</p>), ...lifted.map(note)];
  });
}

interface Columns {
  /** Components that are notes. */
  readonly notes: Types;
  /** Components that span both columns. */
  readonly wide: Types;
  /** About how high a note is in its column, px. */
  readonly heightOfNote: (note: ReactNode) => number;
}

interface SectionProps extends ComponentProps<'section'>, Columns {}

/** A section of a lesson: text in one column, notes beside the block that they follow. */
export function Section({ children, notes, wide, heightOfNote, ...rest }: SectionProps) {
  const blocks = blocksOf(children, { notes, wide, heightOfNote });
  return (
    <section {...rest} className={styles.section}>
      {placeBlocks(blocks).map(({ kind, contents, row, toRow }) => (
        <div key={`${kind} ${row}`} className={styles[kind]} style={{ gridRow: `${row} / ${toRow}` }}>
          {contents}
        </div>
      ))}
    </section>
  );
}
