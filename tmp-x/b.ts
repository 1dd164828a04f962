import labs from '../content/reconcile-loop/lab';
import { happenedChoice } from '../lib/lab/happened';
import { replayLab } from '../lib/lab/replay';
import { Timeline } from '../lib/lab/timeline';
import { optionsOf } from '../lib/lab/story';
const sc=(id:string)=>[...labs.scenarios,...labs.labs].find(s=>s.id===id)!;
for (const p of labs.predictions) { try { console.log(p.id, happenedChoice(sc(p.scenario),p)); } catch(e:any){console.log(e.message); const s=sc(p.scenario); const c=new Timeline(optionsOf(s),s.commands).at(p.judgedAtMs); console.log(c.reading.list('Pod').map((x:any)=>[x.metadata.name,x.spec.nodeName,!!x.metadata.deletionTimestamp,x.metadata.creationTimestamp,x.status.conditions?.find((q:any)=>q.type==='Ready')?.status].join(' ')).join('\n'));} }
for (const l of labs.labs) { for (const s of l.solutions) {const r=replayLab(l,s.commands,s.untilMs); console.log('sol',r.solved,r.refused, r.goals.map(g=>g.id+':'+g.state).join(' '));} for (const s of l.shortcuts){const r=replayLab(l,s.commands,s.untilMs); console.log('short',s.why,r.solved,r.refused,r.goals.map(g=>g.id+':'+g.state).join(' '),'want fail',s.fails);} }
{ const s=sc('five-to-three'); for (const t of [12000,19000]) {const c=new Timeline(optionsOf(s),s.commands).at(t); console.log(c.reading.list('Pod').map((x:any)=>[x.metadata.name,x.spec.nodeName,x.metadata.creationTimestamp].join(' ')).join('\n'));} }
