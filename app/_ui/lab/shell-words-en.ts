import type { ShellKeys } from './shell-words';

export const en = {
  failed: 'The cluster of this figure has stopped.',
  failedNote: 'What you did is kept in this page. A new cluster does it again, command by command.',
  startAgain: 'Start again',
  commit: 'Predict this',
  fork: 'Fork here',
  goals: 'Goals',
  objects: 'Objects',
  yaml: 'Write YAML',
  text: 'Lab text',
  terminal: 'kubectl',
  network: 'Network',
  stage: 'What is shown of the cluster',
  tabs: 'Beside the scene',
  sideDivider: 'Width of the column at the right',
  goalsDivider: 'Width of the column at the left',
  scoreDivider: 'Height of the score',
  promptDivider: 'Width of kubectl',
};

export const keys: ShellKeys = [
  ['F', 'fork here'],
  ['A D', 'go to a future, A to D'],
  ['/', 'kubectl'],
  ['Y', 'YAML'],
  ['M', 'machine'],
];
