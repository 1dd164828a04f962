import { textWidth } from '../cluster/text-width';
import styles from './strip.module.css';
import type { Band } from './strip-bands';
import type { Column, StripLayout } from './strip-layout';
import { hostWords, type StripWords } from './strip-words';

interface Props {
  readonly layout: StripLayout;
  readonly words: StripWords;
}

/** Hosts by name and address; what has no room beside a name stands under the columns. A Pod in a node has its own there. */
export function StripHosts({ layout, words }: Props) {
  return layout.bands.map((band) => (
    <div key={band.x} aria-hidden="true">
      <Head band={band} layout={layout} words={words} />
    </div>
  ));
}

function Head({ band, layout, words }: Props & { readonly band: Band }) {
  const { address, isPod, x, width } = band;
  const name = hostWords(words, band.host);
  const columns = layout.columns.filter((one) => x <= one.x && one.x <= x + width);
  const pods = isPod ? [] : columns.filter((one) => one.isPod);
  const isBeside = address !== undefined && textWidth(name, 8) + textWidth(address, 7.3) + 32 <= width;
  return (
    <>
      <div className={styles.head} style={{ left: x, width }}>
        <span>{name}</span>
        {isBeside && <small>{address}</small>}
      </div>
      {pods.map((pod) => (
        <Under key={pod.index} address={pod.address} columns={[pod]} layout={layout} />
      ))}
      {!isBeside && pods.length === 0 && <Under address={address} columns={columns} layout={layout} />}
    </>
  );
}

interface UnderProps {
  readonly address: string | undefined;
  readonly columns: readonly Column[];
  readonly layout: StripLayout;
}

/** In the middle below its columns. */
function Under({ address, columns, layout }: UnderProps) {
  if (address === undefined || columns.length === 0) return null;
  const middles = columns.map((one) => one.x);
  const left = Math.min(...middles) - layout.pitch / 2;
  const right = Math.max(...middles) + layout.pitch / 2;
  return (
    <small className={styles.under} style={{ left, top: layout.lineY + 36, width: right - left }}>
      <span>{address}</span>
    </small>
  );
}
