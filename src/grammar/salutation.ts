// Recognises the words with which a speaker addresses the audience.

/** Whether a sentence only greets or addresses people: "Good evening, everyone.", "Sehr geehrte Damen und Herren,". */
export function isSalutation(text: string): boolean {
  return text.length <= LONGEST_SALUTATION && (GREETING.test(text) || ADDRESS.test(text))
}

/**
 * In characters. This is longer than "Sehr geehrte Frau Bürgermeisterin, liebe Kolleginnen und Kollegen, liebe Gäste,".
 */
const LONGEST_SALUTATION = 120

/** A greeting by itself, followed by a comma and the people greeted, or followed by a word for all of them. */
const GREETING = new RegExp(
  `^(?:${[
    'good (?:morning|afternoon|evening|day)|hello|hi|greetings|welcome|(?:my )?ladies and gentlemen',
    'guten (?:morgen|tag|abend)|hallo|grüezi|meine (?:sehr (?:geehrten|verehrten) )?damen und herren',
    'bonjour|bonsoir|mesdames(?:,| et) messieurs|buenos días|buenas (?:tardes|noches)|hola|señoras y señores',
    'buongiorno|buonasera|signore e signori|bom dia|boa (?:tarde|noite)|olá|senhoras e senhores',
    'goede(?:morgen|middag|navond)|dames en heren|god (?:morgon|kväll|morgen|aften|kveld)|hej|hei',
  ].join(
    '|',
  )})(?:,[^.:;?]*| (?:again|all|and welcome|everybody|everyone|there|zusammen|allerseits|à tous|a todos|a tutti|allemaal)\\b[^.:;?]*)?[,.!]?$`,
  'iu',
)

/** A form of address with a comma at the end: "Dear colleagues,". */
const ADDRESS = new RegExp(
  `^(?:(?:${[
    'dear|hi|hello|hallo|liebe[rs]?|chère?s?|bonjour|estimad[oa]s?|querid[oa]s?|gentil[ei]|car[oaie]|prezad[oa]s?',
    'geachte|beste|kära|kære|kjære|hej|drodzy|szanowni|уважаем(?:ые|ый|ая)|дорогие',
  ].join('|')}) [^.:;?!]+,|(?:dear|sehr (?:geehrte|verehrte)[rn]?) [^.:;?!]+[,!]?)$`,
  'iu',
)
