const paths = {
  toStart: 'M5 4v12M15.5 4.5L8 10l7.5 5.5Z',
  back: 'M15 4v12M12.5 4.5L5 10l7.5 5.5Z',
  play: 'M6 3.5L16.5 10L6 16.5Z',
  pause: 'M6.5 4v12M13.5 4v12',
  step: 'M5 4v12M7.5 4.5L15 10l-7.5 5.5Z',
  toEnd: 'M15 4v12M4.5 4.5L12 10l-7.5 5.5Z',
  undo: 'M7 4L3.5 7.5L7 11M4 7.5h8a4 4 0 0 1 0 8H8',
  fork: 'M3 10h4c4 0 3-5.5 9-5.5M7 10c4 0 3 5.5 9 5.5',
  share:
    'M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1.2 1.2M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1.2-1.2',
  redo: 'M13 4l3.5 3.5L13 11M16 7.5H8a4 4 0 0 0 0 8h4',
} as const;

const filled: ReadonlySet<string> = new Set(['toStart', 'back', 'play', 'step', 'toEnd']);

/** The player's signs, 20 px, in the colour of the text. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg width={20} height={20} viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={paths[name]}
        fill={filled.has(name) ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={name === 'pause' ? 3 : filled.has(name) ? 1.6 : 1.5}
      />
    </svg>
  );
}
