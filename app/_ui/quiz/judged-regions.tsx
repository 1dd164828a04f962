import { InlineText } from '../kit/inline-text';
import { Sideways } from '../kit/sideways';
import type { ItemContext } from './quiz-item.machine';
import { type Chunk, chunksOf, PlainLines, RegionText } from './region-lines';
import { Sign } from './sign';
import styles from './source.module.css';
import type { QuizWords } from './words';
import { yourRegion } from './your-word';

interface JudgedRegionsProps {
  readonly context: ItemContext;
  readonly words: QuizWords;
}

/** The text of a hotspot after an answer: what was chosen, the true place, what is near it, each with its reason. */
export function JudgedRegions({ context, words }: JudgedRegionsProps) {
  return (
    <Sideways as="ol" className={styles.text} data-keys>
      {chunksOf(context.item).map((chunk) =>
        chunk.place === undefined ? (
          <PlainLines key={chunk.from} chunk={chunk} />
        ) : (
          <JudgedRegion key={chunk.from} {...{ chunk, context, words }} place={chunk.place} />
        ),
      )}
    </Sideways>
  );
}

interface JudgedRegionProps extends JudgedRegionsProps {
  readonly chunk: Chunk;
  readonly place: number;
}

function JudgedRegion({ chunk, place, context, words }: JudgedRegionProps) {
  const { item, result } = context;
  const { chosen = false, right = false, near = false, because } = result?.options[place] ?? {};
  const { hotspot } = words.kinds;
  const isFoundElsewhere = result?.options.some((option) => option.chosen && option.right) === true;
  return (
    <li className={styles.region} data-chosen={chosen} data-right={right}>
      <span className={styles.key} aria-hidden>
        {place + 1}
      </span>
      <RegionText chunk={chunk} text={item.options[place]?.text ?? ''} words={words} />
      {(chosen || right) && (
        <span className={styles.word}>
          <Sign isRight={right} title={right ? words.signs.right : words.signs.wrong} />
          {chosen ? yourRegion(context, words, near) : isFoundElsewhere ? hotspot.placeToo : hotspot.place}
        </span>
      )}
      {near && !chosen && <span className={styles.word}>{hotspot.near}</span>}
      {(chosen || right || near) && because !== undefined && (
        <p className={styles.because}>
          <InlineText text={because} />
        </p>
      )}
    </li>
  );
}
