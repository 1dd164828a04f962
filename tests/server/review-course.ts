/** A small course for reviews, in place of the real one: which concepts there are, and what asks each of them. */
const written = {
  slug: 'sets',
  number: 1,
  part: 0,
  written: true,
  sections: [],
  title: { en: 'Sets', zh: '集' },
};
const later = { ...written, slug: 'later', number: 2, written: false, title: { en: 'Later', zh: '之后' } };
const lessons = [written, later];

export const getLessons = () => lessons;
export const getLesson = (slug: string) => lessons.find((lesson) => lesson.slug === slug);

const generators = [
  { id: 'gen-a', concept: 'drawn' },
  { id: 'gen-b', concept: 'drawn' },
  { id: 'gen-c', concept: 'drawn' },
  ...Array.from({ length: 15 }, (_, at) => ({ id: `gen-many-${at}`, concept: `many-${at}` })),
];

export const getGenerators = () => generators;
export const generatorsOf = (concept: string) => generators.filter((one) => one.concept === concept);
export const getGenerator = (id: string) => generators.find((one) => one.id === id);

const outline = [
  { id: 'drawn-item', kind: 'single', concept: 'drawn' },
  { id: 'drawn-entry', kind: 'generated', concept: 'drawn', generator: 'gen-b' },
  { id: 'one', kind: 'single', concept: 'written' },
  { id: 'two', kind: 'order', concept: 'written' },
  { id: 'three', kind: 'yaml', concept: 'written' },
  { id: 'lab', kind: 'lab', concept: 'in-a-lab' },
  { id: 'old', kind: 'single', concept: 'without-a-name' },
];

export const quizLessons = () => ['sets'];
export const outlineOf = (slug: string) => (slug === 'sets' ? outline : []);

const concepts = ['drawn', 'written', 'in-a-lab', 'never-asked'].map((id) => ({
  id,
  title: { en: `what ${id} is`, zh: `${id} 是什么` },
  lesson: 'sets',
}));
const many = Array.from({ length: 15 }, (_, at) => ({
  id: `many-${at}`,
  title: { en: `many ${at}`, zh: `多 ${at}` },
  lesson: 'later',
}));

export const getConcepts = () => [...concepts, ...many];
export const getConcept = (id: string) => getConcepts().find((one) => one.id === id);
