import { completionOf } from '../kubectl/completion';
import { folderOf } from '../kubectl/folder';
import { advance, Shell } from '../kubectl/shell';
import { documentsWithLines } from './text-documents';
import type { LineAtWork, ShellState, Typist } from './typist';

/** The typist that there is: lib/kubectl. Whoever imports this file loads all of kubectl. */
export const kubectlTypist: Typist = {
  start(cluster, typed, state): LineAtWork {
    const folder = folderOf(state.files);
    let kept = state;
    const shell = new Shell(cluster, {
      ...folder,
      write: (path, text) => {
        folder.write?.(path, text);
        kept = { ...kept, files: { ...kept.files, [path.replace(/^(\.\/)+/, '')]: text } };
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
      get editor() {
        return line.waits?.for === 'editor' ? line.waits : undefined;
      },
      edited: (text) => line.resume(text),
      get shell(): ShellState {
        if (kept.namespace !== shell.namespace) kept = { ...kept, namespace: shell.namespace };
        return kept;
      },
      advance: (clock, untilMs) => advance(line, clock, untilMs),
    };
  },
  documentsOf: documentsWithLines,
  complete: (reading, line, at, { namespace, files }) =>
    completionOf(line, at, { reading, namespace, folder: folderOf(files) }),
};
