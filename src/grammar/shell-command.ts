import { wordSet } from '../util/word-set.ts'

/**
 * Whether a line is a shell command rather than a sentence: "npm install", "$ make", "http -v POST https://a.example".
 * A command begins with the name of a tool and continues with arguments. A line that continues as prose is not a
 * command.
 */
export function isShellCommand(line: string): boolean {
  const text = line.trim()
  if (text.length > MAX_COMMAND_LENGTH || /[.!?:;,]$/.test(text.replace(/\s\.$/, ''))) return false
  if (/^\$ \S/.test(text)) return true
  const [tool = '', ...words] = text.replace(/"[^"]*"|'[^']*'/g, '').split(/\s+/)
  if (!/^[a-z]/.test(text) || words.some((word) => PROSE_WORDS.has(word.replace(/[.,;:!?].*$/, '').toLowerCase())))
    return false
  const [, argument = ''] = text.split(' ')
  return (
    (TOOLS.has(tool) && /^[\w./@:~$<"'-]/.test(argument)) ||
    GO_COMMANDS.has(`${tool} ${argument}`) ||
    FLAGGED.test(text)
  )
}

/** In UTF-16 code units. Longer lines do not count as commands. */
const MAX_COMMAND_LENGTH = 300

/** A line that begins with one of these tools and an argument is a command, unless one of `PROSE_WORDS` follows. */
const TOOLS: ReadonlySet<string> = wordSet(
  'apt apt-get aws az brew bun bundle cargo chmod chown composer conda curl deno dnf docker docker-compose dotnet flutter gcloud gem gh git ' +
    'gradle helm http https jekyll kubectl minikube mix mkdir mvn npm npx nvm pip pip3 pipx pnpm podman poetry psql python python3 rails rake ' +
    'rustc rustup scp ssh sudo systemctl terraform uv wget yarn yum',
)

/** "Go" is also a verb. */
const GO_COMMANDS: ReadonlySet<string> = new Set(
  ['build', 'get', 'install', 'mod', 'run', 'test'].map((name) => `go ${name}`),
)

/** One to four words followed by a flag, `&&`, a pipe or a redirection. */
const FLAGGED = /^[a-z][\w.+-]*(?: (?!-)[\w./@:=~$<>"'-]+){0,3} (?:--?[a-zA-Z][\w-]*\b|&& [a-z]|\| [a-z]|>>? [\w./])/

/** Words that sentences contain but commands hardly ever do. */
const PROSE_WORDS: ReadonlySet<string> = wordSet(
  'a also an and are as because but can does for from had has have if in into is it its lets of on or that the their then this to uses was we ' +
    'were when which while will with would you your',
)
