import styles from './strip.module.css';
import type { Column, Form } from './strip-layout';

/**
 * The forms of what a packet passes, around the point where its line runs: a Pod's end is a disc, a veth a small ring, the
 * bridge a flat box, the tunnel a box in a box, a node's interface a black square, the router one that stands on its
 * corner, the host outside a square with a square hole, `lo` a loop.
 */
export function StripDevice({ column }: { readonly column: Column }) {
  const { x, form, isLeftEnd } = column;
  const hue = isLeftEnd ? styles.asks : styles.answers;
  return (
    <g className={form === 'pod' ? hue : undefined} transform={`translate(${x} 0)`} data-form={form}>
      <Shape form={form} />
    </g>
  );
}

function Shape({ form }: { readonly form: Form }) {
  switch (form) {
    case 'pod':
      return <circle className={styles.pod} r={15} />;
    case 'veth':
      return <circle className={styles.open} r={5} />;
    case 'bridge':
      return <rect className={styles.open} x={-18} y={-6} width={36} height={12} />;
    case 'tunnel':
      return (
        <>
          <rect className={styles.open} x={-13} y={-11} width={26} height={22} />
          <rect className={styles.open} x={-7.5} y={-5.5} width={15} height={11} />
        </>
      );
    case 'ethernet':
      return <rect className={styles.solid} x={-9} y={-9} width={18} height={18} />;
    case 'router':
      return <path className={styles.solid} d="M-12 0L0 -12L12 0L0 12Z" />;
    case 'outside':
      return <path className={styles.solid} fillRule="evenodd" d="M-14 -14H14V14H-14ZM-8 -8V8H8V-8Z" />;
    case 'loop':
      return (
        <>
          <path className={styles.loop} d="M-16 13V-2A16 11 0 0 1 16 -2V7" />
          <path className={styles.solid} d="M16 14L11.5 5.5H20.5Z" />
        </>
      );
  }
}

/** Filled; with the tunnel's envelope it is smaller and stands in an outline of the size that it had. */
export function StripPacket({
  isTunnelled,
  facing,
}: {
  readonly isTunnelled: boolean;
  readonly facing: 1 | -1;
}) {
  return (
    <g className={styles.packet} data-tunnelled={isTunnelled}>
      <rect className={styles.envelope} x={-19} y={-12} width={38} height={24} />
      <rect className={styles.inner} x={-18} y={-11} width={36} height={22} />
      <path className={styles.facing} d={`M${facing * 25} -4.5L${facing * 31} 0L${facing * 25} 4.5`} />
    </g>
  );
}
