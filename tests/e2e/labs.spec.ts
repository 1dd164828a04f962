import http from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, test } from '@playwright/test';
import { fill } from '@/app/_ui/fill';
import { outlineWords } from '@/app/_ui/lab/outline-words';
import { loneWords } from '@/app/_ui/lone/words';
import { manifestWords } from '@/app/_ui/manifest/words';
import { futuresWords } from '@/app/_ui/timeline/futures-words';
import { embedWords } from '@/app/embed/words';
import examples from '@/content/examples';
import { nameOf } from '@/lib/cluster/keys';
import { allowedHands } from '@/lib/lab/allowed-hands';
import { createSession } from '@/lib/lab/create-session';
import { exampleScenario } from '@/lib/lab/examples';
import type { HandId } from '@/lib/lab/hands';
import { hasPrompt } from '@/lib/lab/has-prompt';
import type { Scenario } from '@/lib/lab/scenario';
import { type Locale, locales } from '@/lib/text';
import { content } from './content';
import { LabPage } from './lab-page';
import { browserLanguage, escaped, pattern } from './said';

const standard = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Somebody else's site: 127.0.0.1 is another site than localhost. */
let post = '';
const host = http.createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(post);
});
test.beforeAll(() => new Promise<void>((done) => void host.listen(0, '127.0.0.1', done)));
test.afterAll(() => void host.close());

const shown = (ms: number): number => Math.round(ms / 100) / 10;

/** The model's own run, beside which the page's is held. */
function model(scenario: Scenario) {
  const session = createSession(scenario);
  return {
    session,
    /** How many steps from 0 s on lead to another moment, and to which one. */
    steps: (unit: 'event' | 'reconcile' | 'change') => {
      session.seek(0);
      let steps = 0;
      do steps++;
      while (session.step(unit) && shown(session.nowMs) === 0 && steps < 60);
      return { steps, seconds: shown(session.nowMs) };
    },
    /** A moment, in whole seconds, at which a Pod is Ready and something can be done: in a lab not before it opens. */
    someReadyAt: () => {
      const fromMs = 'goals' in scenario ? Math.ceil(scenario.openAtMs / 1_000) * 1_000 : 0;
      for (let atMs = fromMs; atMs <= scenario.pauseAtMs; atMs += 1_000) {
        session.seek(atMs);
        if (session.view().pods.some(({ state }) => state === 'ready')) return atMs / 1_000;
      }
      throw new Error(`${scenario.id}: no Pod is Ready before its pause`);
    },
  };
}

type Model = ReturnType<typeof model>;

const allows = (scenario: Pick<Scenario, 'hands'>, id: HandId): boolean =>
  allowedHands([{ id, commands: [] }], scenario).length > 0;

/** Scrubs to a moment by the slider's own keys. */
async function goesTo(lab: LabPage, seconds: number) {
  await lab.on(lab.time, 'Home');
  await lab.isAt(0);
  for (let now = 0; now < seconds; ) {
    const by = seconds - now >= 5 ? 5 : 1;
    await lab.keys.press(by === 5 ? 'PageUp' : 'ArrowUp');
    now += by;
    await lab.isAt(now);
  }
}

async function playsAndSteps(lab: LabPage, { steps, session }: Model, { pauseAtMs }: Scenario) {
  const { keys, words } = lab;
  // An example that was just loaded has the focus already.
  if (!(await lab.box.evaluate((box) => box === document.activeElement))) await keys.tabTo(lab.box);
  await keys.isSeen();
  await keys.press(']');
  await expect(lab.segment(words.transport.speed, '4×')).toBeChecked();
  await keys.press('Space');
  await lab.passes(0.3);
  await keys.press('Space');
  await lab.isPaused();
  await keys.press('[', 2);
  await expect(lab.segment(words.transport.speed, '½×')).toBeChecked();

  for (const unit of ['event', 'reconcile', 'change'] as const) {
    const { steps: times, seconds } = steps(unit);
    await lab.on(lab.segment(words.transport.stepBy, words.transport[unit]));
    await expect(lab.segment(words.transport.stepBy, words.transport[unit])).toBeChecked();
    await lab.on(lab.box, 'Home');
    await lab.isAt(0);
    await keys.press('ArrowRight', times);
    await lab.isAt(seconds);
    await keys.press('ArrowLeft');
    await expect.poll(() => lab.seconds()).toBeLessThan(seconds);
  }

  await goesTo(lab, 7);
  session.seek(7_000);
  await lab.says(session.view().sentence);
  await keys.press('ArrowDown');
  await lab.isAt(6);
  await keys.press('PageDown');
  await lab.isAt(1);
  await keys.press('End');
  await expect.poll(() => lab.seconds()).toBeGreaterThanOrEqual(pauseAtMs / 1_000);
}

/** Opens a Pod in the scene: why it is so, its YAML, its Events, its machine. */
async function opens(lab: LabPage, seconds: number) {
  const { keys, panel } = lab;
  await goesTo(lab, seconds);
  const key = await lab.selects('Pod');
  await keys.press('y');
  await expect(lab.box.getByRole('heading', { name: `Pod ${nameOf(key)}` })).toBeVisible();
  await expect(lab.tab('yaml')).toHaveAttribute('aria-selected', 'true');
  await expect(panel).toContainText(`name: ${nameOf(key)}`);
  await lab.on(lab.tab('yaml'), 'ArrowRight');
  await expect(lab.tab('events')).toBeFocused();
  await expect(panel).toContainText('Scheduled');
  await keys.press('ArrowRight');
  await expect(lab.tab('machine')).toHaveAttribute('aria-selected', 'true');
  await expect(panel.locator('svg, ol').first()).toBeVisible();
  await keys.press('Home');
  const [yours = ''] = lab.words.why.command.split('{');
  await expect(panel.getByRole('listitem').last()).toContainText(yours.trim());
}

/** What the lab lets a reader do to the selected Pod, and how it shows that it was done. */
function deed(lab: LabPage, { hands }: Scenario, pod: string) {
  const ends = lab.pod(pod, { status: 'Terminating' });
  if (allows({ hands }, 'delete')) return { button: lab.hand('delete'), done: ends };
  if (hands.includes('deletePod')) return { button: lab.box.locator('[data-hand=deletePod]'), done: ends };
  return { button: lab.hand('failReadiness'), done: lab.hand('mendReadiness') };
}

/** Slows each start of the selected Pod, out of the menu, and takes it back: its label says so. */
async function slows(lab: LabPage, pod: string) {
  const { keys, inspector, locale } = lab;
  const entry = fill(inspector.hands.slowStart, { name: pod, value: 30 });
  const said = fill(outlineWords[locale].slowStart, { seconds: 30 });
  const slow = lab.scene.getByRole('button', { name: new RegExp(`${escaped(said)}$`) });
  await lab.on(lab.button(inspector.otherHands));
  const choice = lab.box.getByRole('menuitem', { name: entry, exact: true });
  await keys.downTo(choice);
  await expect(choice).toBeInViewport({ ratio: 1 });
  await keys.press('Enter');
  await expect(slow).toHaveAccessibleName(new RegExp(`^${pod}, `));
  await lab.on(lab.box, 'Control+z');
  await expect(slow).toHaveCount(0);
}

/** Does to a Pod what the lab allows, takes it back, does it again; fails a probe; slows its starts; cordons a node and cuts it off. */
async function breaks(lab: LabPage, scenario: Scenario, seconds: number) {
  const { keys } = lab;
  await goesTo(lab, seconds);
  const pod = nameOf(await lab.selects('Pod'));
  const { button, done } = deed(lab, scenario, pod);
  await lab.on(button);
  await expect(done).toBeVisible();
  await lab.on(lab.box, 'Control+z');
  await expect(done).toHaveCount(0);
  await keys.press('Control+Shift+z');
  await expect(done).toBeVisible();
  await keys.press('Control+z');
  await expect(done).toHaveCount(0);
  if (allows(scenario, 'failReadiness')) {
    await lab.on(lab.hand('failReadiness'));
    await expect(lab.hand('mendReadiness')).toBeVisible();
    await expect(async () => {
      await lab.on(lab.box, 'ArrowRight');
      await expect(lab.pod(pod, { ready: false })).toBeVisible({ timeout: 200 });
    }).toPass();
    await keys.press('Control+z');
    await expect(lab.hand('failReadiness')).toBeVisible();
  }
  if (allows(scenario, 'slowStart')) await slows(lab, pod);
  await lab.selects('Node');
  for (const [hand, back] of [
    ['cordon', 'uncordon'],
    ['silence', 'restore'],
  ] as const) {
    await expect(lab.hand(hand)).toHaveCount(allows(scenario, hand) ? 1 : 0);
    if (!allows(scenario, hand)) continue;
    await lab.on(lab.hand(hand));
    await expect(lab.hand(back)).toBeVisible();
    await lab.on(lab.box, 'Control+z');
    await expect(lab.hand(hand)).toBeVisible();
  }
}

/** Two futures, their first difference, and back to the one that was left. */
async function forks(lab: LabPage, scenario: Scenario, seconds: number) {
  const { keys, locale } = lab;
  const say = futuresWords[locale];
  const futures = lab.box.getByRole('list', { name: say.label, exact: true });
  const isIn = (name: string) =>
    expect(futures.getByRole('button', { name: say.here.replace('{name}', name) })).toBeVisible();
  await goesTo(lab, seconds);
  await keys.press('f');
  await isIn('B');
  const { button, done } = deed(lab, scenario, nameOf(await lab.selects('Pod')));
  await lab.on(button);
  await expect(done).toBeVisible();
  await lab.on(lab.box, 'ArrowRight');
  await lab.isPaused();
  await expect(lab.box.getByText(say.firstDifference.split('{')[0] ?? '').first()).toBeAttached();
  await lab.on(lab.box, 'a');
  await isIn('A');
  await expect(done).toHaveCount(0);
  await lab.on(futures.getByRole('button', { name: say.drop.replace('{name}', 'B') }));
  await expect(futures).toHaveCount(0);
}

async function typesKubectl(lab: LabPage, seconds: number) {
  const { keys, prompt, log } = lab;
  await goesTo(lab, seconds);
  const pod = nameOf(await lab.walkTo('Pod'));
  await lab.on(lab.box, '/');
  await expect(prompt).toBeFocused();
  await keys.isSeen();
  await lab.types('kubectl get pods');
  await expect(log).toContainText('RESTARTS');
  await expect(log).toContainText(pod);
  await lab.types('kubectl frobnicate');
  await expect(log).toContainText('unknown command "frobnicate"');
  await lab.page.keyboard.type('kubectl descr');
  await keys.press('Tab');
  await expect(prompt).toHaveValue(/^kubectl describe ?$/);
  await keys.press('Control+c');
  await expect(prompt).toHaveValue('');
  await keys.press('ArrowUp', 2);
  await expect(prompt).toHaveValue('kubectl get pods');
  await keys.press('Control+c');
  await keys.press('Escape');
  await expect(lab.box).toBeFocused();
}

/** A text that the API server refuses comes back with its words; one that it takes is applied. */
async function edits(lab: LabPage, { session }: Model, seconds: number) {
  const { page, keys, log, locale } = lab;
  session.seek(seconds * 1_000);
  const { kind, name, wants = 0 } = session.view().workloads[0] ?? {};
  // A plain field stands there until the editor is loaded.
  const editor = lab.box
    .getByRole('textbox', { name: pattern(manifestWords[locale].ofFile) })
    .and(page.locator('[contenteditable]'));
  const writes = async (from: string, to: string) => {
    await expect(editor).toBeFocused();
    await keys.press('Control+a');
    await keys.press('Control+c');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(from);
    await page.keyboard.insertText(text.replace(from, to));
    await keys.press('Control+Enter');
  };
  await goesTo(lab, seconds);
  await lab.runs(`kubectl edit ${kind} ${name}`);
  await writes(`replicas: ${wants}`, 'replicas: -1');
  await expect(editor).toContainText('spec.replicas: Invalid value: -1');
  await writes('replicas: -1', `replicas: ${wants + 1}`);
  await expect(log).toContainText(`/${name} edited`);
  await expect(lab.prompt).toBeFocused();
  await keys.press('Escape');
  await expect(lab.box).toBeFocused();
  // What was applied plays: a step stops it.
  await keys.press('ArrowRight');
  await lab.isPaused();
}

const manifest = (replicas: number) =>
  `apiVersion: apps/v1
kind: Deployment
metadata: {name: extra}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: extra}}
  template:
    metadata: {labels: {app: extra}}
    spec: {containers: [{name: app, image: app:v1}]}`;

/** A manifest that is refused says so at its line; mended it is applied. */
async function writesYaml(lab: LabPage) {
  const { page, keys, locale } = lab;
  const say = manifestWords[locale];
  const editor = lab.box
    .getByRole('textbox', { name: say.label, exact: true })
    .and(page.locator('[contenteditable]'));
  const applies = async (text: string) => {
    await editor.focus();
    await keys.press('Control+a');
    await page.keyboard.insertText(text);
    await keys.press('Control+Enter');
  };
  await lab.on(lab.box.locator('button[data-side=yaml]'));
  await applies(manifest(-1));
  const refused = lab.box.getByRole('alert').filter({ hasText: say.refusedOne });
  const [atLine = ''] = say.refusal.replace('{line}', '5').split('{');
  await expect(refused).toContainText(atLine.trim());
  await expect(refused).toContainText('spec.replicas: Invalid value: -1');
  await applies(manifest(1));
  await expect(lab.box.getByText(say.applied, { exact: true })).toBeVisible();
  await keys.press('Escape');
  await expect(lab.box).toBeFocused();
  await keys.press('ArrowRight');
  await lab.isPaused();
}

async function tellsAll(lab: LabPage) {
  const { keys, words } = lab;
  const tree = lab.box.getByRole('tree');
  await lab.on(lab.box, 'o');
  await expect(lab.button(words.tabs.outline)).toHaveAttribute('aria-expanded', 'true');
  await keys.tabTo(tree);
  await keys.press('ArrowDown');
  await keys.isSeen();
  await keys.press('End');
  await keys.press('ArrowLeft');
  await expect(tree.getByRole('treeitem').first()).toBeVisible();
  await lab.on(lab.box, 'o');
}

const sentenceIn = (figure: Locator): Locator => figure.locator('p:not([role=status])').first();

/** The link that the dialog copies opens the same moment of the same lab, on its page and in a page of somebody else. */
async function isShared(lab: LabPage, { widget, show, opened: { caption } }: Place, site: string) {
  const { page, keys, share, locale } = lab;
  const seconds = await lab.seconds();
  const sentence = (await sentenceIn(lab.box).textContent()) ?? '';
  await lab.on(page.getByRole('button', { name: share.open, exact: true }));
  const link = page.getByRole('textbox', { name: share.link, exact: true });
  await lab.on(page.getByRole('button', { name: share.copyLink, exact: true }));
  await expect(page.getByRole('status').filter({ hasText: share.copiedLink })).toBeVisible();
  const address = await link.inputValue();
  expect(address.length).toBeLessThanOrEqual(2_000);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await keys.press('Escape');

  const later = await page.context().newPage();
  await later.goto(address);
  const opened = new LabPage(later, locale, { caption });
  await opened.isAt(seconds);
  await expect(sentenceIn(opened.box)).toHaveText(sentence);

  const { hash } = new URL(address);
  post = `<!doctype html><title>Notes</title><a href="#before">before</a>
    <iframe src="${site}/embed/${widget}?locale=${locale}${hash}" title="Widget" width="900" height="200"></iframe>
    <script async src="${site}/embed.js"></script><a href="#after">after</a>`;
  await later.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/post`);
  const inside = later.frameLocator('iframe');
  await inside.getByRole('button', { name: embedWords[locale].show[show], exact: true }).press('Enter');
  const figure = inside.getByRole('figure', { name: caption[locale] });
  await expect(figure).toBeFocused();
  await expect(figure.getByRole('slider', { name: lab.words.score.label })).toHaveAttribute(
    'aria-valuenow',
    String(seconds),
  );
  await expect(sentenceIn(figure)).toHaveText(sentence);
  await later.keyboard.press('Escape');
  await expect(later.locator('iframe + span')).toBeFocused();
  await later.close();
}

/** For a reader who wants no movement, play is a row of steps: between two of them nothing moves. */
async function playsInSteps(lab: LabPage, { session, steps }: Model) {
  const { keys, words } = lab;
  await lab.page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.on(lab.segment(words.transport.stepBy, words.transport.change));
  const { seconds } = steps('change');
  session.seek(0);
  session.step('change');
  const first = shown(session.nowMs);
  await lab.on(lab.box, 'Home');
  await lab.isAt(0);
  await keys.press('Space');
  const seen = new Set<number>();
  await expect
    .poll(async () => {
      const now = await lab.seconds();
      seen.add(now);
      return now;
    })
    .toBeGreaterThanOrEqual(seconds);
  await keys.press('Space');
  expect([...seen].sort((a, b) => a - b)).toEqual([...new Set([0, first, seconds])]);
}

async function hasNoViolations(lab: LabPage, at: number) {
  const colorScheme = at % 2 === 0 ? 'light' : 'dark';
  await lab.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const { violations } = await new AxeBuilder({ page: lab.page }).withTags(standard).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  expect(told, colorScheme).toEqual([]);
}

interface Place {
  readonly scenario: Scenario;
  readonly page: string;
  /** `LESSON/LAB` of its widget, and the button before it. */
  readonly widget: string;
  readonly show: 'lab' | 'figure' | 'cluster';
  /** What a link to it shows. */
  readonly opened: Pick<Scenario, 'caption'>;
}

const [example] = examples;
const { fromLink } = loneWords.en.play;
const ownFigures = content.figures.filter(({ lesson }) => lesson === content.slug);
const places: readonly Place[] = [
  ...ownFigures.map(({ page, lesson, scenario }) => ({
    scenario,
    page: `/lab/${page}`,
    widget: `${lesson}/${scenario.id}`,
    show: 'goals' in scenario ? ('lab' as const) : ('figure' as const),
    opened: scenario,
  })),
  ...(example
    ? [
        {
          scenario: exampleScenario(example),
          page: '/play',
          widget: 'play/cluster',
          show: 'cluster' as const,
          opened: { caption: { en: fromLink, zh: loneWords.zh.play.fromLink } },
        },
      ]
    : []),
];

async function opensPlace(lab: LabPage, { scenario, page }: Place) {
  await lab.page.goto(`/${lab.locale}${page}`);
  const inPlay = examples.find(({ id }) => id === scenario.id);
  if (inPlay && page === '/play') {
    await expect(lab.page.getByRole('figure').first()).toHaveAttribute('data-live');
    await lab.on(lab.page.getByRole('button', { name: inPlay.title[lab.locale], exact: true }));
  }
  await lab.isAlive();
  await lab.isAt(shown(scenario.openAtMs));
}

/** Jumps to the pause, and stands there as the model does. */
async function comesToItsEnd(lab: LabPage, { pauseAtMs }: Scenario, { session }: Model) {
  await lab.on(lab.box, 'End');
  await lab.isAt(shown(pauseAtMs));
  session.seek(pauseAtMs);
  await lab.says(session.view().sentence);
}

const isFigure = ({ show }: Place) => show === 'figure';
// Figures are one component: the first in each language is taken apart, of the others is shown what is their own.
const takenApart = new Set(places.filter(isFigure).slice(0, locales.length));

for (const [at, place] of places.entries()) {
  const locale = locales[at % locales.length] as Locale;
  const { scenario } = place;

  test.describe(`On the whole screen, by keyboard alone, ${locale}`, () => {
    test.use({
      locale: browserLanguage[locale],
      viewport: { width: 1280, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });

    if (isFigure(place) && !takenApart.has(place)) {
      test(`${scenario.id} comes to its end and is shared`, async ({ page, baseURL }) => {
        const lab = new LabPage(page, locale, scenario);
        await opensPlace(lab, place);
        await comesToItsEnd(lab, scenario, model(scenario));
        await isShared(lab, place, String(baseURL));
      });
      return;
    }

    const title = isFigure(place)
      ? `${scenario.id} plays, is taken apart and shared`
      : `${scenario.id} plays, is taken apart, forked, asked, broken, told and shared`;
    test(title, async ({ page, baseURL }) => {
      test.slow();
      const lab = new LabPage(page, locale, scenario);
      const own = model(scenario);
      const readyAt = own.someReadyAt();
      await opensPlace(lab, place);
      await test.step('plays and steps', () => playsAndSteps(lab, own, scenario));
      await test.step('an object is opened', () => opens(lab, readyAt));
      if (!isFigure(place)) {
        await test.step('breaks', () => breaks(lab, scenario, readyAt));
        await test.step('forks', () => forks(lab, scenario, readyAt));
      }
      await expect(lab.prompt).toHaveCount(hasPrompt(scenario) ? 1 : 0);
      if (hasPrompt(scenario)) {
        await test.step('kubectl', () => typesKubectl(lab, readyAt));
        await test.step('kubectl edit', () => edits(lab, own, readyAt));
        await test.step('YAML', () => writesYaml(lab));
      }
      if (!isFigure(place)) await test.step('outline', () => tellsAll(lab));
      await test.step('shared', () => isShared(lab, place, String(baseURL)));
      if (isFigure(place)) return;
      await test.step('no movement', () => playsInSteps(lab, own));
      await test.step('axe', () => hasNoViolations(lab, at));
    });
  });
}

/** Of every other lesson its labs and its first figure: they are the same component, with another cluster in it. */
const others = content.figures.filter(
  ({ lesson, scenario }, at) =>
    lesson !== content.slug &&
    ('goals' in scenario ||
      content.figures.findIndex((one) => one.lesson === lesson && !('goals' in one.scenario)) === at),
);

for (const [at, { page: address, scenario }] of others.entries()) {
  const locale = locales[at % locales.length] as Locale;
  test(`${address} opens, plays to its end and says what the model says, ${locale}`, async ({ page }) => {
    const lab = new LabPage(page, locale, scenario);
    await page.goto(`/${locale}/lab/${address}`);
    await lab.isAlive();
    await lab.isAt(shown(scenario.openAtMs));
    await comesToItsEnd(lab, scenario, model(scenario));
  });
}

test.describe('Examples of the playground', () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test('each comes to stand as the model says', async ({ page }) => {
    test.slow();
    await page.goto('/en/play');
    await expect(page.getByRole('figure').first()).toHaveAttribute('data-live');
    for (const example of examples) {
      const scenario = exampleScenario(example);
      const lab = new LabPage(page, 'en', scenario);
      const { session } = model(scenario);
      session.seek(scenario.pauseAtMs);
      await test.step(example.id, async () => {
        await lab.on(page.getByRole('button', { name: example.title.en, exact: true }));
        await expect(lab.box).toBeFocused();
        await lab.isAt(shown(scenario.openAtMs));
        await lab.keys.press('End');
        await lab.isAt(shown(scenario.pauseAtMs));
        await lab.says(session.view().sentence);
      });
    }
  });
});
