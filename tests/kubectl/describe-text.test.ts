import { describe, expect, it } from 'vitest';
import type { Container } from '@/lib/cluster/objects';
import { amountsOf, amountText } from '@/lib/kubectl/describe/amounts';
import { eventTable } from '@/lib/kubectl/describe/events';
import { labelFor } from '@/lib/kubectl/describe/generic';
import { annotations, spreadConstraints, taints, tolerations } from '@/lib/kubectl/describe/lists';
import { Page } from '@/lib/kubectl/describe/page';
import { tabbed } from '@/lib/kubectl/describe/tabwriter';
import { podTemplateText } from '@/lib/kubectl/describe/template';
import { dateText, goText, quantityText } from '@/lib/kubectl/describe/values';
import { podOf } from './prompt';

const linesOf = (write: (page: Page) => void): string[] => {
  const page = Page.blank();
  write(page);
  return page.lines;
};

describe('columns', () => {
  it.each([
    ['are two blanks wider than the longest cell that a tab ends', 'a\tb\nccc\td\n', ['a    b', 'ccc  d']],
    ['do not count what no tab ends', 'a\tb\nlonger than all\nc\td\n', ['a  b', 'longer than all', 'c  d']],
    ['end with a line that does not have them', 'a\tb\n\nccc\td\n', ['a  b', '', 'ccc  d']],
    ['go on in the lines around, each by itself', 'a\tbb\tc\nddd\te\n', ['a    bb  c', 'ddd  e']],
    ['may be empty', 'a\t\tb\n', ['a    b']],
    ['fill up before what is empty', 'IP:\t\nNode:\tx\n', ['IP:    ', 'Node:  x']],
    ['count signs, not bytes', 'é😀\tb\nccc\td\n', ['é😀   b', 'ccc  d']],
    ['begin anew after a form feed', 'long cell\tb\fa\tb\n', ['long cell  b', 'a  b']],
    ['of nothing are none', '', []],
  ])('%s', (_, text, lines) => {
    expect(tabbed(text)).toEqual(lines);
  });
});

describe('a page', () => {
  it('begins its columns anew after a flush', () => {
    const lines = linesOf((page) => {
      page.field(0, 'A long title', 1);
      page.flush();
      page.field(0, 'A', 2);
    });
    expect(lines).toEqual(['A long title:  1', 'A:  2']);
  });

  it('that is nested indents every part, also in the middle of a line, as the real one does', () => {
    const lines = linesOf((page) => {
      page.nested(2).write(0, 'Labels:\t');
      page.nested(2).end('<none>');
    });
    expect(lines).toEqual(['    Labels:      <none>']);
  });
});

describe('values', () => {
  it.each([
    ['2026-01-01T00:00:05Z', 'Thu, 01 Jan 2026 00:00:05 +0000'],
    ['2026-02-28T23:59:59Z', 'Sat, 28 Feb 2026 23:59:59 +0000'],
    ['2026-12-06T09:08:07Z', 'Sun, 06 Dec 2026 09:08:07 +0000'],
    [undefined, 'Mon, 01 Jan 0001 00:00:00 +0000'],
  ])('the moment %s is %s', (timestamp, text) => {
    expect(dateText(timestamp)).toBe(text);
  });

  it.each([
    ['0.5', '500m'],
    ['1024Mi', '1Gi'],
    [undefined, '0'],
  ])('the quantity %s is %s', (typed, text) => {
    expect(quantityText(typed)).toBe(text);
  });

  it('of any form are as Go prints them', () => {
    expect(goText([1, 'a', { b: null, a: true }])).toBe('[1 a map[a:true b:<nil>]]');
  });

  it.each([
    ['apiVersion', 'API Version'],
    ['uid', 'UID'],
    ['resourceVersion', 'Resource Version'],
    ['podCIDR', 'Pod CIDR'],
    ['podIPs', 'Pod I Ps'],
    ['pod-template-hash', 'Pod - Template - Hash'],
    ['$patch', '$patch'],
    ['app.kubernetes.io/name', 'app.kubernetes.io/name'],
    ['v2', 'v2'],
    ['App', 'App'],
    ['', ''],
  ])('the field %s is called %s', (field, label) => {
    expect(labelFor(field)).toBe(label);
  });
});

describe('lists', () => {
  it('of annotations leave out what apply notes, and give a long or broken one lines of its own', () => {
    const lines = linesOf((page) =>
      annotations(page, 'Annotations', {
        'kubectl.kubernetes.io/last-applied-configuration': '{}',
        short: 'x\n',
        long: 'y'.repeat(140),
        broken: 'a\nb',
      }),
    );
    expect(lines).toEqual([
      'Annotations:  broken:',
      '                a',
      '                b',
      '              long:',
      `                ${'y'.repeat(138)}...`,
      '              short: x',
    ]);
    const only = { 'kubectl.kubernetes.io/last-applied-configuration': '{}' };
    expect(linesOf((page) => annotations(page, 'Annotations', only))).toEqual(['Annotations:  <none>']);
  });

  it('of tolerations are by key', () => {
    expect(
      linesOf((page) =>
        tolerations(page, 'Tolerations', [
          { key: 'z', operator: 'Equal', value: 'v', effect: 'NoExecute', tolerationSeconds: 0 },
          { key: 'a', operator: 'Exists' },
          { operator: 'Exists' },
          { operator: 'Exists', effect: 'NoSchedule' },
        ]),
      ),
    ).toEqual([
      'Tolerations:  op=Exists',
      '              :NoSchedule op=Exists',
      '              a op=Exists',
      '              z=v:NoExecute for 0s',
    ]);
  });

  it('of taints are by effect, then by key', () => {
    expect(
      linesOf((page) =>
        taints(page, 'Taints', [
          { key: 'b', effect: 'NoSchedule' },
          { key: 'a', value: 'v', effect: 'NoSchedule' },
          { key: 'c', effect: 'NoExecute' },
        ]),
      ),
    ).toEqual(['Taints:  c:NoExecute', '         a=v:NoSchedule', '         b:NoSchedule']);
  });

  it('of topology spread constraints are by topology key', () => {
    expect(
      linesOf((page) =>
        spreadConstraints(page, [
          { topologyKey: 'zone', maxSkew: 2, whenUnsatisfiable: 'DoNotSchedule' },
          {
            topologyKey: 'host',
            maxSkew: 1,
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: { app: 'web' } },
          },
        ]),
      ),
    ).toEqual([
      'Topology Spread Constraints:  host:ScheduleAnyway when max skew 1 is exceeded for selector app=web',
      '                              zone:DoNotSchedule when max skew 2 is exceeded',
    ]);
  });
});

const container: Container = { name: 'app', image: 'app:v1' };

describe('what the Pods of a node ask for', () => {
  const total = (spec: object, side: 'requests' | 'limits') =>
    Object.fromEntries(
      [...amountsOf({ ...podOf('p', spec), status: {} } as never, side)].map(([name, one]) => [
        name,
        amountText(one),
      ]),
    );
  const asking = (cpu: string, memory: string, more: object = {}) => ({
    ...container,
    resources: { requests: { cpu, memory } },
    ...more,
  });

  it('is added up in the writing of the first', () => {
    const spec = { containers: [asking('250m', '64Mi'), asking('750m', '64M')] };
    expect(total(spec, 'requests')).toEqual({ cpu: '1', memory: '128036Ki' });
    expect(total({ containers: [asking('1', '64Mi'), asking('1', '192Mi')] }, 'requests')).toEqual({
      cpu: '2',
      memory: '256Mi',
    });
  });

  it('is what the largest init container asks for if that is more, sidecars count beside', () => {
    const spec = {
      initContainers: [
        asking('100m', '10Mi', { restartPolicy: 'Always' }),
        asking('2', '10Mi'),
        asking('1', '1Gi'),
      ],
      containers: [asking('500m', '100Mi')],
    };
    expect(total(spec, 'requests')).toEqual({ cpu: '2100m', memory: '1034Mi' });
  });

  it('is what is said for the whole Pod, with the overhead, which has no limit where there is none', () => {
    const spec = {
      containers: [asking('500m', '100Mi')],
      resources: { requests: { cpu: '3' }, limits: { cpu: '4' } },
      overhead: { cpu: '1', memory: '1Mi' },
    };
    expect(total(spec, 'requests')).toEqual({ cpu: '4', memory: '101Mi' });
    expect(total(spec, 'limits')).toEqual({ cpu: '5' });
  });
});

describe('the table of Events', () => {
  const eventOf = (reason: string, by: string, at: number, more: object = {}) => ({
    apiVersion: 'v1',
    kind: 'Event' as const,
    metadata: { name: reason, uid: reason, resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' },
    type: 'Normal' as const,
    reason,
    message: ` ${reason} \n`,
    involvedObject: { kind: 'Pod', name: 'p', uid: 'u' },
    reportingComponent: by,
    count: 1,
    firstTimestamp: '2026-01-01T00:00:00Z',
    lastTimestamp: `2026-01-01T00:00:0${at}Z`,
    ...more,
  });

  it('is by the moment of the last time; those of one moment as they came', () => {
    const events = [
      eventOf('Late', 'kubelet', 9, { count: 3 }),
      eventOf('B', 'kubelet', 1),
      eventOf('A', 'kubelet', 1, { involvedObject: { kind: 'Pod', name: 'p', uid: 'u', fieldPath: 'spec' } }),
      eventOf('Scheduled', 'default-scheduler', 9),
    ];
    expect(linesOf((page) => eventTable(page, events, 10_000))).toEqual([
      'Events:',
      '  Type    Reason     Age               From               Message',
      '  ----    ------     ----              ----               -------',
      '  Normal  Scheduled  10s               default-scheduler  Scheduled',
      '  Normal  B          10s               kubelet            B',
      '  Normal  A          10s               kubelet            spec: A',
      '  Normal  Late       1s (x3 over 10s)  kubelet            Late',
    ]);
  });

  it('says when there are none', () => {
    expect(linesOf((page) => eventTable(page, [], 0))).toEqual(['Events:  <none>']);
  });
});

it('writes a template with the tabs in it, as rollout history does', () => {
  expect(
    podTemplateText({ metadata: { labels: { b: '2', a: '1' } }, spec: { containers: [container] } }),
  ).toBe(
    [
      'Pod Template:',
      '  Labels:\ta=1',
      '\tb=2',
      '  Containers:',
      '   app:',
      '    Image:\tapp:v1',
      '    Port:\t<none>',
      '    Host Port:\t<none>',
      '    Environment:\t<none>',
      '    Mounts:\t<none>',
      '  Volumes:\t<none>',
      '  Node-Selectors:\t<none>',
      '  Tolerations:\t<none>',
      '',
    ].join('\n'),
  );
});
