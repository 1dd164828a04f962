import type { ShareWords, StrangerWords } from './share-words';

export const en: ShareWords = {
  open: 'Share',
  title: 'Share what you see',
  close: 'Close',
  link: 'A link',
  linkNote: 'It opens the cluster as it stands at {seconds} s, with all that you did.',
  networkNote:
    'It opens the network as it stands at {seconds} s, with all that you did and the packet where it is now.',
  linkWaits: 'The link is being made',
  linkTooLong: 'You have done more than a link can hold. Go back with undo, or share the beginning.',
  linkFailed:
    'The link could not be made: the engine does not answer. Close this, start it again, and ask once more.',
  frame: 'In your own page',
  frameNote:
    'Paste it where the figure should stand. The script sets its height; without it the figure scrolls.',
  theme: 'Light or dark',
  themes: { auto: 'As the page', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languages: { en: 'English', zh: '中文' },
  copyLink: 'Copy the link',
  copyFrame: 'Copy the code',
  copiedLink: 'The link is copied.',
  copiedFrame: 'The code is copied.',
  notCopied: 'This browser does not let a page copy. The text is selected: copy it by keyboard.',
  preview: 'In somebody’s page',
  previewTitle: 'Preview of the figure in a page of somebody else',
};

export const stranger: StrangerWords = {
  name: 'small-iron notes',
  about: 'databases, switches and the odd Friday deploy',
  title: 'What the cluster did, and when',
  before: 'I had read about it often enough. What I had never done was to stop it half way and look:',
  after: 'Wind it back to the beginning, and then try the other order.',
};
