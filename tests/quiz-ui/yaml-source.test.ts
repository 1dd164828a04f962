import { describe, expect, it } from 'vitest';
import { blankCount, sourceLines } from '@/app/_ui/quiz/yaml-source';
import { blankMark, blankCount as countOnServer } from '@/lib/quiz/yaml-fill';
import { service } from './keyed-items';

const pathsOf = (...lines: readonly string[]) =>
  sourceLines(lines.join('\n')).flatMap(({ blanks }) => blanks.map(({ path }) => path));

describe('the blanks of a manifest', () => {
  it('are those that the server counts', () => {
    expect(blankCount(service.source)).toBe(countOnServer(service.source));
    expect(blankCount(`a: ${blankMark}`)).toBe(1);
  });

  it('are named by their path', () => {
    expect(
      pathsOf('kind: ___', 'spec:', '  template:', '    spec:', '      nodeName: ___', '  replicas: ___'),
    ).toEqual(['kind', 'spec.template.spec.nodeName', 'spec.replicas']);
  });

  it('count places in lists, set in or not, and lists in lists', () => {
    expect(
      pathsOf(
        'ports:',
        '- port: 80',
        '  name: ___',
        '- port: ___',
        '  name: b',
        'args:',
        '  - a',
        '  - ___',
        'last: ___',
      ),
    ).toEqual(['ports.0.name', 'ports.1.port', 'args.1', 'last']);
    expect(pathsOf('a:', '- - x', '  - ___', '- - ___')).toEqual(['a.0.1', 'a.1.0']);
  });

  it('are found in flow style and in the middle of a value', () => {
    expect(pathsOf('metadata: {name: ___, labels: {app: ___}, uid: ___}', 'image: "db:___"')).toEqual([
      'metadata.name',
      'metadata.labels.app',
      'metadata.uid',
      'image',
    ]);
  });

  it('may be the name of a field, which is … in the paths below it', () => {
    const blanks = sourceLines('spec:\n  ___:\n    app: ___\n___: x').flatMap((line) => line.blanks);
    expect(blanks).toEqual([
      { at: 0, path: 'spec', isField: true },
      { at: 1, path: 'spec.….app', isField: false },
      { at: 2, path: '', isField: true },
    ]);
  });

  it('leave every other letter of the line as it stands', () => {
    for (const { parts, number } of sourceLines(service.source))
      expect(parts.join(blankMark)).toBe(service.source.split('\n')[number - 1]);
  });
});
