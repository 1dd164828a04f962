import 'server-only';
import { defineLessons } from '@/lib/course/lesson-content';
import statefulsetClaims from './statefulset-identity-and-order/claims';
import statefulsetFacts from './statefulset-identity-and-order/facts';
import statefulsetLabs from './statefulset-identity-and-order/lab';
import statefulsetQuiz from './statefulset-identity-and-order/quiz';

/** The lessons that are written. A folder that is not named here is not part of the course. */
export default defineLessons({
  'statefulset-identity-and-order': {
    claims: statefulsetClaims,
    labs: statefulsetLabs,
    quiz: statefulsetQuiz,
    facts: statefulsetFacts,
  },
});
