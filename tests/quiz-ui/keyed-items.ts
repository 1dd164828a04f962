import type { HotspotItem, Item, LabItem, MatchItem, NumericItem, YamlItem } from '@/lib/quiz/item';
import type { Text } from '@/lib/text';

/** Stands in every text that may not be seen before an answer. */
export const canary = 'seen-after-the-answer';

const said = (en: string): Text => ({ en, zh: `${en}（中文）` });
const kept = (en: string): Text => said(`${canary}: ${en}`);

const base = (
  id: string,
  question: string,
): Pick<Item, 'id' | 'concept' | 'claims' | 'question' | 'hints' | 'explanation'> => ({
  id,
  concept: 'test',
  claims: [],
  question: said(question),
  hints: [said(`a hint for ${id}`)],
  explanation: kept(`the explanation of ${id}`),
});

/** More choices than are shown as lines. */
export const phases: MatchItem = {
  ...base('phases', 'Which phase does each Pod have?'),
  kind: 'match',
  choices: ['Pending', 'Running', 'Succeeded', 'Failed'].map((en) => ({
    id: en.toLowerCase(),
    text: said(en),
  })),
  stems: [
    { text: said('`web-0` exits with 0'), choice: 'succeeded', because: kept('all exited with 0') },
    { text: said('`web-1` exits with 1'), choice: 'failed', because: kept('one exited with 1') },
  ],
};

export const policies: MatchItem = {
  ...base('policies', 'Which policy is it?'),
  kind: 'match',
  choices: ['Always', 'Never'].map((en) => ({ id: en.toLowerCase(), text: said(en) })),
  stems: [
    { text: said('it is restarted'), choice: 'always', because: kept('that is Always') },
    { text: said('it stays ended'), choice: 'never', because: kept('that is Never') },
  ],
};

export const seconds: NumericItem = {
  ...base('seconds', 'After how many seconds is it gone?'),
  kind: 'numeric',
  answer: 731,
  tolerance: { by: 'nominal', t: 2 },
  units: [
    { name: 's', times: 1 },
    { name: 'min', times: 60 },
  ],
  because: kept('the grace period is 731 s'),
  wrong: [{ answer: 30, because: kept('30 s is the default, and it is not used here') }],
};

export const service: YamlItem = {
  ...base('service', 'Let the Service find its Pods.'),
  kind: 'yaml',
  source: [
    'kind: Service',
    'metadata: {name: web}',
    'spec:',
    '  ___:',
    '    app: web',
    '  ports:',
    '  - port: 80',
    '    targetPort: ___',
    '',
  ].join('\n'),
  blanks: [
    { text: 'selector', because: kept('a Service selects by labels') },
    {
      text: '8080',
      path: 'spec.ports.0.targetPort',
      because: kept('the container listens on 8080'),
      wrong: [{ value: 80, because: kept('80 is the port of the Service') }],
    },
  ],
};

/** One fault in a text; the line above it is near. */
export const fault: HotspotItem = {
  ...base('fault', 'Which line keeps the Pod Pending?'),
  kind: 'hotspot',
  source: [
    'spec:',
    '  resources:',
    '    requests:',
    '      cpu: 400',
    '  image: db:v1',
    '  restartPolicy: Never',
  ].join('\n'),
  regions: [
    {
      text: said('the container’s image'),
      lines: [5, 5],
      points: 0,
      because: kept('an image is pulled on a node'),
    },
    { text: said('its requests'), lines: [2, 3], points: 0.5, because: kept('the requests hold the fault') },
    { text: said('the CPU asked for'), lines: [4, 4], points: 1, because: kept('400 CPUs fit no node') },
  ],
};

/** Two of three names are right. */
export const makers: HotspotItem = {
  ...base('makers', 'Which of them make Pods?'),
  kind: 'hotspot',
  regions: ['ReplicaSet', 'Job', 'Service'].map((en) => ({
    text: said(en),
    points: en === 'Service' ? 0 : 1,
    because: kept(`of ${en}`),
  })),
};

export const drain: LabItem = {
  ...base('drain', 'Drain the node.'),
  kind: 'lab',
  lab: 'drain-it',
  goals: [{ id: 'empty', text: said('the node is empty') }],
};
