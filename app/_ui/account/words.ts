import type { Locale } from '@/lib/text';

/** What the page of sign-in says, in one language; the server hands it to the browser. `{name}` is filled in by `fill`. */
export interface AccountWords {
  readonly title: string;
  readonly lead: string;
  readonly noScript: string;
  /** What an account gives, and what it does not. */
  readonly gives: readonly string[];
  readonly givesTitle: string;
  readonly givesNot: readonly string[];
  readonly givesNotTitle: string;
  readonly form: Readonly<
    Record<
      | 'signIn'
      | 'signUp'
      | 'signUpDo'
      | 'name'
      | 'nameHint'
      | 'email'
      | 'emailHint'
      | 'password'
      | 'newPassword'
      | 'passwordHint'
      | 'show'
      | 'hide'
      | 'comes'
      | 'noMail'
      | 'working'
      | 'failed',
      string
    >
  >;
  readonly inClass: Readonly<
    Record<'where' | 'and' | 'bring' | 'bringHint' | 'leave' | 'leaveHint' | 'list', string>
  >;
  readonly signedIn: Readonly<
    Record<
      | 'as'
      | 'here'
      | 'classes'
      | 'goOn'
      | 'signOut'
      | 'signOutAll'
      | 'unsent'
      | 'unsentOne'
      | 'change'
      | 'changeHint'
      | 'current'
      | 'changeDo'
      | 'changed'
      | 'others'
      | 'noOthers'
      | 'oneOther'
      | 'someOthers'
      | 'endOthers'
      | 'everything'
      | 'everythingLink',
      string
    >
  >;
}

const en: AccountWords = {
  title: 'Your account',
  lead: 'Podium works without an account. With one, you find what you know here in every browser.',
  noScript:
    'Signing in needs a script, and scripts are off in this browser. The lessons can be read without it.',
  givesTitle: 'What an account gives',
  gives: [
    'The same progress and the same review dates in every browser.',
    'What you did here before comes along.',
    'You can make a class and see what it knows.',
  ],
  givesNotTitle: 'What it does not do',
  givesNot: [
    'No lesson, lab or quiz is kept back from anybody without one.',
    'No mail comes from here, so a lost password cannot be replaced.',
    'Nobody else sees what you answer, but the instructor of a class that you join.',
  ],
  form: {
    signIn: 'Sign in',
    signUp: 'Make an account',
    signUpDo: 'Make the account',
    name: 'Name',
    nameHint: 'Any name; it stands at the top of the page.',
    email: 'E-mail address',
    emailHint: 'Only to sign in with. Nothing is sent to it.',
    password: 'Password',
    newPassword: 'New password',
    passwordHint: 'At least 10 characters; several words are good.',
    show: 'Show',
    hide: 'Hide',
    comes: 'What was done in this browser comes along into the account.',
    noMail:
      'Write the password down, or let the browser keep it: without mail there is no way to set a new one. Who is only in a class needs no account; its four words are enough.',
    working: 'Asking the server',
    failed:
      'The server did not answer, so it is not known whether that was done. What you typed still stands here. Try again.',
  },
  inClass: {
    where: 'This browser is in {classes}. Is that you?',
    list: 'the class {name} as {nickname}',
    and: ', ',
    bring: 'That is me: bring it along',
    bringHint: 'From then on the password leads to it, and the four words of the class no longer do.',
    leave: 'That is somebody else: leave it',
    leaveHint: 'The browser leaves the class. The four words of the class lead back to it.',
  },
  signedIn: {
    as: 'Signed in as {name}',
    here: 'What you read, answer and solve is kept with {email}.',
    classes: 'You are in {classes}.',
    goOn: 'To the course',
    signOut: 'Sign out',
    signOutAll: 'Sign out all the same',
    unsentOne: 'One answer was not sent yet. Signing out drops it.',
    unsent: '{n} answers were not sent yet. Signing out drops them.',
    change: 'Change the password',
    changeHint: 'Every other browser is signed out by it.',
    current: 'Current password',
    changeDo: 'Change the password',
    changed: 'The password is changed. Write the new one down.',
    others: 'Other browsers',
    noOthers: 'No other browser is signed in.',
    oneOther: 'One other browser is signed in.',
    someOthers: '{n} other browsers are signed in.',
    endOthers: 'Sign the others out',
    everything: 'To take everything with you, or to delete the account with all that it holds:',
    everythingLink: 'Export or delete everything',
  },
};

const zh: AccountWords = {
  title: '你的账号',
  lead: '不用账号也能使用 Podium。有了账号，换任何浏览器都能找回你在这里学到的一切。',
  noScript: '登录需要脚本，而这个浏览器关闭了脚本。没有它，课文照样能读。',
  givesTitle: '账号能做什么',
  gives: [
    '任何浏览器里都是同一份进度、同样的复习日期。',
    '之前在这个浏览器里做过的，也会带进账号。',
    '可以创建班级，查看班里掌握了什么。',
  ],
  givesNotTitle: '账号不做什么',
  givesNot: [
    '没有账号的人，课文、实验、测验一样也不少。',
    '这里不发邮件，密码丢了就无法重设。',
    '除了你加入的班级的老师，没有人能看到你的答案。',
  ],
  form: {
    signIn: '登录',
    signUp: '注册账号',
    signUpDo: '注册',
    name: '名字',
    nameHint: '随便什么名字；它会显示在页面顶部。',
    email: '邮箱',
    emailHint: '只用来登录，不会向它发送任何邮件。',
    password: '密码',
    newPassword: '新密码',
    passwordHint: '至少 10 个字符；用几个词连在一起就很好。',
    show: '显示',
    hide: '隐藏',
    comes: '在这个浏览器里做过的，会一并带进账号。',
    noMail:
      '请把密码写下来，或让浏览器记住：这里不发邮件，密码无法重设。只是加入班级的人不需要账号，班级的四个单词就够了。',
    working: '正在询问服务器',
    failed: '服务器没有应答，所以不知道是否已经完成。你填写的内容还在，请重试。',
  },
  inClass: {
    where: '这个浏览器在{classes}。那是你吗？',
    list: '班级“{name}”里，昵称是“{nickname}”',
    and: '，',
    bring: '是我：一并带进账号',
    bringHint: '从此凭密码找回，班级的四个单词不再有效。',
    leave: '是别人：留在原处',
    leaveHint: '这个浏览器会退出该班级；凭班级的四个单词可以回去。',
  },
  signedIn: {
    as: '已登录：{name}',
    here: '你读过、答过、解开的，都保存在 {email} 名下。',
    classes: '你在{classes}。',
    goOn: '前往课程',
    signOut: '退出登录',
    signOutAll: '仍然退出',
    unsentOne: '还有 1 个答案没有发送，退出后它会丢失。',
    unsent: '还有 {n} 个答案没有发送，退出后它们会丢失。',
    change: '修改密码',
    changeHint: '修改后，其他浏览器都会退出登录。',
    current: '原密码',
    changeDo: '修改密码',
    changed: '密码已修改。请把新密码写下来。',
    others: '其他浏览器',
    noOthers: '没有其他浏览器处于登录状态。',
    oneOther: '另有 1 个浏览器处于登录状态。',
    someOthers: '另有 {n} 个浏览器处于登录状态。',
    endOthers: '让它们退出登录',
    everything: '要带走全部数据，或连同账号一起删除：',
    everythingLink: '导出或删除全部内容',
  },
};

export const accountWords: Readonly<Record<Locale, AccountWords>> = { en, zh };
