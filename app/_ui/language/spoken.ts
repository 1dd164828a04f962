import type { Locale } from '@/lib/text';
import type { LoadWords } from '../bench/load-words';
import type { MigrationWords } from '../bench/migration-words';
import type { SelectorWords } from '../bench/selector-words';
import type { SwapWords } from '../bench/swap-words';
import type { WorkbenchWords } from '../bench/workbench-words';
import type { SceneWords } from '../cluster/scene-words';
import type { DebriefWords } from '../lab/debrief-words';
import type { HintWords } from '../lab/hints-words';
import type { InspectorWords } from '../lab/inspector-words';
import type { LackWords } from '../lab/lack-words';
import type { OutlineWords } from '../lab/outline-words';
import type { PlayerWords } from '../lab/player-words';
import type { ShareWords, StrangerWords } from '../lab/share-words';
import type { ShellKeys, ShellWords } from '../lab/shell-words';
import type { LabWords } from '../lab/words';
import type { LoneWords } from '../lone/words';
import type { ChartWords } from '../machine/chart-words';
import type { WordsByMachine } from '../machine/rule-words';
import type { ManifestWords } from '../manifest/words';
import type { FrameWords } from '../network/frame-words';
import type { NetworkWords } from '../network/network-words';
import type { RuleWords } from '../network/rule-words';
import type { ScaleWords } from '../network/scale-words';
import type { StripWords } from '../network/strip-words';
import type { PacketWords } from '../network/words';
import type { BelievedWords } from '../quiz/believed-words';
import type { TerminalWords } from '../terminal/words';
import type { FuturesWords } from '../timeline/futures-words';
import type { ScoreWords } from '../timeline/score-words';

/** What a figure of a cluster says in one language, by area. */
export interface FigureLanguage {
  readonly lab: LabWords;
  readonly player: PlayerWords;
  readonly shell: ShellWords;
  readonly shellKeys: ShellKeys;
  readonly share: ShareWords;
  readonly stranger: StrangerWords;
  readonly outline: OutlineWords;
  readonly inspector: InspectorWords;
  readonly scene: SceneWords;
  readonly chart: ChartWords;
  readonly machines: WordsByMachine;
  readonly futures: FuturesWords;
  readonly score: ScoreWords;
  readonly terminal: TerminalWords;
  readonly manifest: ManifestWords;
  readonly lack: LackWords;
  readonly hint: HintWords;
  readonly debrief: DebriefWords;
}

/** What a packet's figure says. */
export interface PacketLanguage {
  readonly player: PlayerWords;
  readonly packet: PacketWords;
  readonly packetRules: RuleWords;
  readonly frame: FrameWords;
  readonly strip: StripWords;
  readonly network: NetworkWords;
}

/** What the figure of many Services says. */
export interface ScaleLanguage {
  readonly scale: ScaleWords;
}

/** What the board of selectors says, beside what the figure of a cluster says. */
export interface SelectorLanguage {
  readonly selector: SelectorWords;
}

/** What the load bench says. */
export interface LoadLanguage {
  readonly load: LoadWords;
}

/** What the migration board says, beside what a figure of a cluster does. */
export interface MigrationLanguage {
  readonly migration: MigrationWords;
}

/** What is said around a figure that stands alone, beside what it says itself. */
export interface LoneLanguage {
  readonly lone: LoneWords;
}

/** What the bench of the swap test says, beside what its figure says. */
export interface SwapLanguage {
  readonly swap: SwapWords;
}

/** What is said of two runs side by side, beside what their figures say. */
export interface BelievedLanguage {
  readonly believed: BelievedWords;
}

/** What the Pod workbench says, beside what its cluster's parts say. */
export interface WorkbenchLanguage {
  readonly workbench: WorkbenchWords;
}

type Language = FigureLanguage &
  PacketLanguage &
  ScaleLanguage &
  SelectorLanguage &
  LoadLanguage &
  MigrationLanguage &
  LoneLanguage &
  BelievedLanguage &
  SwapLanguage &
  WorkbenchLanguage;

const loaded: Readonly<Record<Locale, Partial<Language>>> = { en: {}, zh: {} };

/** Called by the files of this folder alone, when they are loaded. */
export function enter(locale: Locale, words: Partial<Language>): void {
  Object.assign(loaded[locale], words);
}

function said<A extends keyof Language>(locale: Locale, area: A): Language[A] {
  const words = loaded[locale][area];
  if (words === undefined)
    throw new Error(
      `the words "${area}" are not loaded in "${locale}": put <Language> around what says them, or import app/_ui/language/both on the server`,
    );
  return words as Language[A];
}

/**
 * The words of one area, `spoken('lab').en`. A reader downloads those of one language alone, with `<Language>`: they are
 * looked up when they are said, and the other language's are not there. Throws for words that were not loaded.
 * An area stands in `x-words-en.ts` and `x-words-zh.ts`, is named in one of the interfaces above and entered by the two files
 * of that name in this folder. Words that only the server says need none of this.
 */
export const spoken = <A extends keyof Language>(area: A): Readonly<Record<Locale, Language[A]>> => ({
  get en() {
    return said('en', area);
  },
  get zh() {
    return said('zh', area);
  },
});
