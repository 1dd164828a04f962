import { type ReadSelector, readSelector, type SelectorForm } from './selector-text';

/** The three fields of the board: a map, and a LabelSelector with either of its parts. */
export const editorIds = ['map', 'pairs', 'sets'] as const;
export type EditorId = (typeof editorIds)[number];

export const formOf: Readonly<Record<EditorId, SelectorForm>> = {
  map: 'map',
  pairs: 'selector',
  sets: 'selector',
};

/** One condition in three forms: what the fields say in the beginning, and what it means. */
export const startTexts: Readonly<Record<EditorId, string>> = {
  map: 'app: apache\nversion: v1\n',
  pairs: 'matchLabels:\n  app: apache\n  version: v1\n',
  sets: `matchExpressions:
  - key: app
    operator: In
    values: [apache]
  - key: version
    operator: In
    values: [v1]
`,
};

const pairs = { app: 'apache', version: 'v1' };
export const startReads: Readonly<Record<EditorId, ReadSelector>> = {
  map: readSelector(pairs, 'map'),
  pairs: readSelector({ matchLabels: pairs }, 'selector'),
  sets: readSelector(
    {
      matchExpressions: [
        { key: 'app', operator: 'In', values: ['apache'] },
        { key: 'version', operator: 'In', values: ['v1'] },
      ],
    },
    'selector',
  ),
};

/** What a selector can be given to. */
export const kinds = ['ReplicationController', 'Service', 'ReplicaSet'] as const;
export type Kind = (typeof kinds)[number];

/** What a reader of the board writes and chooses. */
export interface SelectorChoice {
  readonly texts: Readonly<Record<EditorId, string>>;
  /** Which of them lights the board. */
  readonly active: EditorId;
  /** Which of the tasks is asked, from 1; 0: none. */
  readonly task: number;
  /** Each form remembers what it was given to: a map first to a ReplicationController, the others to a ReplicaSet. */
  readonly kinds: Readonly<Record<SelectorForm, Kind>>;
  /** Labels of the template, as a line. */
  readonly template: string;
}

export const firstSelectorChoice: SelectorChoice = {
  texts: startTexts,
  active: 'map',
  task: 0,
  kinds: { map: 'ReplicationController', selector: 'ReplicaSet' },
  template: 'app=apache,version=v1',
};

/** Sets of Pods that the board asks for, by the names of its scenario. A test knows a selector for each. */
export const tasks: readonly (readonly string[])[] = [
  ['apache-1', 'apache-2', 'apache-3', 'apache-4'],
  ['apache-1', 'apache-2', 'apache-3', 'apache-4', 'apache-5', 'apache-6', 'nginx-1', 'nginx-2', 'nginx-3'],
  ['apache-1', 'apache-2', 'apache-3'],
  ['apache-4', 'apache-6', 'nginx-3'],
  ['bare-1', 'job-1'],
];
