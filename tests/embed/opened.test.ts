import { describe, expect, it } from 'vitest';
import { clusterOfExample, clusterOfLink, emptyCluster, startOf } from '@/app/_ui/lone/cluster';
import { longestLink } from '@/app/_ui/lone/moment';
import { openedBy } from '@/app/_ui/lone/opened';
import { getExamples } from '@/lib/course/examples';
import { getFigures } from '@/lib/course/figures';
import { createSession } from '@/lib/lab/create-session';
import { type LabLink, linkOf } from '@/lib/lab/link';

const any = () => true;
const isCluster = ({ scenario }: LabLink) => typeof scenario !== 'string';

/** Made on 25 November 2026, at 24 s of the lab "free-the-rollout". It must open for ever. */
const firstLink = '#1PYiOYiHQiMxyMplFp0NEJORvNhsN51OgiFgiig6GQ0GEcixogYiIMVgsDLZbkMVNx1iAslUslxsFgwFhbLs2Po';

describe('what an address brings along', () => {
  it('is nothing without anything behind #, and with what WordPress writes there', () => {
    for (const hash of ['', '#', '#?secret=AbC123xyz0'])
      expect(openedBy(hash, any), hash).toEqual({ kind: 'nothing' });
  });

  it.each([
    '#x',
    '#order',
    '#1',
    '#1!!',
    '#0abc',
    `#1${'A'.repeat(5_000)}`,
    '#1PYiOYiHQi',
    '#%00',
    '#__proto__',
  ])('is refused with a reason when it is junk: %s', (hash) => {
    expect(openedBy(hash, any)).toEqual({ kind: 'refused', why: 'damaged' });
  });

  it('says so when a newer page made it', () => {
    expect(openedBy('#2abc', any)).toEqual({ kind: 'refused', why: 'newerVersion' });
  });

  it('opens the first link that was ever made, also behind which WordPress wrote its secret', () => {
    for (const hash of [firstLink, `${firstLink}?secret=AbC123xyz0`])
      expect(openedBy(hash, any)).toMatchObject({
        kind: 'link',
        link: { scenario: 'free-the-rollout', state: { nowMs: 24_000, here: 'A' } },
      });
  });

  it('is refused on the page of another lab', () => {
    expect(openedBy(firstLink, isCluster)).toEqual({ kind: 'refused', why: 'otherLab' });
  });
});

describe('a link to a cluster of the playground', () => {
  it('opens an empty cluster with as many nodes', () => {
    const { scenario } = emptyCluster(50, 'en');
    const state = createSession(scenario).state();
    const opened = openedBy(`#${linkOf({ scenario: startOf(scenario), state })}`, isCluster);
    if (opened.kind !== 'link') throw new Error(opened.kind);
    expect(clusterOfLink(opened.link, 'en').scenario.nodes).toEqual(scenario.nodes);
  });

  it.each(getExamples())('holds all of $id, so that it opens when the example is another one', (example) => {
    const { scenario } = clusterOfExample(example);
    const state = {
      nowMs: example.openAtMs,
      here: 'A',
      futures: [{ name: 'A', commands: [] }],
    } as const;
    const hash = `#${linkOf({ scenario: startOf(scenario), state })}`;
    expect(hash.length).toBeLessThanOrEqual(longestLink.cluster);
    const opened = openedBy(hash, isCluster);
    if (opened.kind !== 'link') throw new Error(JSON.stringify(opened));
    expect(clusterOfLink(opened.link, 'en').scenario.commands).toEqual(scenario.commands);
  });
});

describe('a lab’s or a figure’s link', () => {
  it.each(getFigures())('at its beginning is short enough for any message: $id', ({ scenario }) => {
    const session = createSession(scenario);
    const hash = `#${linkOf({ scenario: scenario.id, state: session.state() })}`;
    expect(hash.length).toBeLessThanOrEqual(longestLink.lab);
  });

  it('names each figure of a lesson by an id that no other has', () => {
    const names = getFigures().map(({ lesson, id }) => `${lesson.slug}--${id}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { lesson, id } of getFigures()) expect(`${lesson.slug} ${id}`).not.toContain('--');
  });
});
