import 'server-only';
import type { ApiError } from '@/lib/quiz/public';
import type { Locale, Text } from '@/lib/text';

/** Every code that `/api` refuses with: its status and its sentence. Codes are for programs and never change. */
const refusals = {
  'malformed-json': [
    400,
    {
      en: 'The request is not valid JSON; nothing was changed. Load the page again.',
      zh: '请求不是有效的 JSON，没有任何改动。请重新加载页面。',
    },
  ],
  'invalid-body': [
    400,
    {
      en: 'The request does not have the expected fields; nothing was changed. Load the page again, it may be of an older version of the site.',
      zh: '请求的字段与预期不符，没有任何改动。页面可能来自旧版本的网站，请重新加载。',
    },
  ],
  'wrong-sign-in': [
    401,
    {
      en: 'The e-mail address or the password is wrong. Nothing was changed; check both.',
      zh: '邮箱或密码不正确。没有任何改动，请核对两者。',
    },
  ],
  'signed-out': [401, { en: 'You are signed out. Sign in again.', zh: '你已退出登录，请重新登录。' }],
  'wrong-password': [
    403,
    {
      en: 'This is not your password. Nothing was changed; type it again.',
      zh: '密码不正确。没有任何改动，请重新输入。',
    },
  ],
  'fresh-session-needed': [
    403,
    {
      en: 'You signed in a while ago. Type your password to show that it is you. Nothing was deleted.',
      zh: '距离上次登录已有一段时间。请输入密码确认是你本人。没有删除任何内容。',
    },
  ],
  'cross-origin': [
    403,
    {
      en: 'Requests from other sites are not accepted; nothing was changed. Open the page on this site.',
      zh: '不接受来自其他站点的请求，没有任何改动。请在本站打开页面。',
    },
  ],
  'unknown-lesson': [
    404,
    { en: 'There is no such lesson. Find it on the course map.', zh: '没有这一课，请在课程地图中查找。' },
  ],
  'unknown-section': [
    404,
    {
      en: 'The lesson has no such section. Load the page again.',
      zh: '这一课没有这个小节，请重新加载页面。',
    },
  ],
  'unknown-item': [
    404,
    {
      en: 'The quiz has no such question any more. Load the quiz again.',
      zh: '测验里已没有这道题，请重新加载测验。',
    },
  ],
  'unknown-hint': [
    404,
    {
      en: 'The question has no more hints. Answer it as well as you can; you may try again.',
      zh: '这道题没有更多提示了，请直接作答，作答次数不限。',
    },
  ],
  'unknown-lab': [
    404,
    { en: 'The lesson has no such lab. Load the page again.', zh: '这一课没有这个实验，请重新加载页面。' },
  ],
  'unknown-path': [
    404,
    { en: 'Nothing answers to this address. Check it.', zh: '这个地址没有对应的内容，请核对。' },
  ],
  'unknown-table': [
    404,
    {
      en: 'There is no such table. Export everything to see which there are.',
      zh: '没有这张表。请导出全部数据，查看有哪些表。',
    },
  ],
  'unknown-class': [
    404,
    {
      en: 'None of your classes stands at this address. Sign in with the account that made it.',
      zh: '这个地址没有你的班级，请用创建它的账号登录。',
    },
  ],
  'unknown-code': [
    404,
    {
      en: 'This code leads to no class. Check it, or ask for a new one.',
      zh: '这个代码没有对应的班级，请核对，或向老师要一个新的。',
    },
  ],
  'unknown-words': [
    404,
    {
      en: 'These words lead to nobody. Check each of the four, and their order.',
      zh: '这些单词没有对应的学习者，请核对四个单词及其顺序。',
    },
  ],
  'signed-in': [
    409,
    {
      en: 'An account is signed in here. Sign out first, then type the four words.',
      zh: '这里已登录一个账号。请先退出登录，再输入四个单词。',
    },
  ],
  'words-of-account': [
    409,
    {
      en: 'Who had these words has an account by now. Sign in to it instead.',
      zh: '这四个单词的主人现在有账号了，请改用账号登录。',
    },
  ],
  'account-needed': [403, { en: 'Sign in to make a class.', zh: '请先登录，再创建班级。' }],
  'owner-only': [
    403,
    {
      en: 'Only the owner of the class may do this. Ask them.',
      zh: '只有班级的创建者可以这样做，请联系对方。',
    },
  ],
  'unknown-attempt': [
    404,
    {
      en: 'This quiz was opened by somebody else or is gone. Load it again.',
      zh: '这份测验由他人打开或已不存在，请重新加载。',
    },
  ],
  'email-taken': [
    409,
    {
      en: 'There is an account with this address already. Sign in to it.',
      zh: '这个邮箱已有账号，请直接登录。',
    },
  ],
  'signed-in-already': [
    409,
    { en: 'You are signed in already. Sign out first.', zh: '你已经登录，请先退出。' },
  ],
  'already-answered': [
    409,
    {
      en: 'This try was answered already; that answer counts. Load the quiz again.',
      zh: '这一次作答已经提交过，以那份答案为准。请重新加载测验。',
    },
  ],
  'try-not-open': [
    409,
    { en: 'This try is not open. Load the quiz again.', zh: '这一次作答尚未开放，请重新加载测验。' },
  ],
  'learner-gone': [
    409,
    {
      en: 'Your progress was moved or deleted in another window. Load the page again.',
      zh: '你的进度已在另一个窗口中转移或删除，请重新加载页面。',
    },
  ],
  'nickname-taken': [
    409,
    {
      en: 'Somebody in the class has this nickname. Choose another one.',
      zh: '班里已有人用这个昵称，请换一个。',
    },
  ],
  'submission-reused': [
    409,
    {
      en: 'This submission was used for another answer, which is kept. Load the quiz again and answer once more.',
      zh: '这个提交编号已用于另一份答案，那份答案已保存。请重新加载测验，再作答一次。',
    },
  ],
  'body-too-large': [
    413,
    {
      en: 'The request is larger than 64 KiB; nothing was changed. Send less.',
      zh: '请求超过 64 KiB，没有任何改动。请减少内容。',
    },
  ],
  'not-json': [415, { en: 'Send the request as application/json.', zh: '请以 application/json 发送请求。' }],
  'nothing-chosen': [
    422,
    { en: 'Nothing is chosen yet. Choose an option.', zh: '还没有选择任何选项，请选择。' },
  ],
  'one-choice-only': [422, { en: 'Choose one option.', zh: '请选择一个选项。' }],
  'place-out-of-range': [
    422,
    {
      en: 'The answer names an option that is not there. Load the quiz again.',
      zh: '答案中有不存在的选项，请重新加载测验。',
    },
  ],
  'place-twice': [
    422,
    {
      en: 'The answer names an option twice. Use each once.',
      zh: '答案中有重复的选项，请让每项只出现一次。',
    },
  ],
  'not-every-step': [422, { en: 'Put every step in its place.', zh: '请为每个步骤排定位置。' }],
  'wrong-form': [
    422,
    {
      en: 'The answer does not have the form of this question. Load the quiz again.',
      zh: '答案的形式与这道题不符，请重新加载测验。',
    },
  ],
  'not-a-number': [422, { en: 'Write a number, such as 12 or 0.5.', zh: '请填写一个数字，例如 12 或 0.5。' }],
  'unknown-unit': [
    422,
    { en: 'The unit is not known here. Write the number alone.', zh: '无法识别这个单位，请只填写数字。' },
  ],
  'text-too-long': [
    422,
    { en: 'The text is too long for this blank. Shorten it.', zh: '这一空填写的内容太长，请缩短。' },
  ],
  'not-yaml': [
    422,
    {
      en: 'With these words the manifest is not valid YAML. Nothing was counted; mend it and answer again.',
      zh: '填入之后，清单不是有效的 YAML。这次没有计分，请修改后再提交。',
    },
  ],
  'answered-by-log': [
    422,
    {
      en: 'This question is answered in its lab. Solve the lab and check it there.',
      zh: '这道题要在对应的实验里完成，请到实验里操作并检查。',
    },
  ],
  'bad-name': [422, { en: 'Write a name that is not too long.', zh: '请填写名称，且不要太长。' }],
  'bad-email': [
    422,
    { en: 'This is not an e-mail address. Check it.', zh: '这不是有效的邮箱地址，请核对。' },
  ],
  'password-too-short': [
    422,
    {
      en: 'The password is shorter than 10 characters. Choose a longer one.',
      zh: '密码少于 10 个字符，请换一个更长的。',
    },
  ],
  'password-too-long': [
    422,
    {
      en: 'The password is longer than 128 characters. Choose a shorter one.',
      zh: '密码超过 128 个字符，请换一个短一些的。',
    },
  ],
  'password-too-common': [
    422,
    {
      en: 'This password is one of the first that anybody would try. Choose another one.',
      zh: '这个密码太容易被猜到，请换一个。',
    },
  ],
  'lab-not-solved': [
    422,
    {
      en: 'The run does not reach every goal. Go on from where it is, then check again.',
      zh: '这次操作没有达到全部目标。请接着做，再检查一次。',
    },
  ],
  'too-many-tries': [
    429,
    { en: 'Too many tries. Wait a few minutes, then try again.', zh: '尝试次数太多，请过几分钟再试。' },
  ],
  'too-fast': [
    429,
    {
      en: 'Too much came within a short time. Wait a little and send it again; what was saved is kept.',
      zh: '短时间内请求过多，请稍候再发送；已经保存的都在。',
    },
  ],
  internal: [500, { en: 'Something went wrong here. Try again.', zh: '服务器出了问题，请重试。' }],
  'storage-unavailable': [
    503,
    {
      en: 'Progress cannot be saved right now. Try again in a moment.',
      zh: '暂时无法保存进度，请稍后重试。',
    },
  ],
} satisfies Record<string, readonly [status: number, message: Text]>;

export type RefusalCode = keyof typeof refusals;

export const refusalCodes = Object.keys(refusals) as readonly RefusalCode[];

/** Seconds after which a client may ask again, for a fault that passes. */
const RETRY_AFTER_S = 5;

/** Thrown anywhere below a route; the route answers with it. `extra` is put beside `error` in the body. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly extra: Readonly<Record<string, unknown>> = {},
    /** When a client may ask again, for a refusal that passes. */
    readonly retryAfterS: number = RETRY_AFTER_S,
  ) {
    super(code);
  }

  toResponse(locale: Locale): Response {
    const [status, message] = refusals[this.code];
    const body: ApiError = { error: { code: this.code, message: message[locale] } };
    const headers = new Headers({ 'cache-control': 'no-store' });
    if (status === 503 || status === 429) headers.set('retry-after', String(this.retryAfterS));
    return Response.json({ ...this.extra, ...body }, { status, headers });
  }
}
