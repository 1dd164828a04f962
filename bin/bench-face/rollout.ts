import type { Page } from '@playwright/test';
import { labWords } from '../../app/_ui/lab/words';
import type { Command } from '../../lib/cluster/command';
import { linkOf } from '../../lib/lab/link';
import type { Site } from './site';
import { type Frames, framesIn, marks, traceCategories } from './trace';

/** Of one Deployment; there are as many as the Pods need. */
const replicas = 100;
const podsOnNode = 20;
/** All Pods are Ready by then, and new images are set, ms of the model. */
const beginsAtMs = 20_000;
/** How long the reader watches, and how long a cluster may take to open, ms. */
const watchedMs = 6_000;
const openLimitMs = 120_000;

const names = (count: number, name: string) => Array.from({ length: count }, (_, n) => `${name}-${n + 1}`);

const deployment = (name: string, image: string): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'app', image, command: ['/app', 'graceful', '1'] }] },
      },
    },
  },
});

/** A cluster of so many Pods in which all Deployments begin to roll out a new image, as a link of the playground. */
export function rolloutLink(pods: number): string {
  const deployments = names(pods / replicas, 'web');
  const all = (atMs: number, image: string) =>
    deployments.map((name) => ({ atMs, command: deployment(name, image) }));
  return linkOf({
    scenario: { seed: 1, nodes: names(pods / podsOnNode, 'node'), commands: all(0, 'app:v1') },
    state: {
      nowMs: beginsAtMs,
      here: 'A',
      futures: [{ name: 'A', commands: all(beginsAtMs, 'app:v2') }],
    },
  });
}

export interface Watched extends Frames {
  /** From opening the link until its cluster stands on the screen. */
  readonly openMs: number;
  /** How much of the model's time went by. */
  readonly playedMs: number;
}

/** Opens the cluster in the playground, plays at the speed of life, and reads Chromium's own trace of it. */
export async function watchRollout({ browser, address }: Site, pods: number): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    const began = Date.now();
    await page.goto(`${address}/en/play#${rolloutLink(pods)}`);
    await page
      .locator(`[role=slider][aria-label="${labWords.en.score.label}"][aria-valuenow="${beginsAtMs / 1000}"]`)
      .waitFor({ timeout: openLimitMs });
    const openMs = Date.now() - began;
    await page.locator('figure[data-live]').focus();
    await page.waitForTimeout(1_000);
    const from = await secondsShown(page);
    await browser.startTracing(page, { categories: traceCategories });
    await page.keyboard.press('Space');
    await page.evaluate((name) => performance.mark(name), marks.begin);
    await page.waitForTimeout(watchedMs);
    await page.evaluate((name) => performance.mark(name), marks.end);
    const to = await secondsShown(page);
    const trace = await browser.stopTracing();
    return { openMs, playedMs: (to - from) * 1000, ...framesIn(trace.toString('utf8')) };
  } finally {
    await page.close();
  }
}

const secondsShown = async (page: Page): Promise<number> =>
  Number(await page.locator('figure [role=slider]').first().getAttribute('aria-valuenow'));
