import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { playRecording } from './play';

const folder = path.join(import.meta.dirname, 'recordings');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort();
const recordings = files.map((file) => {
  const recording: { name: string; says?: string } = JSON.parse(
    readFileSync(path.join(folder, file), 'utf8'),
  );
  return { file, title: `${file.replace(/\.json$/, '')}: ${recording.says ?? recording.name}`, recording };
});

describe('the model does what Kubernetes was recorded doing', () => {
  it('has recordings of StatefulSets, Services and whole stories', () => {
    const kinds = new Set(files.map((file) => file.split(path.sep)[0]));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['service', 'statefulset', 'stories']));
    expect(files.filter((file) => file.startsWith('statefulset')).length).toBeGreaterThanOrEqual(22);
  });

  it.each(recordings)('$title', ({ recording }) => {
    expect(playRecording(recording).difference).toBeUndefined();
  });
});
