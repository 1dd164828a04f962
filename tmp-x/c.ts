import labs from '../content/reconcile-loop/lab';
import { happenedChoice } from '../lib/lab/happened';
import { Timeline } from '../lib/lab/timeline';
import { optionsOf } from '../lib/lab/story';
import { Shell } from '../lib/kubectl/shell';
import { folderOf } from '../lib/kubectl/folder';
const sc=(id:string)=>[...labs.scenarios,...labs.labs].find(s=>s.id===id)!;
const k=(id:string,at:number,...lines:string[])=>{const s=sc(id);const c=new Timeline(optionsOf(s),s.commands).at(at*1000).copy();const sh=new Shell(c,folderOf({}));for(const l of lines){const o=sh.run(l,c);console.log(`[${id}@${at}] $ ${l}\n${[...o.stdout,...o.stderr].join('\n')} exit ${o.exit}`);}};
console.log(happenedChoice(sc('five-to-three'),labs.predictions.find(p=>p.id==='which-two')!));
k('crash-once',15,'kubectl get pods');
k('crash-again',4,'kubectl get pods');k('crash-again',10,'kubectl get pods');k('crash-again',120,'kubectl get pods');
k('node-silent',40,'kubectl get nodes','kubectl get pods -o wide');k('node-silent',120,'kubectl get nodes','kubectl get pods');k('node-silent',390,'kubectl get pods');
k('three-kinds',10,'kubectl get rc,rs,deploy','kubectl get pods','kubectl get pods --show-labels');
k('stray',16,'kubectl get events --sort-by=.metadata.creationTimestamp','kubectl get pods');
k('empty-the-node',10,'kubectl get pods -o wide','kubectl drain node-2','kubectl get pods -o wide');
{ const s=sc('crash-again'); const t=new Timeline(optionsOf(s),s.commands); let last=''; for(let ms=0;ms<=400000;ms+=100){const p=t.at(ms).reading.list('Pod')[0] as any; if(!p)continue; const cs=p.status.containerStatuses?.[0]; const st=JSON.stringify([cs?.restartCount,Object.keys(cs?.state??{})[0],cs?.state?.waiting?.reason]); if(st!==last){console.log(ms/1000,st);last=st;} } }
