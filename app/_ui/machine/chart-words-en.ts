import type { ChartWords } from './chart-words';

export const en: ChartWords = {
  label: 'Statechart of {name}',
  now: 'now in {state}',
  anyState: 'in any state',
  everyState: 'every state',
  everyBut: 'every state but {names}',
  mostStates: 'most states',
  list: 'As a list',
  begins: 'begins here',
  ends: 'ends here',
  current: 'now',
  after: 'on {event}',
  otherwise: 'otherwise',
  atOnce: 'at once',
  leadsTo: 'to {state}',
  unnamed: 'a Pod',
};
