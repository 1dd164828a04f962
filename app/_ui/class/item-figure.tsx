'use client';

import { useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { InlineText } from '@/app/_ui/kit/inline-text';
import { Sideways } from '@/app/_ui/kit/sideways';
import { counted } from '@/app/_ui/review/reader-dates';
import { leastForShare } from '@/lib/class/advice';
import type { AnswerBar, FirstTryView, ItemView } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import grid from './class-grid.module.css';
import styles from './item-figure.module.css';
import { timeText } from './moments';
import type { ItemWords } from './words';

interface ItemProps {
  readonly item: ItemView;
  readonly locale: Locale;
  readonly say: ItemWords;
}

/** One item: a bar for each answer that was given first, hollow for wrong, solid for right, with where the true share may lie. */
export function ItemFigure({ item, locale, say }: ItemProps) {
  const [isTable, setTable] = useState(false);
  const hasTries = item.tries.length > 0;
  return (
    <section
      className={styles.item}
      aria-labelledby={`item-${item.item}`}
      data-empty={!hasTries || undefined}
    >
      <div className={styles.top}>
        <h3 id={`item-${item.item}`}>
          {item.question === null ? (
            <>
              {say.drawn}: {item.concept}
            </>
          ) : (
            <InlineText text={item.question} />
          )}
        </h3>
        <p>{fill(say.place, { n: item.number })}</p>
      </div>
      {!hasTries && <p className={styles.nobody}>{say.nobody}</p>}
      {hasTries && (
        <>
          {isTable ? (
            <Tries {...{ item, locale, say }} />
          ) : item.n === 0 ? (
            <p className={styles.nobody}>{counted(locale, say.earlier, item.earlier)}</p>
          ) : (
            <div className={styles.body}>
              <ul className={styles.bars}>
                {item.bars.map((bar) => (
                  <Bar key={`${bar.isRight} ${bar.text}`} bar={bar} say={say} />
                ))}
              </ul>
              <Summary {...{ item, locale, say }} />
            </div>
          )}
          <p className={styles.foot}>
            <button type="button" className={grid.link} onClick={() => setTable(!isTable)}>
              {isTable ? say.asPicture : say.asTable}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

const percent = (share: number): number => Math.round(share * 100);

function Bar({ bar, say }: { readonly bar: AnswerBar; readonly say: ItemWords }) {
  const { text, isRight, n, of, from, to, beliefs } = bar;
  const share = n / of;
  const counts = { n, of, share: percent(share), from: percent(from), to: percent(to) };
  return (
    <li data-right={isRight || undefined}>
      <div className={styles.label}>
        <span className={styles.text}>
          <InlineText text={text ?? (isRight ? say.theRight : say.anotherWrong)} />
        </span>
        <span>{fill(of < leastForShare ? say.ofAll : say.ofAllShare, counts)}</span>
      </div>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
      </div>
      {of >= leastForShare && (
        <div className={styles.range} aria-hidden="true">
          <span style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }} />
        </div>
      )}
      <p className={styles.belief}>
        {isRight ? say.right : beliefs.map((belief) => fill(say.believes, { text: belief })).join(' ')}
      </p>
    </li>
  );
}

function Summary({ item, locale, say }: ItemProps) {
  const { n, right, sure, sureWrong, earlier, isSeveral } = item;
  const isEnough = n >= leastForShare;
  return (
    <div className={styles.summary}>
      {n > 0 && (
        <p>
          <b>
            {isEnough
              ? fill(say.rightShare, { share: percent(right / n) })
              : fill(say.ofAll, { n: right, of: n })}
          </b>
          {say.firstTry}
        </p>
      )}
      {sure > 0 ? (
        <p>
          <b>{fill(say.ofAll, { n: sureWrong, of: sure })}</b>
          {say.sureWrong}
        </p>
      ) : (
        <p>{say.nobodySure}</p>
      )}
      {isSeveral && <p className={styles.small}>{say.several}</p>}
      {!isEnough && <p className={styles.small}>{say.tooFew}</p>}
      {earlier > 0 && <p className={styles.small}>{counted(locale, say.earlier, earlier)}</p>}
    </div>
  );
}

/** Every first try in words: what each number is made of. */
function Tries({ item, locale, say }: ItemProps) {
  const { columns } = say;
  const heads = [columns.learner, columns.said, columns.result, columns.sure, columns.hints, columns.at];
  return (
    <Sideways className={styles.scroll}>
      <table className={styles.tries} aria-labelledby={`item-${item.item}`}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {item.tries.map((one) => (
            <tr key={one.learner}>
              <th scope="row">{one.nickname}</th>
              <td>
                {one.said === null ? (
                  item.question === null ? (
                    say.drawn
                  ) : (
                    say.changed
                  )
                ) : (
                  <InlineText text={one.said} />
                )}
              </td>
              <td>{resultText(one, say)}</td>
              <td>{one.sure ? say.sure : say.notSure}</td>
              <td>{one.hintsUsed ?? ''}</td>
              <td>{timeText(locale, one.atMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function resultText({ isRight, points }: FirstTryView, say: ItemWords): string {
  if (isRight) return say.isRight;
  return points > 0 ? fill(say.partly, { n: percent(points) }) : say.isWrong;
}
