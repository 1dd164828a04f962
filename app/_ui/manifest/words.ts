import type { Locale } from '@/lib/text';

/** Every word of the YAML editor in one language; `{name}` is filled in. Refusals are the API server's own words. */
export interface ManifestWords {
  readonly locale: Locale;
  readonly label: string;
  readonly ofFile: string;
  readonly apply: string;
  /** Of a text that kubectl edit has opened. */
  readonly save: string;
  readonly cancel: string;
  readonly editKeys: string;
  readonly insert: string;
  readonly applied: string;
  readonly failed: string;
  readonly refusedOne: string;
  readonly refused: string;
  readonly refusal: string;
  readonly before: string;
  readonly next: string;
  readonly atLine: string;
  readonly tabLeaves: string;
  readonly tabIndents: string;
  readonly keys: string;
  readonly yaml: Readonly<Record<'label' | 'edit' | 'fold' | 'unfold' | 'foldedOne' | 'folded', string>>;
}

const en: ManifestWords = {
  locale: 'en',
  label: 'YAML editor',
  ofFile: 'YAML editor, {name}',
  apply: 'Apply',
  save: 'Save and close',
  cancel: 'Leave as it is',
  editKeys: 'Ctrl Enter saves and closes, Esc leaves the editor open',
  insert: 'Insert an example',
  applied: 'Applied',
  failed: 'The model did not answer. The text is kept; apply it again.',
  refusedOne: 'The API server refused 1 thing',
  refused: 'The API server refused {count} things',
  refusal: 'Line {line}: {text}',
  before: 'Refusal before',
  next: 'Next refusal',
  atLine: 'Go to line {line}',
  tabLeaves: 'Tab leaves the editor; Ctrl M makes it indent',
  tabIndents: 'Tab indents; Ctrl M makes it leave the editor',
  keys: 'Ctrl Enter applies, F8 goes to the next refusal, Esc leaves',
  yaml: {
    label: 'YAML of {name}',
    edit: 'Edit',
    fold: 'Fold what the server keeps',
    unfold: 'Show what the server keeps',
    foldedOne: '1 line folded',
    folded: '{count} lines folded',
  },
};

const zh: ManifestWords = {
  locale: 'zh',
  label: 'YAML 编辑器',
  ofFile: 'YAML 编辑器，{name}',
  apply: '应用',
  save: '保存并关闭',
  cancel: '不作修改',
  editKeys: 'Ctrl Enter 保存并关闭，Esc 离开，编辑器不关闭',
  insert: '插入示例',
  applied: '已应用',
  failed: '模型没有应答。文字还在，请再应用一次。',
  refusedOne: 'API 服务器拒绝了 1 处',
  refused: 'API 服务器拒绝了 {count} 处',
  refusal: '第 {line} 行：{text}',
  before: '上一处',
  next: '下一处',
  atLine: '到第 {line} 行',
  tabLeaves: '按 Tab 离开编辑器；按 Ctrl M 改为缩进',
  tabIndents: '按 Tab 缩进；按 Ctrl M 改为离开编辑器',
  keys: 'Ctrl Enter 应用，F8 到下一处拒绝，Esc 离开',
  yaml: {
    label: '{name} 的 YAML',
    edit: '编辑',
    fold: '收起服务器自己维护的字段',
    unfold: '显示服务器自己维护的字段',
    foldedOne: '收起了 1 行',
    folded: '收起了 {count} 行',
  },
};

export const manifestWords: Readonly<Record<Locale, ManifestWords>> = { en, zh };
