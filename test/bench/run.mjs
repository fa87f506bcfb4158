// Runs a bench by its name: `npm run bench -- <name> [arguments]`. Without a name, lists them. Build first: benches run
// the code in dist.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What each bench measures, and what it needs in addition to a browser. */
const BENCHES = {
  build: 'a whole build compared with a bare print of as many slides',
  read: 'headings, pages, documents, Markdown specifications, growth, hostile files; needs a corpus',
  write: 'sentence splitting, speed and the promises on whole articles; needs a folder of texts',
  rules:
    'labelled sentences that each rule of the writer hits, and whether an editor shows them; with an id, lists them',
  layouts: 'slides that break a rule of layout, drawn from many articles; needs articles as JSON lines',
  fit: 'what fitting costs; with a corpus, what still spills in the browser',
  fill: 'how full slides are',
  pdf: 'time and size of PDFs compared with those of another tool, which it installs',
  peers: 'slides and words out of sight in Marp and reveal.js, which it installs, on the same article',
  paper: 'slides PDF and handout of many documents, read back by poppler; needs a corpus and poppler',
  present: 'how soon an edit is on the screen',
  growth: 'how the time of each stage grows with the size of one sentence, line or block',
  soak: 'memory while a presented article is edited 2,000 times',
  'bad-requests': 'a served deck under malformed requests',
}

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || !(name in BENCHES)) {
  const width = Math.max(...Object.keys(BENCHES).map((each) => each.length))
  const list = Object.entries(BENCHES).map(([each, what]) => `  ${each.padEnd(width)}  ${what}\n`)
  process.stderr.write(`usage: npm run bench -- <name> [arguments]\n\n${list.join('')}`)
  process.exit(2)
}
const script = fileURLToPath(new URL(`${name}.mjs`, import.meta.url))
process.exit(spawnSync(process.execPath, [script, ...rest], { stdio: 'inherit' }).status ?? 1)
