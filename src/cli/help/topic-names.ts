/** The topics of `lectern help <topic>`, each in a few words. */
export const TOPIC_NAMES = [
  ['inputs', 'what can be an article'],
  ['keys', 'the keys while you present'],
  ['handouts', 'PDFs to print or to send'],
  ['themes', 'a theme of your own'],
  ['events', 'logo, colours and sponsors of an event'],
  ['decks', 'edit the deck as Markdown'],
  ['powerpoint', 'PowerPoint files and company templates'],
  ['charts', 'charts, diagrams, formulas, media'],
  ['json', 'the deck as data'],
  ['limits', 'how large things may be'],
  ['messages', 'warnings, errors and exit codes'],
  ['machine', 'browser, fonts, proxy, WSL, root'],
] as const

export type TopicName = (typeof TOPIC_NAMES)[number][0]
