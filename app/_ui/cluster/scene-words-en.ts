export const en = {
  label: 'Scene: nodes are rows, Pods fill them from the left',
  wantsHas: 'wants {wants}, has {has}',
  has: 'has {has}',
  going: 'being deleted',
  more: 'and {count} more',
  endpoints: '{count} of {of} endpoints',
  silent: 'silent',
  unowned: 'no owner',
  noPods: 'No Pods yet',
};
