import 'server-only';
import type { BenchKind } from '../lab/bench-shown';
import { type LabStatement, type Prediction, type Scenario, statementOf } from '../lab/scenario';
import type { Text } from '../text';
import { getLabs } from './labs';
import { getLessons, type Lesson } from './lessons';
import { benchesOf } from './text';

/** A figure of a lesson that can stand alone: on the whole screen, or in a page of somebody else. */
export type LoneFigure = { readonly lesson: Lesson; readonly id: string; readonly title: Text } & (
  | {
      readonly kind: 'figure';
      readonly scenario: Scenario;
      /** In the lesson it is a bench. */
      readonly bench?: BenchKind;
    }
  | { readonly kind: 'lab'; readonly scenario: LabStatement }
  | { readonly kind: 'prediction'; readonly scenario: Scenario; readonly prediction: Prediction }
);

function figuresOf(lesson: Lesson): readonly LoneFigure[] {
  const found = getLabs(lesson.slug);
  if (!found) return [];
  const { scenarios, predictions, labs } = found;
  const benches = benchesOf(lesson.slug);
  const scenarioOf = (id: string): Scenario => {
    const scenario = [...scenarios, ...labs].find((one) => one.id === id);
    if (!scenario) throw new Error(`content/${lesson.slug}/lab.ts has no scenario "${id}"`);
    return scenario;
  };
  return [
    ...labs.map((lab): LoneFigure => {
      const scenario = statementOf(lab);
      return { lesson, kind: 'lab', id: lab.id, title: lab.title, scenario };
    }),
    ...scenarios.map((scenario): LoneFigure => {
      const { id, caption: title } = scenario;
      const bench = benches.get(id);
      return { lesson, kind: 'figure', id, title, scenario, ...(bench && { bench }) };
    }),
    ...predictions.map((prediction): LoneFigure => {
      const scenario = scenarioOf(prediction.scenario);
      return {
        lesson,
        kind: 'prediction',
        id: prediction.id,
        title: prediction.question,
        scenario,
        prediction,
      };
    }),
  ];
}

let loaded: readonly LoneFigure[] | undefined;

/** Labs, figures and predictions of all written lessons, each lesson's labs first. Read once for the life of the process. */
export function getFigures(): readonly LoneFigure[] {
  if (loaded) return loaded;
  const figures = getLessons()
    .filter(({ written }) => written)
    .flatMap(figuresOf);
  if (process.env.NODE_ENV !== 'development') loaded = figures;
  return figures;
}

export const getFigure = (lesson: string, id: string): LoneFigure | undefined =>
  getFigures().find((figure) => figure.lesson.slug === lesson && figure.id === id);

const between = '--';

interface Named {
  readonly lesson: Pick<Lesson, 'slug'>;
  readonly id: string;
}

/** What stands for a figure in the address of its page, `LESSON--LAB`. No lesson's slug has two hyphens side by side. */
export const pageIdOf = ({ lesson, id }: Named): string => `${lesson.slug}${between}${id}`;

export function figureOfPage(pageId: string): LoneFigure | undefined {
  return getFigures().find((figure) => pageIdOf(figure) === pageId);
}
