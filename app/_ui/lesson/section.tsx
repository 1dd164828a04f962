import { Children, type ComponentProps, isValidElement, type ReactElement, type ReactNode } from 'react';
import styles from './section.module.css';
import { type Block, placeBlocks } from './section-layout';

type Types = ReadonlySet<unknown>;
type Parent = ReactElement<{ readonly children?: ReactNode }>;

const isOf = (node: ReactNode, types: Types): boolean => isValidElement(node) && types.has(node.type);

/** Blocks of a section. A note inside a paragraph comes out of it, so that it can stand beside it. */
function blocksOf(children: ReactNode, notes: Types, wide: Types): readonly Block<ReactNode>[] {
  return Children.toArray(children).flatMap((node): readonly Block<ReactNode>[] => {
    if (typeof node === 'string' && node.trim() === '') return [];
    if (isOf(node, notes)) return [{ kind: 'note', content: node }];
    if (isOf(node, wide)) return [{ kind: 'wide', content: node }];
    if (!isValidElement(node)) return [{ kind: 'text', content: node }];
    const { type: Paragraph, props } = node as Parent;
    const inside = Children.toArray(props.children);
    const lifted = inside.filter((child) => isOf(child, notes));
    if (Paragraph !== 'p' || lifted.length === 0) return [{ kind: 'text', content: node }];
    const rest = inside.filter((child) => !isOf(child, notes));
    return [
      { kind: 'text', content: <p key={node.key}>{rest}</p> },
      ...lifted.map((content) => ({ kind: 'note' as const, content })),
    ];
  });
}

interface SectionProps extends ComponentProps<'section'> {
  /** Components that are notes. */
  readonly notes: Types;
  /** Components that span both columns. */
  readonly wide: Types;
}

/** A section of a lesson: text in one column, notes beside the block that they follow. */
export function Section({ children, notes, wide, ...rest }: SectionProps) {
  return (
    <section {...rest} className={styles.section}>
      {placeBlocks(blocksOf(children, notes, wide)).map(({ kind, contents, row, toRow }) => (
        <div key={`${kind} ${row}`} className={styles[kind]} style={{ gridRow: `${row} / ${toRow}` }}>
          {contents}
        </div>
      ))}
    </section>
  );
}
