import type { Locale } from '@/lib/text';

/** Every word of the site's frame in one language. `{name}` is filled in by `fill`. */
export interface Words {
  readonly htmlLang: string;
  readonly site: string;
  readonly description: string;
  readonly skip: string;
  readonly header: Readonly<
    Record<
      | 'label'
      | 'course'
      | 'packets'
      | 'play'
      | 'progress'
      | 'review'
      | 'reviewDue'
      | 'signIn'
      | 'account'
      | 'search'
      | 'menu'
      | 'sections'
      | 'toOther'
      | 'otherLang'
      | 'otherLabel'
      | 'theme',
      string
    >
  >;
  readonly footer: Readonly<
    Record<'what' | 'model' | 'kept' | 'offline' | 'notes' | 'glossary' | 'teach' | 'join', string>
  >;
  readonly home: Readonly<
    Record<
      | 'title'
      | 'intro'
      | 'course'
      | 'notWritten'
      | 'goOn'
      | 'start'
      | 'again'
      | 'legend'
      | 'lines'
      | 'nextMark'
      | 'here'
      | 'due',
      string
    >
  >;
  readonly states: Readonly<Record<'proven' | 'partly' | 'read' | 'toCome', string>>;
  /** What the lines of the map say, in words. */
  readonly needs: Readonly<
    Record<'done' | 'begun' | 'next' | 'needs' | 'need' | 'needDone' | 'between' | 'stop', string>
  >;
  /** The progress of a lesson in one sentence, for a screen reader. */
  readonly lane: string;
  readonly lesson: Readonly<
    Record<
      | 'place'
      | 'rail'
      | 'saved'
      | 'savedAll'
      | 'waiting'
      | 'notAsked'
      | 'read'
      | 'glossary'
      | 'inGlossary'
      | 'allWords'
      | 'quizOnPaper'
      | 'noScript',
      string
    >
  >;
  readonly claim: Readonly<Record<'note', string>>;
  readonly verdicts: Readonly<
    Record<'holds' | 'holds-with-nuance' | 'outdated' | 'wrong' | 'cut-off', string>
  >;
  readonly progress: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'empty'
      | 'emptyAction'
      | 'loading'
      | 'failed'
      | 'failedKept'
      | 'again'
      | 'noScript'
      | 'sections'
      | 'items'
      | 'labs'
      | 'sectionRead'
      | 'sectionToCome'
      | 'item'
      | 'firstTry'
      | 'later'
      | 'wrong'
      | 'new'
      | 'labSolved'
      | 'labToCome'
      | 'summary'
      | 'goOn',
      string
    >
  >;
  readonly notFound: Readonly<Record<'title' | 'what' | 'kept' | 'action', string>>;
}

const en: Words = {
  htmlLang: 'en',
  site: 'Podium',
  description:
    'Fourteen lessons on Kubernetes around one cluster that runs on the page: break it, wind it back, ask it why.',
  skip: 'Skip to the text',
  header: {
    label: 'Podium',
    course: 'Course',
    packets: 'Packets',
    play: 'Play',
    progress: 'Progress',
    review: 'Review',
    reviewDue: '{n} due today',
    signIn: 'Sign in',
    account: 'Your account: {name}',
    search: 'Search',
    menu: 'Menu',
    sections: 'Sections',
    toOther: '中文',
    otherLang: 'zh-CN',
    otherLabel: '阅读本页的中文版',
    theme: 'Light or dark',
  },
  footer: {
    what: 'Podium teaches Kubernetes by letting you run it. Behind every figure stands one model of a cluster, held against recordings of a real one.',
    model: 'The model behaves as Kubernetes v1.37.2 does.',
    notes: 'The study notes today',
    glossary: 'Glossary',
    teach: 'Teach a class',
    join: 'Join a class',
    kept: 'No account is needed: a cookie in this browser finds your progress again. An account finds it in every browser.',
    offline: 'This browser keeps the course: it can be read without a connection.',
  },
  home: {
    title: 'Learn Kubernetes\nby running it.',
    intro:
      'Fourteen lessons around one cluster that behaves as Kubernetes v1.37 does. Break it, wind it back, ask it why.',
    course: 'The course',
    notWritten: 'not written yet',
    goOn: 'Go on',
    start: 'Start',
    again: 'Again',
    legend: 'How progress is drawn',
    lines: 'Lines lead from a lesson to those that build on it. They are solid once it is done.',
    nextMark: 'can be begun next',
    here: 'You are here',
    due: '{n} due',
  },
  needs: {
    done: 'Done',
    begun: 'Begun',
    next: 'Can be begun next',
    needs: 'Builds on {lessons}',
    need: 'lesson {n}',
    needDone: 'lesson {n} (done)',
    between: ' and ',
    stop: '. ',
  },
  states: { proven: 'proven', partly: 'in part', read: 'read', toCome: 'to come' },
  lane: '{proven} steps proven, {read} read, {toCome} to come',
  lesson: {
    place: 'Lesson {n} of {of}',
    rail: 'Sections of this lesson',
    saved: 'Saved here: {n} of {m} steps',
    savedAll: 'Saved here: all {m} steps',
    waiting: 'Not saved yet. {n} steps wait here and will be sent.',
    notAsked: 'Progress is kept once you read on.',
    read: 'read',
    glossary: 'Words of this lesson',
    inGlossary: 'In the glossary',
    allWords: 'All words of the course',
    quizOnPaper: 'This lesson asks {n} questions. They are answered online: {address}',
    noScript: 'The figures stand still and progress is not kept, because scripts are off. The text is whole.',
  },
  claim: { note: 'Study note {n}' },
  verdicts: {
    holds: 'Holds',
    'holds-with-nuance': 'Holds, with a nuance',
    outdated: 'Outdated',
    wrong: 'Wrong',
    'cut-off': 'Breaks off',
  },
  progress: {
    title: 'What I know here',
    lead: 'Each concept with what it rests on; the sections that you read, the items that you answered, the labs that you solved.',
    empty: 'Nothing is kept here yet. Read a section or answer an item, and it appears on this page.',
    emptyAction: 'Read lesson {n}: {title}',
    loading: 'Looking up your progress',
    failed: 'Your progress cannot be read at the moment: the server does not answer as it should.',
    failedKept: 'Nothing is lost. What was saved stays saved.',
    again: 'Ask again',
    noScript:
      'Progress is read by a script, and scripts are off in this browser. The lessons can be read without it.',
    sections: 'Sections',
    items: 'Quiz',
    labs: 'Lab',
    sectionRead: 'read',
    sectionToCome: 'to come',
    item: 'Item {n}',
    firstTry: 'right at the first try',
    later: 'right at a later try',
    wrong: 'answered, not yet right',
    new: 'to come',
    labSolved: 'solved, replayed on the server',
    labToCome: 'to come',
    summary: '{n} of {m} steps',
    goOn: 'Go on with this lesson',
  },
  notFound: {
    title: 'There is no page here',
    what: 'Nothing answers to this address. It may have a slip of the pen in it, or the lesson is not written yet.',
    kept: 'Your progress is untouched.',
    action: 'Back to the course',
  },
};

const zh: Words = {
  htmlLang: 'zh-CN',
  site: 'Podium',
  description: '围绕一个在页面上运行的集群，用十四课讲 Kubernetes：弄坏它、倒回去、问它为什么。',
  skip: '跳到正文',
  header: {
    label: 'Podium',
    course: '课程',
    packets: '数据包',
    play: '自由集群',
    progress: '我会什么',
    review: '复习',
    reviewDue: '今天有 {n} 个到期',
    signIn: '登录',
    account: '你的账号：{name}',
    search: '搜索',
    menu: '菜单',
    sections: '小节',
    toOther: 'English',
    otherLang: 'en',
    otherLabel: 'Read this page in English',
    theme: '浅色或深色',
  },
  footer: {
    what: 'Podium 让你亲手运行集群来学 Kubernetes。每张图背后都是同一个集群模型，它的行为与真实集群的录制结果逐一核对过。',
    model: '模型的行为以 Kubernetes v1.37.2 为准。',
    notes: '逐句看笔记',
    glossary: '词汇表',
    teach: '带一个班',
    join: '加入班级',
    kept: '不需要账号：浏览器里的一个 Cookie 记着你的进度。有了账号，换个浏览器也能找回。',
    offline: '课程已经存进这个浏览器，没有连接也能读。',
  },
  home: {
    title: '把 Kubernetes\n跑起来，再学会它。',
    intro: '十四课围绕一个集群，它的行为与 Kubernetes v1.37 一致。弄坏它，倒回去，再问它为什么。',
    course: '课程目录',
    notWritten: '尚未写成',
    goOn: '接着学',
    start: '开始',
    again: '重读',
    legend: '进度的画法',
    lines: '线从一课通向以它为基础的课；这一课学完，线就变成实线。',
    nextMark: '现在可以学',
    here: '你在这里',
    due: '待复习 {n}',
  },
  needs: {
    done: '已学完',
    begun: '已开始',
    next: '现在可以学',
    needs: '以{lessons}为基础',
    need: '第 {n} 课',
    needDone: '第 {n} 课（已学完）',
    between: '和',
    stop: '。',
  },
  states: { proven: '已掌握', partly: '部分掌握', read: '读过', toCome: '未学' },
  lane: '{proven} 步已掌握，{read} 步读过，{toCome} 步未学',
  lesson: {
    place: '第 {n} 课，共 {of} 课',
    rail: '本课小节',
    saved: '已保存在此：{m} 步中的 {n} 步',
    savedAll: '已保存在此：全部 {m} 步',
    waiting: '还有 {n} 步没有保存，留在这里等待发送。',
    notAsked: '读下去，进度就会保存。',
    read: '读过',
    glossary: '本课词汇',
    inGlossary: '在词汇表中查看',
    allWords: '全部词汇',
    quizOnPaper: '本课有 {n} 道题，在线作答：{address}',
    noScript: '脚本已关闭，所以图不会动，进度也不保存。正文是完整的。',
  },
  claim: { note: '笔记第 {n} 条' },
  verdicts: {
    holds: '成立',
    'holds-with-nuance': '成立，但有细节',
    outdated: '已过时',
    wrong: '有误',
    'cut-off': '没有写完',
  },
  progress: {
    title: '我在这里会什么',
    lead: '每个概念掌握到哪里，依据是什么；还有读过的小节、答过的题、解开的实验。',
    empty: '这里还没有记录。读完一节或答一道题，它就会出现在这一页。',
    emptyAction: '去读第 {n} 课：{title}',
    loading: '正在查询进度',
    failed: '现在读不到你的进度：服务器没有正常应答。',
    failedKept: '什么也没有丢，已经保存的还在。',
    again: '再查一次',
    noScript: '进度由脚本读取，而这个浏览器关闭了脚本。没有它，课文照样能读。',
    sections: '小节',
    items: '测验',
    labs: '实验',
    sectionRead: '读过',
    sectionToCome: '未读',
    item: '第 {n} 题',
    firstTry: '一次答对',
    later: '再答后答对',
    wrong: '答过，还没答对',
    new: '未答',
    labSolved: '已解开，并由服务器重放确认',
    labToCome: '未做',
    summary: '{m} 步中的 {n} 步',
    goOn: '接着学这一课',
  },
  notFound: {
    title: '这里没有页面',
    what: '这个地址没有对应的内容。也许地址写错了，也许这一课还没有写成。',
    kept: '你的进度没有受影响。',
    action: '回到课程目录',
  },
};

export const words: Readonly<Record<Locale, Words>> = { en, zh };
