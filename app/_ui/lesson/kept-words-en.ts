import type { KeptWords } from './knowledge-words';

export const en: KeptWords = {
  title: 'What is kept of you',
  lead: 'All of it can be taken along, and all of it can be deleted, at once and without asking anybody.',
  export: 'Export everything',
  exporting: 'Fetching the file',
  exported: 'The file podium.json is in your downloads. It holds everything that the server keeps of you.',
  exportFailed:
    'The file did not come: the server does not answer as it should. Nothing is lost or changed. Try again in a moment.',
  notInFile: {
    one: '{n} answer waits in this browser and is not in the file: the server does not have it yet.',
    other: '{n} answers wait in this browser and are not in the file: the server does not have them yet.',
  },
  tables: 'Table by table, with why each is kept',
  tablesLoading: 'Looking up the tables',
  columns: { why: 'Why it is kept', rows: 'Rows', file: 'File' },
  withheld: 'Not in the file: {column}. {reason}',
  nothingIn: 'Nothing of you is in: {tables}.',
  erase: 'Delete everything',
  eraseLead: 'What is deleted is gone for good. Before it goes you see what it is, and are asked once.',
  ask: 'Delete everything of yours?',
  askLead: 'This goes, and nobody can bring it back:',
  counting: 'Counting what is kept',
  notCounted:
    'everything that the server keeps of you: what you read, answered and solved, your review dates, your account and your classes',
  goes: {
    SectionRead: { one: '{n} section that you read', other: '{n} sections that you read' },
    Answer: { one: '{n} answer', other: '{n} answers' },
    LabRun: { one: '{n} run of a lab', other: '{n} runs of labs' },
    ReviewCard: { one: '{n} concept with its review date', other: '{n} concepts with their review dates' },
    Classroom: {
      one: '{n} class that you made, with its codes; who joined it keeps their own progress',
      other: '{n} classes that you made, with their codes; who joined them keeps their own progress',
    },
    Enrollment: {
      one: '{n} class that you are in: its instructor no longer sees you',
      other: '{n} classes that you are in: their instructors no longer see you',
    },
  },
  account: 'your account {email}',
  waits: {
    one: '{n} thing that waits in this browser to be sent',
    other: '{n} things that wait in this browser to be sent',
  },
  cookie: 'the cookie by which this browser is known again',
  stays: 'Light or dark stays as you chose it. The lessons are as they were before you came.',
  confirm: 'Delete all of it',
  confirming: 'Deleting',
  cancel: 'Keep everything',
  eraseFailed: 'Nothing was deleted: the server does not answer as it should. Try again in a moment.',
  eraseUnsure: 'No answer came, so it is not certain that anything was deleted. Asking again does no harm.',
  password: 'Your password',
  signIn: 'Or sign in again',
  erased:
    'Everything of yours is deleted. The server keeps nothing of you any more, and nothing waits in this browser.',
  erasedAction: 'Begin anew with lesson {n}: {title}',
};
