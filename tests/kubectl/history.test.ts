import { describe, expect, it } from 'vitest';
import { earlier, later, remembered, searched } from '@/lib/kubectl/history';

describe('history', () => {
  it('keeps lines once in a row, none that is empty, and a thousand at most', () => {
    expect(remembered(['a'], 'a')).toEqual(['a']);
    expect(remembered(['a'], '  ')).toEqual(['a']);
    expect(remembered(['a'], ' b ')).toEqual(['a', 'b']);
    expect(remembered(['a', 'b'], 'a')).toEqual(['a', 'b', 'a']);
    const long = Array.from({ length: 1000 }, (_, i) => `line ${i}`);
    expect(remembered(long, 'new')).toHaveLength(1000);
    expect(remembered(long, 'new').at(-1)).toBe('new');
  });

  it('goes back and forth, by what the line begins with', () => {
    const lines = ['kubectl get pods', 'ls', 'kubectl get nodes'];
    expect(earlier(lines, 3)).toEqual({ at: 2, line: 'kubectl get nodes' });
    expect(earlier(lines, 2, 'kubectl')).toEqual({ at: 0, line: 'kubectl get pods' });
    expect(earlier(lines, 0)).toBeUndefined();
    expect(later(lines, 0, 'kubectl')).toEqual({ at: 2, line: 'kubectl get nodes' });
    expect(later(lines, 2, 'kub')).toEqual({ at: 3, line: 'kub' });
  });

  it('is searched backwards', () => {
    const lines = ['kubectl get pods', 'ls', 'kubectl get nodes'];
    expect(searched(lines, 'pods')).toEqual({ at: 0, line: 'kubectl get pods' });
    expect(searched(lines, 'get', 2)).toEqual({ at: 0, line: 'kubectl get pods' });
    expect(searched(lines, 'nope')).toBeUndefined();
  });
});
