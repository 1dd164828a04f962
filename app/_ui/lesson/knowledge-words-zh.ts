import type { Counted } from '@/app/_ui/review/reader-dates';
import { zh as kept } from './kept-words-zh';
import type { KnowledgeWords } from './knowledge-words';

const every = (text: string): Counted => ({ one: text, other: text });

export const zh: KnowledgeWords = {
  summary: {
    none: every('{of} 个概念中还没有一个掌握牢固。'),
    solid: every('{of} 个概念中有 {n} 个掌握牢固。'),
  },
  fading: every('{n} 个正在淡忘。'),
  due: every('今天有 {n} 个概念该复习。'),
  review: '去复习',
  states: { new: '未答', tried: '答过', ok: '答对', solid: '牢固', fading: '淡忘' },
  meanings: {
    new: '还没有答过',
    tried: '答过，最近一次没有答对或用了提示',
    ok: '最近一次答对',
    solid: '在不同的日子、不同的变式里都答对',
    fading: '曾经会，现在可能忘了',
  },
  concepts: '概念',
  because: '依据',
  comesBack: '{when}回来',
  rules: {
    wasTried: { holds: every('答过：有 {n} 次作答计入。'), fails: every('还没有答过。') },
    lastIsRight: {
      holds: every('最近一次没看提示就答对。'),
      fails: every('最近一次没有答对，或用了提示。'),
    },
    isRightOften: {
      holds: every('最近 {of} 次作答中，有 {n} 次没看提示就答对，需要 {needs} 次。'),
      fails: every('最近 {of} 次作答中，有 {n} 次没看提示就答对，需要 {needs} 次。'),
    },
    isRightOnDays: {
      holds: every('在 {n} 个日子里答对，需要 {needs} 个。'),
      fails: every('在 {n} 个日子里答对，需要 {needs} 个。'),
    },
    isRightInVariants: {
      holds: every('在 {n} 个变式里答对，需要 {needs} 个。'),
      fails: every('在 {n} 个变式里答对，需要 {needs} 个。'),
    },
    isRemembered: {
      holds: every('还记得它的可能性为 {has}；低于 {needs} 就算淡忘。'),
      fails: every('还记得它的可能性已降到 {has}；低于 {needs} 就算淡忘。'),
    },
  },
  signs: { holds: '成立', fails: '不成立' },
  restsOn: '依据：{days}',
  tries: '计入的作答，最近的在前',
  results: { right: '没看提示就答对', aided: '看过提示后答对', wrong: '没有答对' },
  where: { lesson: '在课后测验中', review: '在复习中' },
  notBegun: '还没有开始的课',
  notBegunCount: every('{n} 个概念'),
  loading: '正在查询你会什么',
  failed: '现在查不到你对各个概念的掌握情况。',
  failedKept: '什么也没有丢。你的回答都还在，下面的步骤是上次读到的样子。',
  again: '再查一次',
  kept,
};
