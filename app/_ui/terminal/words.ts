import type { Locale } from '@/lib/text';

/** Every word that a prompt says in one language; `{name}` is filled in. What kubectl prints stays as it prints it. */
export interface TerminalWords {
  readonly locale: Locale;
  readonly label: string;
  readonly log: string;
  readonly field: string;
  /** Before anything was typed. */
  readonly empty: string;
  readonly first: string;
  readonly forked: string;
  readonly output: string;
  readonly waits: string;
  readonly interrupt: string;
  readonly queued: string;
  readonly noAnswer: string;
  readonly more: string;
  readonly moreAbove: string;
  readonly files: string;
  readonly openFile: string;
  readonly lines: string;
  readonly noLines: string;
  readonly choices: string;
  readonly copy: string;
  readonly copied: string;
  readonly help: string;
  readonly helpTitle: string;
  readonly helpSays: readonly string[];
  readonly keys: readonly (readonly [keys: string, says: string])[];
  readonly buttons: Readonly<Record<'complete' | 'earlier' | 'later' | 'row', string>>;
}

const en: TerminalWords = {
  locale: 'en',
  label: 'kubectl',
  log: 'What was typed and printed',
  field: 'kubectl prompt',
  empty: 'Nothing was typed yet. Write a line, or take the first one:',
  first: 'Write {line} into the prompt',
  forked: 'forked at {seconds} s: this is {name}',
  output: 'Output of {line}',
  waits: 'This line waits. Its output comes as time passes.',
  interrupt: 'Interrupt it',
  queued: 'Typed ahead, runs when the prompt is free:',
  noAnswer: 'The model did not answer. Your line is kept; run it again.',
  more: 'and {count} more lines',
  moreAbove: '{count} lines above are left out',
  files: 'Files',
  openFile: 'Open {name} in the editor',
  lines: 'Lines',
  noLines: 'No line holds this text',
  choices: 'What can stand here',
  copy: 'Copy all',
  copied: 'Copied',
  help: 'Help',
  helpTitle: 'What the prompt understands',
  helpSays: [
    '`kubectl --help` lists the commands, `kubectl create --help` tells of one of them.',
    '`kubectl explain pod.spec` tells what a field means.',
    '`cat`, `ls` and `echo` are there for files, `sleep 5` lets five seconds pass.',
    'Lines may be joined by `|`, `&&`, `;` and `>`, as in a shell.',
  ],
  keys: [
    ['Tab', 'complete the word; in an empty prompt, leave it'],
    ['↑ ↓', 'lines typed before'],
    ['→', 'take the grey rest of the line'],
    ['Ctrl R', 'lines to choose from'],
    ['Ctrl C', 'interrupt a line that waits, or drop this one'],
    ['Ctrl L', 'clear'],
    ['Esc', 'leave the prompt'],
  ],
  buttons: { complete: 'Complete', earlier: 'Earlier line', later: 'Later line', row: 'Keys of the prompt' },
};

const zh: TerminalWords = {
  locale: 'zh',
  label: 'kubectl',
  log: '输入过的命令与输出',
  field: 'kubectl 命令行',
  empty: '还没有输入过命令。写一行，或者先用这一行：',
  first: '把 {line} 写进命令行',
  forked: '在 {seconds} 秒处分叉：这里是 {name}',
  output: '{line} 的输出',
  waits: '这一行还在等待。时间往前走，输出才会出现。',
  interrupt: '中断它',
  queued: '已提前输入，等命令行空闲后执行：',
  noAnswer: '模型没有应答。你的这一行还在，请再执行一次。',
  more: '还有 {count} 行',
  moreAbove: '上面省略了 {count} 行',
  files: '文件',
  openFile: '在编辑器中打开 {name}',
  lines: '命令',
  noLines: '没有哪一行含有这段文字',
  choices: '这里可以填',
  copy: '全部复制',
  copied: '已复制',
  help: '帮助',
  helpTitle: '命令行认得什么',
  helpSays: [
    '`kubectl --help` 列出全部命令，`kubectl create --help` 说明其中一个。',
    '`kubectl explain pod.spec` 说明一个字段的含义。',
    '文件用 `cat`、`ls`、`echo`，`sleep 5` 让时间走过五秒。',
    '和在 shell 里一样，可以用 `|`、`&&`、`;`、`>` 把命令连起来。',
  ],
  keys: [
    ['Tab', '补全这个词；命令行为空时离开它'],
    ['↑ ↓', '之前输入过的命令'],
    ['→', '接受灰色的后半行'],
    ['Ctrl R', '从列表里选一行'],
    ['Ctrl C', '中断正在等待的命令，或放弃这一行'],
    ['Ctrl L', '清屏'],
    ['Esc', '离开命令行'],
  ],
  buttons: { complete: '补全', earlier: '上一行', later: '下一行', row: '命令行按键' },
};

export const terminalWords: Readonly<Record<Locale, TerminalWords>> = { en, zh };
