import { zh as player } from '../lab/player-words-zh';
import { zh as frame } from '../network/frame-words-zh';
import { zh as network } from '../network/network-words-zh';
import { zh as packetRules } from '../network/rule-words-zh';
import { zh as strip } from '../network/strip-words-zh';
import { zh as packet } from '../network/words-zh';
import { enter, type PacketLanguage } from './spoken';

enter('zh', {
  player,
  packet,
  packetRules,
  frame,
  strip,
  network,
} satisfies PacketLanguage);
