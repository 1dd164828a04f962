import { folderOf } from '../kubectl/folder';
import { advance, Shell } from '../kubectl/shell';
import { documentsWithLines } from './text-documents';
import type { LineAtWork, ShellState, Typist } from './typist';

/** An editor leaves the text as it is: nobody is asked here. */
const leftAlone = (text: string): string => text;

/** The typist that there is: lib/kubectl. Whoever imports this file loads all of kubectl. */
export const kubectlTypist: Typist = {
  start(cluster, typed, state): LineAtWork {
    const files: Record<string, string> = { ...state.files };
    const folder = folderOf(files);
    const shell = new Shell(cluster, {
      ...folder,
      write: (path, text) => {
        folder.write?.(path, text);
        files[path.replace(/^(\.\/)+/, '')] = text;
      },
    });
    shell.namespace = state.namespace;
    const line = shell.start(typed);
    return {
      get printed() {
        return line.printed;
      },
      get exit() {
        return line.exit;
      },
      get shell(): ShellState {
        return { namespace: shell.namespace, files };
      },
      advance(clock, untilMs) {
        for (;;) {
          advance(line, clock, untilMs);
          if (line.waits?.for !== 'editor') return;
          line.resume(leftAlone(line.waits.text));
        }
      },
    };
  },
  documentsOf: documentsWithLines,
};
