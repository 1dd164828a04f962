/** Words of the kinds of items that are more than lines to choose from. */
export interface KindWords {
  /** Said when there is nothing to be sent yet. */
  readonly missing: Readonly<Record<'match' | 'numeric' | 'yaml' | 'hotspot' | 'lab', string>>;
  readonly tryNumber: string;
  readonly match: Readonly<Record<'note' | 'none' | 'chosen' | 'belongs' | 'notChosen', string>>;
  readonly numeric: Readonly<Record<'label' | 'labelIn' | 'answer' | 'accepts', string>>;
  readonly yaml: Readonly<
    Record<
      | 'note'
      | 'value'
      | 'field'
      | 'fieldAtTop'
      | 'fieldOf'
      | 'fieldTop'
      | 'filled'
      | 'empty'
      | 'belongs'
      | 'listed',
      string
    >
  >;
  readonly hotspot: Readonly<
    Record<
      'one' | 'several' | 'line' | 'lines' | 'place' | 'placeToo' | 'near' | 'yoursNear' | 'chosen',
      string
    >
  >;
  readonly lab: Readonly<Record<'note' | 'open' | 'state' | 'goals' | 'met' | 'notMet', string>> & {
    readonly states: Readonly<Record<'solved' | 'toCome' | 'loading' | 'failed', string>>;
  };
  readonly keys: Readonly<Record<'row' | 'field' | 'value' | 'line' | 'leave', string>>;
}
