import { describe, expect, it } from 'vitest';
import { type Block, placeBlocks } from '@/app/_ui/lesson/section-layout';

const text = (content: string, height = 100): Block<string> => ({ kind: 'text', content, height });
const note = (content: string, height = 80): Block<string> => ({ kind: 'note', content, height });
const wide = (content: string): Block<string> => ({ kind: 'wide', content, height: 0 });

/** `kind contents row-toRow`, in the order of the page. */
const rows = (...blocks: Block<string>[]) =>
  placeBlocks(blocks).map(
    ({ kind, contents, row, toRow }) => `${kind} ${contents.join('+')} ${row}-${toRow}`,
  );

describe('the two columns of a section', () => {
  it('put blocks under each other', () => {
    expect(rows(text('h2'), text('p'), wide('figure'))).toEqual([
      'text h2 1-2',
      'text p 2-3',
      'wide figure 3-4',
    ]);
  });

  it('start a note beside its block, read it after it, and let it reach into an empty row at the end', () => {
    expect(rows(text('h2'), text('p'), note('n'), text('q'))).toEqual([
      'text h2 1-2',
      'text p 2-3',
      'notes n 2-5',
      'text q 3-4',
    ]);
  });

  it('end a note before a figure', () => {
    expect(rows(text('p'), note('n'), wide('figure'))).toEqual([
      'text p 1-2',
      'notes n 1-3',
      'wide figure 3-4',
    ]);
  });

  it('keep the notes of one block together', () => {
    expect(rows(text('p'), note('n'), note('m'))).toEqual(['text p 1-2', 'notes n+m 1-3']);
  });

  it('start the next note beside its own block when the one before fits', () => {
    expect(rows(text('p'), note('n', 80), text('q'), note('m'))).toEqual([
      'text p 1-2',
      'notes n 1-3',
      'text q 3-4',
      'notes m 3-5',
    ]);
  });

  it('set the next note under the one before when that one is much higher than its text, and read both after the text of both', () => {
    expect(rows(text('p'), note('n', 300), text('q'), note('m'))).toEqual([
      'text p 1-2',
      'text q 2-3',
      'notes n+m 1-4',
    ]);
  });

  it('give a note after a figure to the block below', () => {
    expect(rows(wide('figure'), note('n'), text('p'))).toEqual([
      'wide figure 1-2',
      'text p 2-3',
      'notes n 2-4',
    ]);
  });

  it('keep a note that has no block at all', () => {
    expect(rows(wide('figure'), note('n'))).toEqual(['wide figure 1-2', 'text n 2-3']);
  });
});
