/** How easy an item was, from its facility. Source: the Open University's table, as Moodle's documentation gives it. */
export type FacilityWord =
  | 'extremelyDifficult'
  | 'veryDifficult'
  | 'difficult'
  | 'moderatelyDifficult'
  | 'aboutRight'
  | 'fairlyEasy'
  | 'easy'
  | 'veryEasy'
  | 'extremelyEasy';

/** Each word holds below its limit, in per cent; the table is in whole numbers, what lies between goes to the harder word. */
const facilityLimits: readonly (readonly [below: number, word: FacilityWord])[] = [
  [6, 'extremelyDifficult'],
  [11, 'veryDifficult'],
  [20, 'difficult'],
  [35, 'moderatelyDifficult'],
  [66, 'aboutRight'],
  [81, 'fairlyEasy'],
  [90, 'easy'],
  [95, 'veryEasy'],
  [Number.POSITIVE_INFINITY, 'extremelyEasy'],
];

/** How well an item tells learners apart, from its discrimination index. Source: Moodle's documentation of quiz statistics. */
export type DiscriminationWord = 'veryGood' | 'adequate' | 'weak' | 'veryWeak' | 'probablyInvalid';

const discriminationLimits: readonly (readonly [below: number, word: DiscriminationWord])[] = [
  [5, 'probablyInvalid'],
  [20, 'veryWeak'],
  [30, 'weak'],
  [50, 'adequate'],
  [Number.POSITIVE_INFINITY, 'veryGood'],
];

function wordAt<Word>(limits: readonly (readonly [number, Word])[], percent: number): Word {
  const found = limits.find(([below]) => percent < below);
  if (!found) throw new Error(`no word for ${percent}`);
  return found[1];
}

/** `facility` in per cent, 0 to 100. */
export const facilityWord = (facility: number): FacilityWord => wordAt(facilityLimits, facility);

/** `index` in per cent, -100 to 100. */
export const discriminationWord = (index: number): DiscriminationWord => wordAt(discriminationLimits, index);
