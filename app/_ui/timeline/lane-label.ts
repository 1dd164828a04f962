/** Width of a letter of a label, px: 13 px bold. A Chinese character takes almost two. */
export const labelLetter = 7.6;

/** About how wide a text is, px, when a Latin letter takes `perLetter`. */
export function textWidth(text: string, perLetter: number): number {
  let letters = 0;
  for (const letter of text) letters += letter > '\u2e80' ? 1.85 : 1;
  return letters * perLetter;
}

/** As kubectl abbreviates kinds. */
const shortKinds: Readonly<Record<string, string>> = {
  Deployment: 'deploy',
  ReplicaSet: 'rs',
  ReplicationController: 'rc',
  StatefulSet: 'sts',
  DaemonSet: 'ds',
  CronJob: 'cj',
  HorizontalPodAutoscaler: 'hpa',
  PodDisruptionBudget: 'pdb',
  PersistentVolumeClaim: 'pvc',
  PersistentVolume: 'pv',
  Service: 'svc',
  Namespace: 'ns',
  Node: 'node',
  Job: 'job',
};

/**
 * A name in `room` px: whole, or shortened in its middle. The last part, by which Pods of one owner differ
 * (`web-6d4b75cb6d-7xk2p`), stays longer than the beginning.
 */
export function shortenMiddle(text: string, room: number, perLetter = labelLetter): string {
  if (textWidth(text, perLetter) <= room) return text;
  const letters = [...text];
  // The ellipsis is as wide as a character in a Chinese face.
  const fits = Math.floor(room / perLetter) - 2;
  if (fits < 2) return '…';
  const tail = Math.min(fits, Math.max(6, Math.floor(fits / 2)));
  const head = letters.slice(0, fits - tail).join('');
  return `${head.replace(/-$/, '')}…${letters.slice(letters.length - tail).join('')}`;
}

/** `Deployment web` in `room` px: with kubectl's short kind where the whole has no room, then shortened. */
export function controllerLabel(label: string, room: number): string {
  if (textWidth(label, labelLetter - 0.4) <= room) return label;
  const [kind = '', ...rest] = label.split(' ');
  return shortenMiddle([shortKinds[kind] ?? kind, ...rest].join(' '), room, labelLetter - 0.4);
}

/** The kind alone, as short as kubectl has it: what a phone has room for. */
export const kindLabel = (label: string): string => {
  const kind = label.split(' ')[0] ?? '';
  return shortKinds[kind] ?? kind;
};
