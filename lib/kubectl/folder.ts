/** The files at hand: of the terminal's working folder, of a lesson, of the page. Paths are as they were typed. */
export interface Folder {
  /** A file's text; undefined when there is no such file. */
  read(path: string): string | undefined;
  /** Names of the files in a folder in alphabetical order; undefined when it is no folder. */
  list(path: string): readonly string[] | undefined;
}

const tidy = (path: string): string =>
  path
    .split('/')
    .filter((part) => part && part !== '.')
    .join('/');

/** Files that are only in memory, by path. */
export const folderOf = (files: Readonly<Record<string, string>>): Folder => ({
  read: (path) => (Object.hasOwn(files, tidy(path)) ? files[tidy(path)] : undefined),
  list: (path) => {
    const below = tidy(path) ? `${tidy(path)}/` : '';
    const names = Object.keys(files).filter((name) => name.startsWith(below));
    if (names.length === 0 && below) return undefined;
    return names
      .map((name) => name.slice(below.length))
      .filter((name) => !name.includes('/'))
      .sort();
  },
});
