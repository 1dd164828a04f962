import type { Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import styles from './figure.module.css';
import { MachineOf, SceneAt, ScoreAt } from './figure-parts';
import { Caption } from './lab-figure';
import { type OutlineItem, outlineOf } from './outline';
import panels from './panels.module.css';
import { Sentence } from './sentence';
import { CauseLine } from './why';
import { labWords } from './words';

/** A figure that stands still, at one moment: for pages without script and for print. Its outline is a list below it. */
export function LabStill({
  scenario,
  view,
  locale,
  number,
}: {
  readonly scenario: Scenario;
  readonly view: LabView;
  readonly locale: Locale;
  readonly number?: string;
}) {
  const words = labWords[locale];
  return (
    <figure className={styles.figure}>
      <Caption {...{ scenario, words, locale, number }} />
      <Sentence view={view} words={words} />
      <CauseLine view={view} words={words} open={false} />
      <div className={panels.stage}>
        <SceneAt width={undefined} view={view} words={words} />
        <div className={panels.machine}>
          <MachineOf view={view} words={words} />
        </div>
      </div>
      <div className={styles.scoreRow}>
        <ScoreAt width={undefined} lab={{ view, seek: nowhere }} words={words} isHeld />
      </div>
      <Items items={outlineOf(view, words)} />
    </figure>
  );
}

const nowhere = () => undefined;

function Items({ items }: { readonly items: readonly OutlineItem[] }) {
  return (
    <ul className={styles.stillOutline}>
      {items.map((item) => (
        <li key={item.id}>
          {item.label}
          {item.items.length > 0 && <Items items={item.items} />}
        </li>
      ))}
    </ul>
  );
}
