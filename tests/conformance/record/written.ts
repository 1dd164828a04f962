import type { CaseRecording } from '@/lib/conformance/recording';

/** A recording as a file: a line for each node and each step. */
export function written({ name, says, nodes, observe, steps }: CaseRecording): string {
  const list = (values: readonly object[]) =>
    `[\n${values.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n ]`;
  const fields = [
    `"name": ${JSON.stringify(name)}`,
    ...(says ? [`"says": ${JSON.stringify(says)}`] : []),
    '"kubernetes": "v1.37.2"',
    ...(nodes?.length ? [`"nodes": ${list(nodes)}`] : []),
    ...(observe ? [`"observe": ${JSON.stringify(observe)}`] : []),
    `"steps": ${list(steps)}`,
  ];
  return `{\n ${fields.join(',\n ')}\n}\n`;
}
