import facts from '../content/reconcile-loop/facts';
import labs from '../content/reconcile-loop/lab';
import { read } from '../lib/quiz/read';
for (const f of facts) { const s=labs.scenarios.find(x=>x.id===(f.run as any).scenario)!; console.log(f.id, read(f.reads,s,7)); }
