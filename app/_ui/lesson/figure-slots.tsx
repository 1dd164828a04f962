import { LivingBench } from '@/app/_ui/bench/living';
import { fill } from '@/app/_ui/fill';
import type { Shared } from '@/app/_ui/lab/share-of';
import { quizWords } from '@/app/_ui/quiz/words';
import { words } from '@/app/_ui/words';
import { pageIdOf } from '@/lib/course/figures';
import { getLabs } from '@/lib/course/labs';
import { getPacketPaths, getPacketScenario } from '@/lib/course/packets';
import { outlineOf } from '@/lib/course/quiz';
import { benchKinds } from '@/lib/lab/bench-shown';
import { createSession } from '@/lib/lab/create-session';
import { type LabStatement, type LessonLabs, type Scenario, statementOf } from '@/lib/lab/scenario';
import type { Locale, Text } from '@/lib/text';
import { bind } from './bind';
import { LivingFigure, LivingPacket, LivingPrediction, LivingQuiz, LivingScale, LivingTask } from './living';
import pieces from './pieces.module.css';

interface Given {
  readonly slug: string;
  readonly locale: Locale;
  readonly labs: Omit<LessonLabs, 'labs'> & { readonly labs: readonly LabStatement[] };
}

interface Named {
  readonly id: string;
}

/** The entry with this id. Throws when there is none: the text names something that lab.ts does not have. */
function find<T extends Named>(slug: string, entries: readonly T[], id: string): T {
  const entry = entries.find((each) => each.id === id);
  if (!entry)
    throw new Error(
      `content/${slug}/lab.ts has no "${id}"; it has ${entries.map((each) => each.id).join(', ')}`,
    );
  return entry;
}

/** What a figure shows before its engine has come: made here, so that the page draws it without one. */
const firstOf = (scenario: Scenario | LabStatement) => createSession(scenario).view();

const scenarioOf = ({ slug, labs }: Given, id: string) => find(slug, [...labs.scenarios, ...labs.labs], id);

/** Where a figure of this lesson stands alone. */
const sharedOf = (slug: string, id: string, title: Text): Shared => ({
  title,
  path: `/lab/${pageIdOf({ lesson: { slug }, id })}`,
  widget: { lesson: slug, lab: id },
});

function Figure({
  scenario: id,
  number,
  ...given
}: Given & { readonly scenario: string; readonly number?: string }) {
  const scenario = scenarioOf(given, id);
  const { slug, locale } = given;
  const share = sharedOf(slug, id, scenario.caption);
  return <LivingFigure {...{ scenario, number, share, locale }} first={firstOf(scenario)} />;
}

function Predict({ id, number, ...given }: Given & { readonly id: string; readonly number?: string }) {
  const prediction = find(given.slug, given.labs.predictions, id);
  const scenario = scenarioOf(given, prediction.scenario);
  const first = firstOf(scenario);
  const { slug, locale } = given;
  // The question needs its lesson around it: what is shared is the figure that answers it.
  const share = sharedOf(slug, scenario.id, scenario.caption);
  return <LivingPrediction {...{ prediction, scenario, locale, first, share }} {...(number && { number })} />;
}

function LabTask({ id, number, ...given }: Given & { readonly id: string; readonly number?: string }) {
  const { slug, locale, labs } = given;
  const lab = find(slug, labs.labs, id);
  const share = sharedOf(slug, lab.id, lab.title);
  return (
    <LivingTask {...{ lab, locale, share }} first={firstOf(lab)} lesson={slug} {...(number && { number })} />
  );
}

/** A bench of a kind over a scenario of lab.ts. Throws for a kind that is not there. */
function Bench({
  kind: named,
  scenario: id,
  number,
  ...given
}: Given & { readonly kind: string; readonly scenario: string; readonly number?: string }) {
  const { slug, locale } = given;
  const kind = benchKinds.find((one) => one === named);
  if (!kind) throw new Error(`no bench "${named}"; there are ${benchKinds.join(', ')}`);
  const scenario = scenarioOf(given, id);
  const share = sharedOf(slug, id, scenario.caption);
  return <LivingBench {...{ kind, scenario, locale, share, number }} first={firstOf(scenario)} />;
}

/** On paper a quiz is where it is to be found: it is judged on the server. */
function Quiz({ slug, locale }: Given) {
  const address = `/${locale}/learn/${slug}#quiz`;
  return (
    <>
      <p className={pieces.printed}>
        {fill(words[locale].lesson.quizOnPaper, { n: outlineOf(slug).length, address })}
      </p>
      <LivingQuiz lesson={slug} locale={locale} words={quizWords[locale]} />
    </>
  );
}

/** A way of a packet. Throws for a path that is not there: the text names something that content/packets does not have. */
function Packet({ path, number, locale }: Given & { readonly path: string; readonly number?: string }) {
  const scenario = getPacketScenario(path);
  if (!scenario) {
    const ids = getPacketPaths().map(({ id }) => id);
    throw new Error(`content/packets has no path "${path}"; it has ${ids.join(', ')}`);
  }
  return <LivingPacket {...{ scenario, locale, number }} />;
}

/** What rules cost as Services become many: the same figure in every lesson. */
const Scale = ({ number, locale }: Given & { readonly number?: string }) => (
  <LivingScale {...{ locale, number }} />
);

/** The living parts that a lesson's text may name, with the data that its lab.ts holds for them. */
export function figureSlots(slug: string, locale: Locale) {
  const {
    scenarios,
    predictions,
    labs: withKeys,
  } = getLabs(slug) ?? { scenarios: [], predictions: [], labs: [] };
  const labs = { scenarios, predictions, labs: withKeys.map(statementOf) };
  const given: Given = { slug, locale, labs };
  return {
    Figure: bind(Figure, given),
    Predict: bind(Predict, given),
    LabTask: bind(LabTask, given),
    Packet: bind(Packet, given),
    Scale: bind(Scale, given),
    Bench: bind(Bench, given),
    Quiz: bind(Quiz, given),
  };
}
