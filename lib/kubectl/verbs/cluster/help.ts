import { groupText, helpText } from '../../help-text';
import { root } from '../../root';
import { atOnce, isGroup, type Verb, type VerbGroup } from '../../verb';

/** Help of a verb, or of kubectl. Models cobra's help command; `verbs` are asked for late, as help is one of them. */
export const helpOf = (verbs: () => Readonly<Record<string, Verb | VerbGroup>>): Verb => ({
  help: { says: 'Help about any command.', usage: '[command]', examples: ['kubectl help get'] },
  flags: [],
  run: atOnce(({ words, err, print }) => {
    let found: Verb | VerbGroup = root(verbs());
    let path = 'kubectl';
    for (const word of words) {
      const children: Readonly<Record<string, Verb | VerbGroup>> =
        path === 'kubectl' ? verbs() : isGroup(found) ? found.children : {};
      const child: Verb | VerbGroup | undefined = Object.hasOwn(children, word) ? children[word] : undefined;
      if (!child) {
        if (path === 'kubectl') err(`Unknown help topic [${words.map((one) => `\`${one}\``).join(' ')}]`);
        break;
      }
      found = child;
      path = `${path} ${word}`;
    }
    print(isGroup(found) ? groupText(path, found) : helpText(path, found));
  }),
});
