import { wordSet } from '../util/word-set.ts'
import { primaryLanguage } from './language-tag.ts'

/**
 * The words that determine where sentences end in a language, such as abbreviations. Abbreviations are listed without
 * their full stop; those in lower case also match words with capitals.
 */
export interface Conventions {
  /** Abbreviations that never end a sentence: titles before names, "e.g.". */
  readonly neverFinal: ReadonlySet<string>
  /** Abbreviations that end a sentence unless a number follows: "No. 5", "Fig. 2". */
  readonly finalUnlessNumber: ReadonlySet<string>
  /** Abbreviations that end a sentence only if the next word is one of `starters`: "Inc.", "Dr.", "Jr.". */
  readonly sometimesFinal: ReadonlySet<string>
  /** Abbreviations that end a sentence unless a digit, a bracket or one of `timeWords` follows: "p.m.", "etc.". */
  readonly finalUnlessTime: ReadonlySet<string>
  /** Words that often begin a sentence and are not names. */
  readonly starters: ReadonlySet<string>
  /** Capitalised words that may follow a `finalUnlessTime` abbreviation inside a sentence: days, months, time zones. */
  readonly timeWords: ReadonlySet<string>
  /** Whether "3." means "third". */
  readonly hasOrdinals: boolean
  /**
   * Whether a full stop after an ordinary word ends the sentence even before a lower-case letter, since few
   * abbreviations look like words.
   */
  readonly allowsLowercaseStart: boolean
}

/**
 * Returns the conventions of a language. A language without an entry gets the conventions of English, except that a
 * full stop before a lower-case letter does not end a sentence.
 */
export function conventionsOf(language: string): Conventions {
  return CONVENTIONS.get(primaryLanguage(language)) ?? { ...ENGLISH, allowsLowercaseStart: false }
}

const ENGLISH: Conventions = {
  neverFinal: wordSet(
    'Mr Mrs Ms Mx Messrs Prof Gen Maj Col Lt Capt Cmdr Sgt Cpl Adm Brig Hon Gov Sen Sens Rep Reps Rev Mt e.g eg i.e ie cf viz vs v',
  ),
  finalUnlessNumber: wordSet(
    'no nos fig figs eq eqs sec sect ch chap vol vols pt pp p para paras art tab app ref refs ex',
  ),
  sometimesFinal: wordSet(
    'Dr Fr Sr Jr St Ste Ft Pvt Pres Supt Insp Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun ' +
      'Ave Blvd Rd Ln Hwy Sq Bldg Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo ' +
      'inc ltd co corp bros plc dept univ assn assoc est al ed eds trans govt min max avg approx ca circa incl excl resp lb lbs oz hr hrs tel ext misc esq ph.d m.sc b.sc d.phil',
  ),
  finalUnlessTime: wordSet('a.m p.m am pm etc b.c a.d'),
  starters: wordSet(
    'the a an this that these those it its he she they we you i my your his her our their there here what when where which who whose why how ' +
      'if although though while whereas because since unless until after before as at by for from in of on over under through to with without within among between during despite ' +
      'however but and or nor so yet then thus therefore hence moreover furthermore also another others some many most more much few several all both each every either neither ' +
      'no none not nothing now next once only even just still perhaps maybe did do does is are was were has have had could should would shall let please note finally ' +
      'later today yesterday tomorrow meanwhile instead indeed similarly additionally consequently nevertheless such whether yes',
  ),
  timeWords: wordSet(
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december est edt cst cdt mst mdt pst pdt et ct pt gmt utc bst cet eastern central pacific',
  ),
  hasOrdinals: false,
  allowsLowercaseStart: true,
}

const CONVENTIONS: ReadonlyMap<string, Conventions> = new Map([
  ['en', ENGLISH],
  [
    'de',
    {
      neverFinal: wordSet('Hr Hrn Fr Frl z.b z d.h d u.a bzw vgl sog ggf bspw inkl exkl evtl i.d.r o.ä s.o s.u Prof'),
      finalUnlessNumber: wordSet('nr abs art bd kap abb tab s'),
      sometimesFinal: wordSet('Dr St Str Jan Feb Apr Aug Sept Okt Nov Dez Mio Mrd ca max min geb gest Dipl Ing Co Inc'),
      finalUnlessTime: wordSet('usw etc u.s.w'),
      starters: wordSet(
        'der die das den dem des ein eine einen einer eines es er sie wir ich ihr in im am an auf aus bei mit nach seit von vor zu zum zur und aber oder doch denn wenn weil als auch so dann da dort hier heute noch nur nun nicht kein keine was wer wie wo warum diese dieser dieses viele alle man jedoch für durch über unter um',
      ),
      timeWords: wordSet('uhr januar februar märz april mai juni juli august september oktober november dezember'),
      hasOrdinals: true,
      allowsLowercaseStart: false,
    },
  ],
  [
    'fr',
    {
      neverFinal: wordSet('M MM Mme Mmes Mlle Mgr Me Dr Pr p.ex ex cf'),
      finalUnlessNumber: wordSet('n no nos p pp art chap vol fig tab'),
      sometimesFinal: wordSet('St Ste av apr J.-C env janv févr avr juil sept oct nov déc éd coll trad max min'),
      finalUnlessTime: wordSet('etc'),
      starters: wordSet(
        'le la les un une des ce cet cette ces il elle ils elles on nous vous je tu mon ma mes son sa ses leur leurs dans en au aux à de du par pour sur sous avec sans mais et ou or donc car si quand comme lorsque puis ainsi aussi cependant toutefois pourtant enfin alors ici là que qui quoi où comment pourquoi tout tous toute',
      ),
      timeWords: wordSet('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
      hasOrdinals: false,
      allowsLowercaseStart: false,
    },
  ],
  [
    'es',
    {
      neverFinal: wordSet('Sr Sra Sres Srta Dr Dra D Dª Ud Uds Vd Prof p.ej ej cf'),
      finalUnlessNumber: wordSet('n nº núm pág págs p pp art cap vol fig'),
      sometimesFinal: wordSet('EE.UU EE UU Sto Sta Av Avda Gral Cía S.A aprox máx mín'),
      finalUnlessTime: wordSet('etc a.m p.m a.c d.c'),
      starters: wordSet(
        'el la los las un una unos unas este esta estos estas ese esa eso esto él ella ellos ellas yo nosotros su sus mi en de a al del por para con sin sobre entre desde hasta pero y o ni si cuando como donde porque aunque mientras así también además después antes luego hoy ayer no sí que qué quién cómo dónde todo todos',
      ),
      timeWords: wordSet('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
      hasOrdinals: false,
      allowsLowercaseStart: false,
    },
  ],
])
