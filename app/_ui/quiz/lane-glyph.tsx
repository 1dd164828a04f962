import styles from './lane-glyph.module.css';

const width = 68;
const height = 16;

/** A step's stretch of a lane in ink, as the score would draw it. An unknown name draws nothing. */
export function LaneGlyph({ name }: { readonly name: string | undefined }) {
  const drawing = name === undefined ? undefined : drawings[name];
  if (drawing === undefined) return null;
  return (
    <svg
      className={styles.glyph}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden
    >
      {drawing}
    </svg>
  );
}

const drawings: Readonly<Record<string, React.ReactNode>> = {
  marked: (
    <>
      <path className={styles.solid} d="M1 2H28V14H1Z" />
      <path className={styles.solid} d="M28 2L66 8L28 14Z" />
    </>
  ),
  gone: (
    <>
      <path className={styles.guide} d="M38 8H67" />
      <path className={styles.solid} d="M1 2.5L37 8L1 13.5Z" />
      <path className={styles.end} d="M39 1V15" />
    </>
  ),
  created: (
    <>
      <path className={styles.guide} d="M1 8H12" />
      <path className={styles.dots} d="M14 8H20" />
      <path className={styles.hollow} d="M67 2L24 8L67 14" />
    </>
  ),
  running: <path className={styles.hollow} d="M1 2.5H66.5V13.5H1Z" />,
  ready: (
    <>
      <path className={styles.hollow} d="M1 2.5H32V13.5H1Z" />
      <path className={styles.solid} d="M32 2H67V14H32Z" />
    </>
  ),
  pending: <path className={styles.dots} d="M2 8H66" />,
};
