// Recognises the words with which a speaker addresses the audience.

import { wordSet } from '../util/word-set.ts'

/** Whether a sentence only greets or addresses people: "Good evening, everyone.", "Sehr geehrte Damen und Herren,". */
export function isSalutation(text: string): boolean {
  const [words = '', end = ''] = /^([^.:;?]+?)([,.!]?)$/u.exec(text.toLowerCase())?.slice(1) ?? []
  if (text.length > LONGEST_SALUTATION || words === '') return false
  const [first = ''] = words.split(' ')
  if ((end === ',' && FORMS_OF_ADDRESS.has(first)) || (end !== '.' && first === 'dear')) return true
  return GREETINGS.some((greeting) => {
    if (!words.startsWith(greeting)) return false
    const rest = words.slice(greeting.length)
    return rest === '' || rest.startsWith(',') || AUDIENCES.has(rest.trimStart().split(/[ ,]/)[0] ?? '')
  })
}

/**
 * In characters. This is longer than "Sehr geehrte Frau Bürgermeisterin, liebe Kolleginnen und Kollegen, liebe Gäste,".
 */
const LONGEST_SALUTATION = 120

/** Greetings, which stand by themselves or before a comma and the people greeted, or before one of `AUDIENCES`. */
const GREETINGS = (
  'good morning|good afternoon|good evening|good day|hello|hi|greetings|welcome|my ladies and gentlemen|ladies and gentlemen|' +
  'guten morgen|guten tag|guten abend|hallo|grüezi|meine damen und herren|meine sehr geehrten damen und herren|sehr geehrte damen und herren|' +
  'bonjour|bonsoir|mesdames et messieurs|mesdames, messieurs|buenos días|buenas tardes|buenas noches|hola|señoras y señores|' +
  'buongiorno|buonasera|signore e signori|bom dia|boa tarde|boa noite|olá|senhoras e senhores|' +
  'goedemorgen|goedemiddag|goedenavond|dames en heren|god morgon|god kväll|god morgen|god aften|god kveld|hej|hei'
).split('|')

/** The first word for all who are greeted. */
const AUDIENCES: ReadonlySet<string> = wordSet(
  'again all and everybody everyone there zusammen allerseits à a tutti allemaal',
)

/** The first words of a form of address that a comma ends: "Dear colleagues,". */
const FORMS_OF_ADDRESS: ReadonlySet<string> = wordSet(
  'dear hi hello hallo liebe lieber liebes sehr chère chères cher chers bonjour estimada estimadas estimado estimados querida queridas querido ' +
    'queridos gentile gentili cara caro care cari prezada prezadas prezado prezados geachte beste kära kære kjære hej drodzy szanowni уважаемые ' +
    'уважаемый уважаемая дорогие',
)
