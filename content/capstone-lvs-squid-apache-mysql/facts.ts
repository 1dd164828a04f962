import { defineFacts } from '@/lib/course/fact';
import type { Condition } from '@/lib/lab/condition';

const page: Condition = {
  way: { from: 'outside', through: ['squid:80', 'apache:80', 'mysql:3306'] },
  is: true,
};
/** MySQL has been put on a node a second time: the first one is gone. */
const isReplaced: Condition = {
  count: {
    kind: 'Event',
    where: {
      all: [
        { path: 'reason', equals: 'Scheduled' },
        { path: 'involvedObject.name', equals: 'mysql-0' },
      ],
    },
  },
  what: { en: 'times that mysql-0 got a node', zh: 'mysql-0 得到节点的次数' },
  atLeast: 2,
};
const whole = { fromMs: 0, untilMs: 110_000 };
const apaches = (ready: boolean) => ({
  kind: 'Pod',
  where: { all: [{ selectedBy: { matchLabels: { app: 'apache' } } }, { ready }] },
});

/** By the clock of each figure: the first page, MySQL's return, the page after that, and how the Apaches stood meanwhile. */
const of = (scenario: string) => {
  const run = { scenario };
  return [
    { id: `${scenario}-first`, run, reads: { first: page, ...whole } },
    { id: `${scenario}-again`, run, reads: { first: { all: [isReplaced, page] } as Condition, ...whole } },
    { id: `${scenario}-ready`, run, reads: { count: apaches(true), atMs: 78_000 } },
  ];
};

export default defineFacts([
  ...of('at-once'),
  ...of('retry'),
  ...of('wait'),
  ...of('by-hand'),
  {
    id: 'mysql-ready',
    run: { scenario: 'at-once' },
    reads: { first: { pod: 'mysql-0', ready: true }, ...whole },
  },
]);
