import { listRules } from '../rule-help.ts'

/** The text of `lectern help messages`. */
export const MESSAGES_TOPIC = `
Warnings, errors and exit codes

  talk.md:12:3: warning: a fact. What to do. (the-rule)

Messages go to standard error. A repeated message is printed once, with its
other places. "lectern check" prints all messages and saves nothing; --strict
counts warnings as errors; --report json lists the messages as data, on standard
output.

  0    done, warnings allowed
  1    an article, deck, theme or event has errors, or cannot be read
  2    wrong usage
  3    the machine lacks something: a browser, disk space, a permission, a port
  70   a bug in Lectern: please report it
  130  interrupted (143 if terminated by the system)

The rules that messages name. "lectern help <rule>" explains what to do.

${listRules()}

Examples:
  lectern help overflow
  lectern check talk.md --strict
  lectern check talk.md --alternatives
  lectern check talk.md --why
`
