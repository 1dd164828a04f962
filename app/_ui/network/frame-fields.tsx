import { fill } from '@/app/_ui/fill';
import type { Field, Layer } from '@/lib/network/xray/view';
import styles from './frame-bytes.module.css';
import type { Range } from './frame-hex';
import type { FrameWords } from './frame-words';

interface FieldsProps {
  readonly layer: Layer;
  readonly words: FrameWords;
  readonly marked: Range | undefined;
  readonly onPoint: (range: Range | undefined) => void;
}

/** The fields of one layer: offset in the frame, name, value. */
export function Fields({ layer, words, marked, onPoint }: FieldsProps) {
  const isMarked = (field: Field) => marked?.from === field.from && marked.length === field.length;
  return (
    <div className={styles.fields} data-outer={layer.isOuter || undefined}>
      <p>{fill(words.fields, { layer: layer.name })}</p>
      {layer.fields.length === 0 && (
        <p className={styles.none}>{fill(words.noFields, { n: layer.length.toLocaleString('en') })}</p>
      )}
      <ul>
        {layer.fields.map((field) => (
          <li key={field.from} data-marked={isMarked(field) || undefined}>
            <button
              type="button"
              lang="en"
              onFocus={() => onPoint(field)}
              onBlur={() => onPoint(undefined)}
              onPointerEnter={() => onPoint(field)}
              onPointerLeave={() => onPoint(undefined)}
            >
              <span>{field.from}</span> <span>{field.name}</span> <code>{field.value}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
