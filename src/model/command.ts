/**
 * Whether a line is what somebody types at a prompt, and no sentence: "npm install", "$ make", "http -v POST https://a.example". It
 * begins with a tool's name as it is typed, and goes on with what tools are given; what reads on as prose is none.
 */
export function isCommand(line: string): boolean {
  const text = line.trim()
  if (text.length > LONGEST || /[.!?:;,]$/.test(text.replace(/\s\.$/, ''))) return false
  if (/^\$ \S/.test(text)) return true
  if (!/^[a-z]/.test(text) || PROSE.test(text.replace(/"[^"]*"|'[^']*'/g, ''))) return false
  return TOOL.test(text) || FLAGGED.test(text)
}

/** In characters: a longer line is no one's to type. */
const LONGEST = 300

/** Tools whose names begin a line of prose only where a word like "is" follows. */
const TOOL =
  /^(?:sudo )?(?:apt|apt-get|aws|az|brew|bun|bundle|cargo|chmod|chown|composer|conda|curl|deno|dnf|docker|docker-compose|dotnet|flutter|gcloud|gem|gh|git|go (?:build|get|install|mod|run|test)|gradle|helm|http|https|jekyll|kubectl|minikube|mix|mkdir|mvn|npm|npx|nvm|pip|pip3|pipx|pnpm|podman|poetry|psql|python3?|rails|rake|rustc|rustup|scp|ssh|sudo|systemctl|terraform|uv|wget|yarn|yum) [\w./@:~$<"'-]/

/** A word or a few, and then a flag, a joint or a redirection. */
const FLAGGED = /^[a-z][\w.+-]*(?: (?!-)[\w./@:=~$<>"'-]+){0,3} (?:--?[a-zA-Z][\w-]*\b|&& [a-z]|\| [a-z]|>>? [\w./])/

/** What a sentence has and a command has not. */
const PROSE =
  /\s(?:a|also|an|and|are|as|because|but|can|does|for|from|had|has|have|if|in|into|is|it|its|lets|of|on|or|that|the|their|then|this|to|uses|was|we|were|when|which|while|will|with|would|you|your)(?=[\s.,;:!?]|$)/i
