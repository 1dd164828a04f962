import type { Verdict } from '@/lib/course/claim';
import type { NoteRun } from '@/lib/course/notes';
import type { Locale } from '@/lib/text';

/** For one and for more than one. */
type Counted = readonly [one: string, more: string];

export interface NotesWords {
  readonly title: string;
  readonly lead: string;
  /** `{of}` sentences, then how many have which verdict, between `between`s. */
  readonly counted: string;
  readonly between: string;
  readonly counts: Readonly<Record<Verdict | 'open', Counted>>;
  readonly byVerdict: string;
  readonly all: string;
  readonly order: string;
  readonly asWritten: string;
  readonly byLesson: string;
  readonly lessons: string;
  /** The lesson that deals with a sentence. */
  readonly lesson: string;
  /** Shown while one lesson alone is on the page. */
  readonly allLessons: string;
  /** The notes' own sentence, where its meaning stands above it. */
  readonly original: string;
  readonly taught: string;
  readonly run: string;
  readonly asked: string;
  readonly source: string;
  readonly runs: Readonly<Record<NoteRun['kind'], string>>;
  readonly questions: Counted;
  /** A sentence whose lesson is not written. */
  readonly open: string;
}

const en: NotesWords = {
  title: 'The study notes, sentence by sentence',
  lead: 'This course grew out of Chinese study notes on Kubernetes. Each of their sentences stands here with what holds today, and with the places where the course explains it, runs it and asks it.',
  counted: 'Of {of} sentences {counts}.',
  between: ', ',
  counts: {
    holds: ['{n} holds', '{n} hold'],
    'holds-with-nuance': ['{n} holds with a nuance', '{n} hold with a nuance'],
    outdated: ['{n} is outdated', '{n} are outdated'],
    wrong: ['{n} is wrong', '{n} are wrong'],
    'cut-off': ['{n} breaks off', '{n} break off'],
    open: ['{n} waits for its lesson', '{n} wait for their lessons'],
  },
  byVerdict: 'By verdict',
  all: 'All',
  order: 'Order',
  asWritten: 'As the notes have them',
  byLesson: 'By lesson',
  lessons: 'Sentences of one lesson',
  lesson: 'Lesson {n}: {title}',
  allLessons: 'Show all lessons',
  original: 'In the notes',
  taught: 'Explained',
  run: 'Run',
  asked: 'Asked',
  source: 'Source',
  runs: { lab: 'Lab: {title}', figure: '{title}', packet: 'Packet: {title}' },
  questions: ['{n} question', '{n} questions'],
  open: '{lesson}. It is not written yet.',
};

const zh: NotesWords = {
  title: '笔记，一句一句地看',
  lead: '这门课是从一份 Kubernetes 学习笔记里长出来的。笔记的每一句都列在这里：今天还成立吗，课程在哪里讲它、运行它、考它。',
  counted: '{of} 句中，{counts}。',
  between: '，',
  counts: {
    holds: ['{n} 句成立', '{n} 句成立'],
    'holds-with-nuance': ['{n} 句成立但有细节', '{n} 句成立但有细节'],
    outdated: ['{n} 句已过时', '{n} 句已过时'],
    wrong: ['{n} 句有误', '{n} 句有误'],
    'cut-off': ['{n} 句没有写完', '{n} 句没有写完'],
    open: ['{n} 句还在等它的课', '{n} 句还在等各自的课'],
  },
  byVerdict: '按判断',
  all: '全部',
  order: '次序',
  asWritten: '按笔记',
  byLesson: '按课',
  lessons: '只看一课',
  lesson: '第 {n} 课：{title}',
  allLessons: '显示全部各课',
  original: '笔记原文',
  taught: '讲解',
  run: '运行',
  asked: '测验',
  source: '依据',
  runs: { lab: '实验：{title}', figure: '{title}', packet: '数据包：{title}' },
  questions: ['{n} 题', '{n} 题'],
  open: '{lesson}。这一课尚未写成。',
};

export const notesWords: Readonly<Record<Locale, NotesWords>> = { en, zh };
