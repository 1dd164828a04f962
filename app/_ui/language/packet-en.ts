import { en as player } from '../lab/player-words-en';
import { en as frame } from '../network/frame-words-en';
import { en as network } from '../network/network-words-en';
import { en as packetRules } from '../network/rule-words-en';
import { en as strip } from '../network/strip-words-en';
import { en as packet } from '../network/words-en';
import { enter, type PacketLanguage } from './spoken';

enter('en', {
  player,
  packet,
  packetRules,
  frame,
  strip,
  network,
} satisfies PacketLanguage);
