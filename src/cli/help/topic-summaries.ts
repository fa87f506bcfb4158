/** The topics of `lectern help <topic>`, each in a few words. */
export const TOPIC_SUMMARIES = [
  ['inputs', 'what you can use as an article'],
  ['keys', 'keyboard shortcuts for presenting'],
  ['handouts', 'PDFs to print or send'],
  ['themes', 'a theme of your own'],
  ['events', 'logo, colours and sponsors of an event'],
  ['decks', 'edit the deck as Markdown'],
  ['powerpoint', 'PowerPoint files and company templates'],
  ['charts', 'charts, diagrams, formulas, media'],
  ['json', 'the deck as data'],
  ['limits', 'size and time limits'],
  ['messages', 'warnings, errors and exit codes'],
  ['machine', 'browser, fonts, proxy, WSL, root'],
] as const

export type TopicName = (typeof TOPIC_SUMMARIES)[number][0]
