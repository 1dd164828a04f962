import type { LackWords } from './lack-words';

const runs = '{object} is not Ready: it runs, and {ready} of its containers are ready';

export const en: LackWords = {
  notThere: '{object} is not there',
  stillThere: '{object} is still there',
  notReady: {
    reserved: '{object} is not there',
    pending: '{object} is not Ready: it waits for a node',
    creating: '{object} is not Ready: it waits for its containers to start',
    notReady: runs,
    partlyReady: runs,
    ready: '{object} is Ready',
    terminating: '{object} is not Ready: it is ending',
    imageError: '{object} is not Ready: a container of it can’t start, {status}',
    crashLoop: '{object} is not Ready: a container of it falls again and again',
    failed: '{object} is not Ready: it has failed',
    succeeded: '{object} is not Ready: it has ended',
    unknown: '{object} is not Ready: nothing is heard of its node',
  },
  ready: '{object} is Ready and should not be',
  notEnding: '{object} is not being deleted',
  ending: '{object} is being deleted and should not be',
  templateImage: 'The image in the template of {object} is {is}; wanted: {wanted}',
  image: 'The image of {object} is {is}; wanted: {wanted}',
  replicas: 'Replicas that {object} asks for: {is}; wanted: {wanted}',
  updated: 'Pods of {object} with its newest template: {is}; wanted: {wanted}',
  value: '{path} of {object} is {is}; wanted: {wanted}',
  count: '{what}: {is}; wanted: {wanted}',
  atLeast: 'at least {count}',
  atMost: 'at most {count}',
  otherValue: '{path} of {object} is {is} and should not be',
  or: ' or ',
  unset: 'not set',
  more: 'and {count} more',
  asItFailed: 'What was missing then:',
};
