import { type FuturesWords, kubectlStates } from './futures-words';

export const en: FuturesWords = {
  label: 'Futures',
  forkAt: 'fork at {seconds} s',
  youAreIn: 'you are in {name}',
  sameMoment: '{name}, at the same moment',
  noCommand: 'no command',
  firstDifference: 'first difference, {seconds} s',
  differs: '{object}: {left} | {right}',
  fieldDiffers: '{object}: {field} differs',
  onlyIn: '{object}: only in {name}',
  moreDiffer: '+{count}',
  noLonger: 'the same again now',
  moreLanes: '{count} more Pods, not drawn',
  goTo: 'Go to {name}',
  here: 'You are in {name}',
  drop: 'Drop {name}',
  notThere: 'not there',
  states: {
    ...kubectlStates,
    reserved: 'not there',
    notReady: 'Running, not Ready',
    partlyReady: 'Running, partly Ready',
    imageError: 'cannot start',
  },
};
