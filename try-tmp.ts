import { openDatabase } from './src/engine/records/open.ts'
import { model } from './src/model.ts'
import { bringIn } from './src/engine/intake/intake.ts'
import { resultOf } from './src/engine/intake/result.ts'
import { recordKinds } from './src/record-kinds.ts'
import { person } from './src/practice/person/records.ts'
import { findSameChildren } from './src/practice/person/same-child.ts'
import { sources } from './src/returns/sources.ts'
import { periodsFromSsdEpisodes } from './src/returns/ssd/periods-of-care.ts'
import { sourceFiles } from './src/engine/exchange/source-file.ts'
import { readTable } from './src/engine/exchange/csv.ts'
import { recogniseSsd } from './src/returns/ssd/read.ts'
import { writeSsdExtract } from './bench/extracts.ts'
import { exportSsd } from './src/returns/ssd/export.ts'
import { execSync } from 'node:child_process'
const n=Number(process.argv[2]??1000), where=process.argv[3]??'server'
const dir=`/tmp/t/ssd${n}`
console.log(await writeSsdExtract(dir,{children:n,seed:1}).then(x=>({...x,files:x.files.length})))
const url = where==='server' ? 'postgres://postgres@127.0.0.1:5599/g2' : undefined
if (url) execSync('runuser -u postgres -- dropdb --if-exists -h 127.0.0.1 -p 5599 -U postgres g2; runuser -u postgres -- createdb -h 127.0.0.1 -p 5599 -U postgres g2')
console.time('open'); const db=await openDatabase({url,folder:'/tmp/t/data'+Date.now(),schema:'estuary'},model); console.timeEnd('open')
const as={actor:'me',keys:['staff','files']}
const intake={kinds:recordKinds,subject:person,sources,derivations:[periodsFromSsdEpisodes],afterTelling:(tx:any,s:any,q:string)=>findSameChildren(tx,s.id,q)}
for (const round of [1]) {
  const files=[]; for await (const f of sourceFiles([dir])) { const r=await recogniseSsd(f,(await readTable(f)).columns); if(!r) console.log('not recognised',f.path); else files.push(r) }
  console.time('import'); let last=Date.now(), lw=''
  const id=await bringIn(db,as,files,intake,'2026-11-22',w=>{const k=w.split(':')[0]!; if(k!==lw){ if(Date.now()-last>400) console.log('   ',lw,Date.now()-last,'ms'); lw=k; last=Date.now()}}); console.timeEnd('import')
  const res=await db.transaction({...as,role:'reads'},tx=>resultOf(tx,id,recordKinds))
  if(n<=1000||round===1) console.table(res.map(r=>[r.path,r.kind,r.added,r.changed,r.unchanged,r.withdrawn,r.refused.length,r.disagreements.length,r.remarks.join('|').slice(0,60)]))
  console.log(res.flatMap(r=>r.refused).slice(0,5))
  console.log('rss',Math.round(process.memoryUsage().rss/1e6))
}
if(n<=10000){ console.time('export'); await db.transaction({...as,role:'reads'},tx=>exportSsd(tx,'/tmp/t/out')); console.timeEnd('export') }
await db.close()
