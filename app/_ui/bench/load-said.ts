import { accountOf, type Formula, type LoadAccount } from '@/lib/lab/load-account';
import type { LoadChoice } from '@/lib/lab/load-choice';
import type { LoadLook } from '@/lib/lab/load-run';
import { fill } from '../fill';
import { clock } from './load-layout';
import type { LoadWords } from './load-words';

/** What is said of one look: a sentence, and line by line how it came to its number. */

const number = (value: number): string => String(Number(value.toFixed(2)));

/** The look in one sentence. */
export function sentenceOf(look: LoadLook, choice: LoadChoice, words: LoadWords): string {
  const account = accountOf(look, choice);
  const { before, after } = look;
  const values = { time: clock(look.atMs), before, after };
  if (!account.isKnown)
    return fill(account.why === 'noScale' ? words.sentence.noScale : words.sentence.unknown, values);
  const { name, percent, target } = account.first;
  return fill(before === after ? words.sentence.stays : words.sentence.changes, {
    ...values,
    metric: words.metric[name],
    percent,
    target,
  });
}

function formulaText({ name, count, percent, target, exact, replicas, isWithin }: Formula, words: LoadWords) {
  const { account, metric } = words;
  const worked = fill(account.formula, {
    metric: metric[name],
    count,
    percent,
    target,
    exact: number(exact),
  });
  if (isWithin) return `${worked}: ${fill(account.within, { replicas })}`;
  return Number.isInteger(exact) ? worked : `${worked}, ${fill(account.rounded, { replicas })}`;
}

function knownLines(
  { formulas, first, wish, isYoung, held, limit }: Extract<LoadAccount, { isKnown: true }>,
  { before, after }: LoadLook,
  { minReplicas: min, maxReplicas: max }: LoadChoice,
  { account, metric, ...words }: LoadWords,
): string[] {
  const all = { account, metric, ...words };
  return [
    ...formulas.map((formula) => formulaText(formula, all)),
    ...(formulas.length > 1 ? [fill(account.larger, { metric: metric[first.name] })] : []),
    ...(isYoung ? [fill(account.young, { wish })] : []),
    ...(held ? [fill(account.held, held)] : []),
    ...(limit ? [fill(account.limit[limit], { min, max })] : []),
    before === after ? account.same : fill(account.written, { after }),
  ];
}

/** The formula with its numbers, tolerance, window and limits, in the order in which the HPA goes. */
export function linesOf(look: LoadLook, choice: LoadChoice, words: LoadWords): readonly string[] {
  const account = accountOf(look, choice);
  return account.isKnown
    ? knownLines(account, look, choice, words)
    : [words.account.unknown[account.why], words.account.same];
}
