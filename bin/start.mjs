// `npm start`: installs what is missing, then serves Goldthread on this machine, with a synthetic authority where the database is empty.
// Words after -- go on to the server: npm start -- --port 4000

import { runGoldthread } from './run.mjs'
import { prepareOrStop } from './setup.mjs'

const node = await prepareOrStop({ quiet: false, say: (line) => process.stdout.write(`${line}\n`) })
// A PostgreSQL server may be a council's own: nobody invented is let in there unless asked for (npm start -- --demo).
const demo = process.env.DATABASE_URL ? [] : ['--demo']
runGoldthread(node, ['serve', ...demo, ...process.argv.slice(2)], { endsWithItsCaller: true })
