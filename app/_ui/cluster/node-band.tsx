import { memo } from 'react';
import type { NodeView } from '@/lib/lab/view';
import type { LabWords } from '../lab/words';
import styles from './scene.module.css';
import { sceneWords } from './scene-words';
import { textWidth } from './text-width';

interface Place {
  readonly node: NodeView;
  readonly x?: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node as a band; hatched when NotReady, with a black left edge when cordoned. Its name stands in `NodeWords`. */
export const NodeBand = memo(function NodeBand({ node, x = 0, y, width, height }: Place) {
  return (
    <g transform={x === 0 ? undefined : `translate(${x} 0)`}>
      <rect className={styles.band} y={y} width={width} height={height} />
      {!node.ready && <path className={styles.hatch} d={hatch(y, width, height)} />}
      {node.cordoned && <rect className={styles.cordon} y={y} width={5} height={height} />}
    </g>
  );
});

/** Lines at 45 degrees, 9 px apart, that end at the band's edges. */
function hatch(y: number, width: number, height: number): string {
  const parts: string[] = [];
  for (let x = 9; x < width + height; x += 9) {
    const left = Math.max(0, x - height);
    const right = Math.min(width, x);
    parts.push(`M${left} ${y + (x - left)}L${right} ${y + (x - right)}`);
  }
  return parts.join('');
}

/** What is out of the ordinary with a node, in words: NotReady, silent though nobody has noticed, cordoned. */
export const nodeTrouble = (node: NodeView, words: LabWords): string =>
  [
    !node.ready && words.scene.notReady,
    node.ready && node.isSilent && sceneWords[words.locale].silent,
    node.cordoned && words.scene.cordoned,
  ]
    .filter(Boolean)
    .join(', ');

interface WordsProps extends Place {
  readonly words: LabWords;
  /** Where the name begins on a phone, from the band's left. */
  readonly nameX?: number;
  /** What Pods leave of the right end, in a grid. */
  readonly taintRoom?: number | undefined;
}

/**
 * A node's name, its size or what is wrong with it, what is requested, its taints at the right end. `small`: in a grid,
 * the name over its bars; `compact`: for a phone, all in one line at the top.
 */
export const NodeWords = memo(function NodeWords({
  compact = false,
  small = false,
  ...props
}: WordsProps & { readonly compact?: boolean; readonly small?: boolean }) {
  const Words = small ? GridWords : compact ? PhoneWords : RowWords;
  return (
    <g className={styles.inBand}>
      <Words {...props} />
    </g>
  );
});

function GridWords({ node, x = 0, y, width, height, words, taintRoom = 0 }: WordsProps) {
  const middle = y + height / 2;
  // A black edge says cordoned already.
  const trouble = nodeTrouble({ ...node, cordoned: false }, words);
  const asks = hasRequests(node);
  return (
    <>
      <text className={styles.nodeSmall} x={x + 9} y={middle + (asks || trouble !== '' ? -2 : 4)}>
        {short(node.name, 54, 6.4)}
      </text>
      {trouble !== '' && (
        <text className={styles.nodeTrouble} x={x + 9} y={middle + 11}>
          {short(trouble, 56, 6)}
        </text>
      )}
      {asks && trouble === '' && (
        <Requested node={node} x={x + 9} y={middle + 5} cpu={22} gap={4} memory={22} />
      )}
      <Taints node={node} x={x + width - 8} y={middle + 4} room={taintRoom} mayBeLeftOut />
    </>
  );
}

function PhoneWords({ node, x = 0, y, width, words, nameX = 6 }: WordsProps) {
  const trouble = nodeTrouble(node, words);
  const barsX = x + nameX + 6 + textWidth(node.name, 6.6);
  return (
    <>
      <text className={styles.nodeSmall} x={x + nameX + (node.cordoned ? 4 : 0)} y={y + 14}>
        {node.name}
        {trouble !== '' && <tspan className={styles.trouble}> {trouble}</tspan>}
      </text>
      {hasRequests(node) && trouble === '' && (
        <Requested node={node} x={barsX} y={y + 9} cpu={22} gap={4} memory={22} />
      )}
      <Taints node={node} x={x + width - 6} y={y + 14} room={width - 150} />
    </>
  );
}

function RowWords({ node, x = 0, y, width, height, words }: WordsProps) {
  const trouble = nodeTrouble(node, words);
  const asks = hasRequests(node);
  const middle = y + height / 2;
  const up = asks ? 5 : 0;
  const [cpu = 30, memory = 30] = node.size.split(', ').map((part) => textWidth(part, 6));
  return (
    <>
      <text className={styles.rowName} x={x + 10} y={middle - 3 - up}>
        {short(node.name, 100, 7.4)}
      </text>
      <text className={styles.rowMore} x={x + 10} y={middle + 13 - up}>
        {trouble === '' ? node.size : trouble}
      </text>
      {asks && <Requested node={node} x={x + 10} y={middle + 15} cpu={cpu} gap={9} memory={memory} />}
      <Taints node={node} x={x + width - 8} y={y + 15} room={width - 130} />
    </>
  );
}

const hasRequests = ({ requested }: NodeView): boolean =>
  requested !== undefined && (requested.cpu > 0 || requested.memory > 0);

/** Two bars, each below the number that it is a share of: CPU, then memory. */
function Requested({
  node,
  x,
  y,
  cpu,
  gap,
  memory,
}: {
  readonly node: NodeView;
  readonly x: number;
  readonly y: number;
  readonly cpu: number;
  readonly gap: number;
  readonly memory: number;
}) {
  const right = x + cpu + gap;
  return (
    <>
      <rect className={styles.allocatable} x={x} y={y} width={cpu} height={3} />
      <rect className={styles.requested} x={x} y={y} width={cpu * node.requested.cpu} height={3} />
      <rect className={styles.allocatable} x={right} y={y} width={memory} height={3} />
      <rect className={styles.requested} x={right} y={y} width={memory * node.requested.memory} height={3} />
    </>
  );
}

/** The first taint by its key, Kubernetes' own without their domain, and how many more there are. */
function Taints({
  node,
  x,
  y,
  room,
  mayBeLeftOut = false,
}: {
  readonly node: NodeView;
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly mayBeLeftOut?: boolean;
}) {
  const keys = [...new Set((node.taints ?? []).map(({ key }) => key))];
  if (keys.length === 0) return null;
  const isOwn = (key: string) => /(^|\.)kubernetes\.io\//.test(key);
  const name = (key: string) =>
    isOwn(key) || textWidth(key, 6.7) > room ? key.slice(key.indexOf('/') + 1) : key;
  const rest = keys.length > 1 ? ` +${keys.length - 1}` : '';
  const said = `${name(keys[0] ?? '')}${rest}`;
  if (mayBeLeftOut && textWidth(said, 6.7) > room) return null;
  return (
    <text className={styles.taint} x={x} y={y}>
      {said}
    </text>
  );
}

/** A text cut to `room` px, with a mark where it was cut. */
export function short(text: string, room: number, perLetter: number): string {
  if (textWidth(text, perLetter) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(letters.join(''), perLetter) + perLetter > room) letters.pop();
  return `${letters.join('')}…`;
}
