import type { FakeItem } from './fake-quiz-server';

export const single: FakeItem = {
  id: 'delete-the-set',
  kind: 'single',
  question:
    '`web` has three replicas and the policy OrderedReady. You run `kubectl delete statefulset web`. In which order do its Pods go?',
  options: [
    {
      text: 'In no promised order: all are marked for deletion at once',
      right: true,
      because: 'The garbage collector marks each Pod that the set owned; none waits for another.',
    },
    {
      text: 'web-2, then web-1, then web-0: each when the one before is gone',
      because: 'That is the order of scaling down. Deleting the object asks for something else.',
    },
    {
      text: 'web-0, then web-1, then web-2: as they were made',
      because: 'No controller takes Pods away in the order in which they were made.',
    },
  ],
  hints: ['Who still acts for the set once its object is gone?', 'Look for the owner of the Pods.'],
  explanation:
    'Order is promised for scaling down. If the order matters to you, scale to 0 first and delete the empty set.',
};

export const multiple: FakeItem = {
  id: 'what-stays',
  kind: 'multiple',
  question: 'web-1 is deleted and made again. What is the same as before?',
  options: [
    { text: 'its name', right: true, because: 'The name is made of the set and the ordinal.' },
    { text: 'its IP address', because: 'A new Pod gets a new address.' },
    { text: 'its claim `data-web-1`', right: true, because: 'Claims outlive Pods.' },
  ],
  explanation: 'Identity is the ordinal and what is named after it.',
};

export const order: FakeItem = {
  id: 'update-in-order',
  kind: 'order',
  question:
    'web has two replicas. Its image changes from `db:v1` to `db:v2`. Put what happens in order, the earliest on top.',
  options: [
    { text: 'web-1 is marked for deletion', glyph: 'marked' },
    { text: 'the old web-1 is gone', glyph: 'gone' },
    { text: 'web-1 is created from `db:v2`', glyph: 'created' },
    { text: 'web-1 is Ready', glyph: 'ready' },
    { text: 'web-0 is marked for deletion', glyph: 'marked' },
  ],
  hints: ['The highest ordinal is first.'],
  explanation: 'The controller goes on only when the Pod that it replaced is Ready.',
};
