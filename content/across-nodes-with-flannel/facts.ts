import { defineFacts } from '@/lib/course/fact';

export default defineFacts([]);
