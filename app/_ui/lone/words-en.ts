import type { LoneWords } from './words';

export const en: LoneWords = {
  refused: {
    damaged: 'This link can’t be opened: it is cut short, or something in it was changed.',
    newerVersion:
      'This link was made by a newer Podium than this page. Load the page again, then open the link.',
    tooMuch:
      'This link asks for more than a figure here can hold: more than 2,000 Pods, 500 commands or 50 nodes.',
    otherLab: 'This link belongs to another lab. It opens on that lab’s page.',
  },
  insteadLab: 'Below is the lab from its beginning.',
  insteadBench: 'Below is the bench as it begins.',
  insteadCluster: 'Below is an empty cluster instead.',
  lab: {
    lab: 'Lab: {title}',
    figure: 'Figure: {title}',
    lesson: 'Lesson {n}',
    goals: 'Goals {n} of {of}',
    side: 'Task, goals and hints',
  },
  play: {
    title: 'A cluster without a lesson',
    lead: 'It begins empty. Type kubectl, write YAML, break what you like; every moment can be wound back, and has a link.',
    empty: 'An empty cluster of {nodes} nodes. Load an example or write `kubectl create deployment`.',
    emptyOne: 'An empty cluster of one node. Load an example or write `kubectl create deployment`.',
    nodes: 'Nodes',
    fewer: 'One node fewer',
    more: 'One node more',
    make: 'Begin anew',
    examples: 'Examples',
    examplesLead: 'Each begins with an empty cluster and real manifests.',
    load: 'Load {title}',
    write: 'Write YAML',
    loaded: 'Loaded: {title}.',
    made: 'A new cluster of {nodes} nodes.',
    opened: 'Opened from a link, as it stood at {seconds} s.',
    goBack: 'Back to the cluster before',
    here: 'is loaded',
    ofNodes: '{nodes} nodes',
    ofNode: '1 node',
    fromLink: 'A cluster from a link',
    noScript:
      'The cluster runs by a script, and scripts are off in this browser. The lessons can be read without it.',
  },
};
