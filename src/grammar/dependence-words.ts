import { wordSet } from '../util/word-set.ts'

/** The words of one language by which a sentence depends on the one before it. */
export interface DependenceWords {
  /** Words and phrases at the start of a sentence that depends on the previous one: pronouns, connectives, answers. */
  readonly openings: ReadonlySet<string>
  /** Words that point back if they are among the first `pointerReach` words: "In diesem Fall", "Dans ce cas". */
  readonly pointers: ReadonlySet<string>
  readonly pointerReach: number
  /**
   * Words that may follow a pointer and say which one is meant, so that the pointer does not point back: "ce qui",
   * "aquellos que".
   */
  readonly relatives: ReadonlySet<string>
  /** Openings that do not depend on the previous sentence: "dieses Jahr", "il y a". */
  readonly exceptions: ReadonlySet<string>
  /** Whether the first word is a pronoun, judged by the second word: "Das würde" but not "Das Werk". */
  readonly isPronoun: ((first: string, second: string) => boolean) | undefined
  /** Whether other letters may directly follow one of these words, as in scripts without spaces between words. */
  readonly isUnspaced: boolean
  /** Letters that may be attached to the front of a word: "and" in Arabic and Hebrew. */
  readonly attachedLetters: string
}

/** Parses the lists of a language: spaces separate words, and bars separate phrases. */
function parseLists({
  pointerReach = 2,
  isUnspaced = false,
  attachedLetters = '',
  isPronoun,
  ...words
}: Partial<Record<'openings' | 'phrases' | 'pointers' | 'relatives' | 'exceptions', string>> &
  Partial<Pick<DependenceWords, 'pointerReach' | 'isUnspaced' | 'attachedLetters' | 'isPronoun'>>): DependenceWords {
  const set = (list = '', separator = ' ') => new Set(list.split(separator).filter((word) => word !== ''))
  return {
    openings: new Set([...set(words.openings), ...set(words.phrases, '|')]),
    pointers: set(words.pointers),
    relatives: set(words.relatives),
    exceptions: set(words.exceptions, '|'),
    ...{ pointerReach, isUnspaced, attachedLetters, isPronoun },
  }
}

/**
 * Whether an article or "sie" is used as a pronoun, that is, before a verb. A verb in the third person ends in t,
 * unlike any adjective after an article.
 */
function isGermanPronoun(first: string, second: string): boolean {
  if (first !== 'sie' && !/^d(?:er|ie|as|em|en)$/.test(first)) return false
  // In "Sie können", "Sie" may be the polite "you".
  return /^\p{Ll}+t$/u.test(second) || SINGULAR_VERBS.has(second) || (first !== 'sie' && PLURAL_VERBS.has(second))
}

const SINGULAR_VERBS = wordSet('war hatte wurde würde kann konnte könnte muss musste soll sollte will wollte darf mag')
const PLURAL_VERBS = wordSet('sind waren haben hatten werden wurden würden können konnten müssen sollen wollen')

const CHINESE =
  '这 這 那 他 她 它 其 此 该 該 但 而 然而 不过 不過 可是 因此 所以 于是 於是 因而 从而 從而 同时 同時 此外 另外 并且 並且 并 並 也 还 還 如此 对此 對此 为此 為此 由此 后者 後者 前者 之后 之後 随后 隨後 然后 然後 接着 接著 ' +
  '相反 否则 否則 反之 例如 比如 举例 舉例 举个例子 舉個例子 另一方面 换句话说 換句話說 总之 總之 是的'

/** The lists of each language, keyed by the first subtag of its BCP 47 tag. */
export const DEPENDENCE_WORDS: ReadonlyMap<string, DependenceWords> = new Map([
  [
    'de',
    parseLists({
      openings:
        'er ihn ihm dessen deren dabei dadurch dafür dagegen daher damit danach daneben daran darauf daraus darin darüber darum davon dazu deshalb deswegen somit folglich allerdings jedoch dennoch trotzdem hingegen stattdessen aber doch sondern denn und oder ' +
        'beide beides nein ja hierbei hierfür hierzu dort demnach anschließend zudem außerdem ferner ebenso ebenfalls insofern also mithin vielmehr beispielsweise seine seiner seinem seinen seines letztere letzterer letzteres erstere ersterer ersteres',
      phrases:
        'darüber hinaus|des weiteren|im gegenteil|zum beispiel|mit anderen worten|auf diese weise|vor allem aber',
      pointers:
        'dies diese diesem diesen dieser dieses solche solcher solches solchen jene jener jenes jenem dasselbe derselbe dieselbe',
      exceptions: 'dieses jahr|in diesem jahr|diese woche|in dieser woche|diesen monat|in diesem monat|dieser tage',
      isPronoun: isGermanPronoun,
    }),
  ],
  [
    'fr',
    parseLists({
      openings:
        "il elle ils elles cela ceci ça celui-ci celle-ci ceux-ci celles-ci cependant toutefois pourtant néanmoins donc ainsi mais or et ou car puis ensuite c'est c'était lui leur leurs son sa ses oui non aussi",
      phrases:
        "ce dernier|cette dernière|ces derniers|en revanche|par contre|au contraire|à l'inverse|par conséquent|en effet|de plus|en outre|par exemple|de même|qui plus est|d'où",
      pointers: 'ce cet cette ces celui-ci cela',
      relatives: 'qui que dont où',
      exceptions:
        "il y a|il faut|il est temps|il est important|il est possible|il est difficile|il est facile|il est clair|il s'agit|il existe|il suffit|cette année|cette semaine|ce mois-ci|ce matin|à ce jour",
    }),
  ],
  [
    'es',
    parseLists({
      openings:
        'él ella ellos ellas esto eso aquello así pero sino su sus ambos ambas y e o sí además asimismo entonces luego allí',
      phrases:
        'sin embargo|no obstante|por lo tanto|por tanto|en cambio|por el contrario|en consecuencia|de ahí|por ejemplo|es decir|de hecho',
      pointers: 'este esta estos estas ese esa esos esas ello eso esto aquel aquella aquellos aquellas',
      relatives: 'que quienes',
      exceptions: 'este año|en este año|esta semana|este mes|esta mañana',
    }),
  ],
  [
    'it',
    parseLists({
      openings:
        'lui lei loro egli ella esso essa essi esse ciò ma però tuttavia quindi dunque perciò pertanto inoltre invece infatti eppure così e o sì no',
      phrases: 'al contrario|di conseguenza|per esempio|ad esempio|in altre parole|nonostante ciò|di fatto|in effetti',
      pointers: 'questo questa questi queste quello quella quelli quelle ciò suo sua suoi sue',
      relatives: 'che',
      exceptions: "quest'anno|questa settimana|questo mese",
    }),
  ],
  [
    'pt',
    parseLists({
      openings:
        'ele ela eles elas isto isso aquilo mas porém contudo todavia entretanto portanto assim também e ou sim seu sua seus suas',
      phrases: 'no entanto|além disso|por isso|ao contrário|por exemplo|em vez disso|de fato|ou seja|com isso',
      pointers:
        'este esta estes estas esse essa esses essas deste desta disso nesse nessa neste nesta dessa desse isso seu sua seus suas',
      exceptions: 'este ano|neste ano|esta semana|nesta semana|este mês|neste mês',
    }),
  ],
  [
    'nl',
    parseLists({
      openings:
        'hij zij ze hem haar hun maar echter daarom dus toch ook bovendien daarnaast daardoor hierdoor daarbij hierbij daarvoor hiervoor daarna vervolgens en of want ja nee',
      phrases: 'in plaats daarvan|met andere woorden|op die manier|aan de andere kant',
      pointers: 'dit dat deze die',
      exceptions: 'dit jaar|deze week|deze maand',
    }),
  ],
  [
    'pl',
    parseLists({
      openings:
        'on ona ono oni one jego jej ich mu im ale jednak dlatego ponadto więc natomiast zatem i a lecz wtedy tam tak to',
      phrases: 'co więcej|mimo to|na przykład|poza tym|oprócz tego|dzięki temu|z kolei',
      pointers: 'ten ta te tego tej tym tych tą taki taka takie',
      exceptions: 'w tym roku|w tym tygodniu|w tym miesiącu',
    }),
  ],
  [
    'cs',
    parseLists({
      openings: 'on ona ono oni jeho její jejich ale však proto tedy navíc přesto a potom pak tam ano to',
      phrases: 'kromě toho|díky tomu|na druhou stranu',
      pointers: 'ten ta ti ty tento tato toto tyto tomto této těchto tím',
      exceptions: 'v tomto roce|tento rok|tento týden',
    }),
  ],
  [
    'ru',
    parseLists({
      openings:
        'он она оно они его её ее их ему ей им но однако а и или зато поэтому потому тогда затем потом там да иначе это',
      phrases:
        'при этом|кроме того|таким образом|тем не менее|в результате|вместе с тем|к тому же|в то же время|например|в частности|более того|наоборот|напротив',
      pointers: 'этот эта эти этого этой этому этим этих этом тот такой такая такие таких',
      exceptions: 'в этом году|на этой неделе|в этом месяце',
    }),
  ],
  [
    'uk',
    parseLists({
      openings: 'він вона воно вони його її їх але однак проте тому тоді потім а і й або там так це',
      phrases: 'при цьому|крім того|таким чином|наприклад',
      pointers: 'цей ця ці цього цієї цьому цим цих такий така такі',
      exceptions: 'цього року|цього тижня|цього місяця',
    }),
  ],
  [
    'sv',
    parseLists({
      openings:
        'han hon denna detta dessa deras hans hennes men dock därför alltså också dessutom däremot och eller ja nej',
      phrases: 'till exempel|trots det|i stället',
      pointers: 'denna detta dessa',
    }),
  ],
  [
    'ro',
    parseLists({
      openings: 'el ea ei ele dar însă totuși deci astfel așadar și sau',
      phrases: 'de asemenea|prin urmare|în plus|de aceea|de exemplu',
      pointers: 'acesta aceasta aceștia acestea acest această aceste acestei acestui',
      exceptions: 'anul acesta|în acest an',
    }),
  ],
  [
    'tr',
    parseLists({
      openings: 'onlar onun onları ona ancak fakat ama oysa çünkü böylece ayrıca dolayısıyla ve veya evet hayır',
      phrases: 'öte yandan|örneğin|bunun yanı sıra|bununla birlikte',
      pointers: 'bu bunlar bunun bunu buna bundan bununla şu o',
      exceptions: 'bu yıl|bu hafta|bu ay',
      pointerReach: 1,
    }),
  ],
  [
    'id',
    parseLists({
      openings: 'ia dia mereka namun tetapi tapi dan atau ya lalu kemudian misalnya akibatnya',
      phrases: 'karena itu|oleh karena itu|selain itu|dengan demikian|sementara itu|di samping itu|sebagai contoh',
      pointers: 'ini itu tersebut',
      pointerReach: 3,
      exceptions: 'tahun ini|minggu ini|bulan ini|hari ini|saat ini',
    }),
  ],
  [
    'ar',
    parseLists({
      openings: 'هو هي هم هما هن لكن لكنه لكنها لكنهم أو ثم بل لذلك لذا كذلك بالتالي كما أيضا أيضًا نعم',
      phrases:
        'مع ذلك|رغم ذلك|إلى ذلك|من ثم|في المقابل|بالإضافة إلى ذلك|علاوة على ذلك|بدلاً من ذلك|على سبيل المثال|مثلا',
      pointers: 'هذا هذه هذان هؤلاء ذلك تلك',
      exceptions: 'هذا العام|هذا الأسبوع|هذا الشهر',
      attachedLetters: 'وف',
    }),
  ],
  [
    'he',
    parseLists({
      openings: 'הוא היא הם הן זה זו זאת אלה אלו אבל אך אולם לכן לפיכך כך לדבריו לדבריה לדבריהם כן',
      phrases: 'עם זאת|בנוסף|לעומת זאת|יתרה מזאת|למרות זאת|בשל כך|לשם כך|מכאן|לדוגמה|למשל',
      pointers: 'הזה הזו הזאת האלה האלו הללו',
      pointerReach: 3,
      exceptions: 'השנה הזו|השנה הזאת|השבוע הזה|זה הזמן',
      attachedLetters: 'ו',
    }),
  ],
  [
    'fa',
    parseLists({
      openings: 'او آن‌ها آنها وی ایشان اینها این‌ها چنین اما ولی بنابراین همچنین پس سپس زیرا بله خیر',
      phrases:
        'با این حال|با این وجود|در نتیجه|از این رو|به همین دلیل|علاوه بر این|در این صورت|برای مثال|به عنوان مثال',
      pointers: 'این آن',
      exceptions: 'این هفته|این ماه',
    }),
  ],
  [
    'hi',
    parseLists({
      openings:
        'यह ये वह वे इसका इसकी इसके इससे इसमें इसे उसका उसकी उसके उससे उन्हें उन्होंने उनका उनकी उनके इसलिए लेकिन किंतु परंतु मगर और या फिर तब ऐसा ऐसे ऐसी तो क्योंकि हालांकि हाँ',
      phrases: 'उदाहरण के लिए|इसके अलावा',
      pointers: 'इस इन उस उन',
      exceptions: 'इस साल|इस वर्ष|इस सप्ताह',
    }),
  ],
  [
    'zh',
    parseLists({
      openings: CHINESE,
      exceptions: '也许|也許|并非|並非|并不|並不|还原|還原|而今|其他人|也门|那不勒斯|他人',
      isUnspaced: true,
      pointerReach: 0,
    }),
  ],
  [
    'ja',
    parseLists({
      openings:
        'この その これ それ こう そう こちら そちら ここ そこ あの あれ 彼 しかし だが そして また さらに ただし 一方 つまり なお ですが でも だから したがって 例えば たとえば 以下 上の 下の 上記 下記 同社 同氏 同様 次に 続いて 逆に むしろ ところが すると ちなみに なぜなら とはいえ 加えて では が、 はい いいえ',
      exceptions: 'または|これから|それぞれの人',
      isUnspaced: true,
      pointerReach: 0,
    }),
  ],
  [
    'ko',
    parseLists({
      openings:
        '이 그 저 이는 이것은 이것이 이것을 이를 이에 이로 이런 이러한 이렇게 이처럼 이와 그는 그녀는 그들은 그것은 그것이 그것을 그런 그러한 그렇게 그래서 그러나 그런데 그리고 그러므로 그러면 그럼 그렇지만 하지만 또한 또 따라서 반면 한편 즉 게다가 그의 그녀의 그들의 그중 여기서 거기서 당시 앞서 다만 네 아니요',
      phrases: '예를 들어|예를 들면',
    }),
  ],
  [
    'th',
    parseLists({
      openings: 'เขา เธอ มัน พวกเขา แต่ และ ดังนั้น อย่างไรก็ตาม นอกจากนี้ ซึ่ง หลังจากนั้น',
      isUnspaced: true,
      pointerReach: 0,
    }),
  ],
])
