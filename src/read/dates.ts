// Recognises lines that are dates.

/** Whether a line consists only of a date: "3 May 2024", "Published on May 3, 2024", "2024-05-03". */
export function isDate(text: string): boolean {
  if (text.length > LONGEST_DATE || !/\p{Nd}/u.test(text)) return false
  const rest = text.replace(PREFIX, '').replace(TIME, '').trim()
  // "Sept. 25, 2018" begins like "Sat. 25 March", so both readings are tried.
  const readings = [rest, rest.replace(WEEKDAY, '')]
  return DATES.some((date) => readings.some((reading) => date.test(reading)))
}

/** In characters. Even a date with a prefix, a weekday and a time is shorter. */
const LONGEST_DATE = 100

const PREFIX = /^(?:published|posted|updated|last updated|date|written|first published)(?: on)?[: ]+/i
const WEEKDAY = /^\p{L}{2,12}(?:[.,]+|،) (?=\p{L}|\p{Nd})/u
const TIME = /[,·| ]*(?:at |um )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i

/**
 * Month names from Unicode's locale data (CLDR): in full, abbreviated, and in the form used in dates. A name that
 * several languages share is listed only once.
 */
const MONTHS = [
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec',
  'januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|mär|okt|dez',
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|avr|juil|déc',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|ene|abr|ago|dic',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|giu|lug|set|ott',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|fev|out',
  'januari|februari|maart|mei|augustus|mrt',
  'maj|augusti|marts|desember|des',
  'tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince',
  'ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie',
  'január|február|március|április|május|június|július|augusztus|szeptember|október',
  'ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  'январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь',
  'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня',
  'ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου',
  'يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
  'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول|اغسطس|ابريل|اكتوبر',
  'ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)',
  'जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर',
  'maret|agustus|tháng \\d{1,2}',
].join('|')

/** Arabic newspapers may give both names of a month: "04 آب/اغسطس 2013". */
const MONTH_OR_PAIR = `(?:${MONTHS})(?:/(?:${MONTHS}))?`

const DATES: readonly RegExp[] = [
  /^\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2}$/u,
  /^\p{Nd}{1,2}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{2,4}$/u,
  new RegExp(`^(?:${MONTHS})\\.?(?: \\p{Nd}{1,2}(?:st|nd|rd|th)?)?,? \\p{Nd}{4}$`, 'iu'),
  new RegExp(
    `^\\p{Nd}{1,2}(?:st|nd|rd|th|\\.|er|º)?(?: of| de)? ${MONTH_OR_PAIR}\\.?,?(?: de)? \\p{Nd}{4}(?: г(?:\\.|ода)| р\\.| года)?$`,
    'iu',
  ),
  /^\p{Nd}{4} ?[年년] ?\p{Nd}{1,2} ?[月월](?: ?\p{Nd}{1,2} ?[日일])?$/u,
  new RegExp(`^\\p{Nd}{4}\\.? (?:${MONTHS})(?: \\p{Nd}{1,2}\\.?)?$`, 'iu'),
]
