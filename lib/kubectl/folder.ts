/** The files at hand: of the terminal's working folder, of a lesson, of the page. Paths are as they were typed. */
export interface Folder {
  /** A file's text; undefined when there is no such file. */
  read(path: string): string | undefined;
  /** Names of the files in a folder in alphabetical order; undefined when it is no folder. */
  list(path: string): readonly string[] | undefined;
  /** Writes a file (`> file`); absent where nothing can be written. */
  write?(path: string, text: string): void;
}

const tidy = (path: string): string =>
  path
    .split('/')
    .filter((part) => part && part !== '.')
    .join('/');

/** Files that are only in memory, by path. What is written stays there. */
export function folderOf(given: Readonly<Record<string, string>>): Folder {
  const files = new Map(Object.entries(given));
  return {
    read: (path) => files.get(tidy(path)),
    list: (path) => {
      const below = tidy(path) ? `${tidy(path)}/` : '';
      const names = [...files.keys()].filter((name) => name.startsWith(below));
      if (names.length === 0 && below) return undefined;
      return names
        .map((name) => name.slice(below.length))
        .filter((name) => !name.includes('/'))
        .sort();
    },
    write: (path, text) => files.set(tidy(path), text),
  };
}
