import { describe, expect, test } from 'vitest'
import { lengthsOf } from '../support/written.ts'

describe('the shortest length of a sentence', () => {
  test.each([
    ['loses a connective', 'Furthermore, the council approved the plan.', 'the council approved the plan.'],
    ['loses brackets', 'The agency (founded in 1949) opened two offices.', 'The agency opened two offices.'],
    ['loses an apposition', 'The mayor, a seasoned diplomat, opened the bridge.', 'The mayor opened the bridge.'],
    [
      'loses a relative clause between commas',
      'The bridge, which was built in 1890, carries forty trains a day.',
      'The bridge carries forty trains a day.',
    ],
    ['loses an opening scene', 'During the meeting, the council approved the plan.', 'the council approved the plan.'],
    [
      'loses a trailing participle',
      'The city moved the timetable, pleasing its riders.',
      'The city moved the timetable.',
    ],
    [
      'loses examples',
      'The company makes tools for gardeners, including spades and rakes.',
      'The company makes tools for gardeners.',
    ],
    ['loses a turn', 'However, the council approved the plan.', 'the council approved the plan.'],
    ['loses a frame', 'It turns out that the council approved the plan.', 'the council approved the plan.'],
    [
      'loses where it happened',
      'The council approved the plan at a meeting in the town hall on Monday.',
      'The council approved the plan.',
    ],
    [
      'loses what came before',
      'The line gained many new riders following a long debate over its fares.',
      'The line gained many new riders.',
    ],
    ['loses a purpose', 'The city opened a new depot to store its buses.', 'The city opened a new depot.'],
    [
      'loses a second clause, with its figures',
      'The city opened a new depot, and the line carried 4,000 riders in a week.',
      'The city opened a new depot.',
    ],
    [
      'loses a clause with its own hedges beside a day',
      'The player was seen in the town this week and this may have led the club to act.',
      'The player was seen in the town.',
    ],
    ['loses a second deed', 'The driver stopped the bus and opened all its doors.', 'The driver stopped the bus.'],
    ['loses a date', 'The council approved the plan on August 29.', 'The council approved the plan.'],
    [
      'loses what stands between dashes',
      'The mayor opened a new depot – an old barn – at the harbour.',
      'The mayor opened a new depot.',
    ],
    [
      'keeps a comma that ends an opening',
      'While the plan, which is old, failed, the council approved the bridge.',
      'While the plan failed, the council approved the bridge.',
    ],
    [
      'loses a place inside what somebody says',
      'The mayor says that the council approved the plan at the town hall.',
      'The mayor says that the council approved the plan.',
    ],
    ['loses who did it', 'The old bridge was closed by a mud slide.', 'The old bridge was closed.'],
    [
      'loses an occasion',
      'The council closed the bridge in response to a long petition.',
      'The council closed the bridge.',
    ],
    [
      'loses a clause without a comma',
      'The council will approve the plan on Monday and the riders will vote on the bridge.',
      'The council will approve the plan.',
    ],
    ['loses what somebody is', 'Water secretary Ann Bell approved the plan.', 'Ann Bell approved the plan.'],
    [
      'loses what is added behind a comma',
      'The council approved the plan, in addition to the new bridge.',
      'The council approved the plan.',
    ],
    ['loses a reason', 'Since the bridge is old, the trains go slowly.', 'the trains go slowly.'],
    [
      'loses what only shows once the rest is gone',
      'Ann Bell, who was travelling in a small van, lost her keys in an accident.',
      'Ann Bell lost her keys.',
    ],
    ['keeps a short imperative', 'Also, learn how to use the system.', 'learn how to use the system.'],
  ])('%s', (_, sentence, shortest) => {
    expect(lengthsOf(sentence)[0]).toBe(shortest)
  })
})

describe('at every length', () => {
  test.each([
    ['what a figure holds for', 'A roof sheds about 2,000 litres in an ordinary storm.', /in an ordinary storm/],
    ['how something was not done', 'Nobody in the group chose a watch by lot in the spring.', /by lot in the spring/],
    ['a negation', 'In many towns, the buses do not run at night, leaving workers stranded.', /\bnot\b/],
    ['a hedge', 'By moving the timetable, the city likely doubled its riders.', /\blikely\b/],
    [
      'who says so',
      'According to the transport office, the line earned its cost back.',
      /According to the transport office/,
    ],
    ['a condition', 'The plan works (if the river stays low), the engineers say.', /if the river stays low/],
    ['a figure', 'The fund grew, adding 4 million euros in a year.', /4 million/],
    [
      'a concession',
      'While some progress has been made, the council stressed the need for more.',
      /While some progress/,
    ],
    [
      'which of many is meant',
      'The night bus is the only line in its network that earns more than it costs.',
      /in its network that earns more/,
    ],
    ['a quotation', '"We never knew," said the driver, who had worked there for years.', /who had worked there/],
    [
      'who says so at the end',
      'The bridge is safe after the repair, according to the mayor.',
      /according to the mayor/,
    ],
    ['what turns a sentence', 'The plan won in the city, but it lost in the towns.', /but it lost in the towns/],
    ['where something holds in general', 'On some lines, the buses run at night.', /On some lines/],
    ['when something holds in general', 'The buses run when the trains stop.', /when the trains stop/],
    ['what a verb wants beside its object', 'The driver put the key in the drawer.', /in the drawer/],
    ['where a verb gets its object', 'The town is getting the gauge in the hands of real pilots.', /in the hands/],
    ['what would bring it about', 'By waiting for the gauge, the town would lose a year.', /By waiting/],
    ['when a result follows', 'The lock was built such that a bell rang when the gate was open.', /when the gate/],
    ['by what means something holds in general', 'By reading the gauge, pilots find the channel.', /By reading/],
    ['what an infinitive completes', 'The council has the power to close the line.', /to close the line/],
    ['the end of a list', 'The shop sells the maps, the tickets and the books.', /and the books/],
    ['a pair', 'The pass works both on the bus and on the tram.', /and on the tram/],
    ['how much it changed', 'Fares rose by 40 percent in the city in May.', /by 40 percent in the city/],
    ['the mark before an option', 'The tool says that bus --list shows all its lines.', /--list shows/],
    ['what makes little of it', 'The bridge, which is old, kept them working very little.', /very little/],
    ['what makes many of them', 'Moreover, a tool of so many uses is rarely lost.', /so many uses/],
    [
      'each step of several',
      'Browsers on a phone decoded, validated, then compiled in one pass.',
      /decoded, validated, then compiled/,
    ],
    [
      'each step behind an aside',
      'The clerk, who was new, stopped, looked and then listened on Monday.',
      /stopped, looked and then listened/,
    ],
    [
      'the last step',
      'The engine had to download the module, decode and then compile it, saving a lot of time.',
      /decode and then compile it/,
    ],
    ['a small word in a name', 'They helped the city to make Requests For Proposals.', /Requests For Proposals/],
    [
      'a figure in an opening clause',
      'When the firm did this in Mumbai with three teams, it built a bridge.',
      /with three teams/,
    ],
    [
      'a hedge behind a semicolon',
      'The rules are one example; while the rules are kept as simple as possible, they find faults.',
      /as simple as possible/,
    ],
    [
      'where a thing is to be found',
      "You can find the map in the 'Lines' drawer of the office.",
      /in the 'Lines' drawer/,
    ],
    [
      'what something is set to do',
      'So the keeper configured the gate to allow boats at night, and slept.',
      /to allow boats/,
    ],
    [
      'what more is than',
      'We had far more help and made far more of it than we could have foreseen a year ago.',
      /than we could/,
    ],
    ['what a ban is of', 'The city banned large cars in the old park in May.', /in the old park/],
    ['whose view it is', 'The bridge was ranked first by its riders.', /by its riders/],
    [
      'all of a list',
      'The council thanked the bank, the agency on ageing and the commission.',
      /the agency .*commission/,
    ],
    ['which one is meant', 'The club regained some of the fame it enjoyed before the war.', /before the war/],
    ['the rest of a subject', 'People testing the water from the well and pump of the farm found eggs.', /found eggs/],
    ['what is counted in brackets', 'For each state there are at most (two) bridges to choose.', /at most \(two\)/],
    [
      'a figure of a span',
      'Trade with the towns behind the hill has grown during the past two decades.',
      /two decades/,
    ],
    ['what something is said to be', 'The spate of storms has been described as heavy by the council.', /as heavy/],
    ['what was asked', 'The clerk was asked by the mayors as to when the work would end.', /as to when/],
    ['where a thing is covered', 'The rules of the house will be covered in a later chapter.', /in a later chapter/],
    ['what bounds the worst', 'The flood is part of the worst spring in the valley in many years.', /in many years/],
    ['how a deed was done', 'His lawyers argued that the guard shot the man in self-defence.', /in self-defence/],
    ['what an adverb leans on', 'The nurse called her right after she heard the bell.', /right after she heard/],
    [
      'the work that a helper does',
      'The helpers do all their work totally in the background.',
      /totally in the background/,
    ],
    [
      'both ends of a way',
      'The team moved the tracks from the old yard to the new one.',
      /from the old yard to the new one/,
    ],
    ['what stands in a condition', 'The lock is useful when passing boats across the border.', /across the border/],
    ['when a state held', 'The singer was just seven years old when he first stood on a stage.', /when he first stood/],
    ['when there is something', 'There have been a few times in my life when I was truly afraid.', /when I was/],
    ['for whom somebody calls to act', 'The driver shouts for the boy to show his ticket.', /to show his ticket/],
    ['a name and what stands before it', 'A note from teacher Ann Bell challenged the whole town.', /teacher Ann Bell/],
    ['where those stand who are compared', 'Riders in the north pay more than riders in the south.', /in the south/],
    ['what was made possible', 'We made it possible to read the map on a dark night.', /on a dark night/],
    [
      'the day behind a participle',
      'The line carries 4,000 people, according to a report released Thursday.',
      /released Thursday/,
    ],
    [
      'the verb of a clause',
      'The work was an easy step since only one pin and the main gear have changed.',
      /have changed/,
    ],
    ['when what is ahead will happen', 'When you press the bell, all the doors will be opened.', /When you press/],
    [
      'both dashes of an aside',
      'The team found a link between the fire – and the smell of the plant, which may be old – and the flood.',
      /– and the flood/,
    ],
    [
      'what somebody speaks for',
      'However, water spokeswoman Ann Bell said in May that the bridge held.',
      /spokeswoman Ann Bell/,
    ],
    ['what a report is on', 'A long film on the life of the painter was shown in Leeds.', /on the life of the painter/],
    ['the whole of a name', 'The Church in the Far North has bought two more bells.', /in the Far North/],
    [
      'since when something has been so',
      'The riders are feeling uneasy ever since the old mayor joined the race.',
      /uneasy(?: ever since|\.$)/,
    ],
    ['a verb that shares its object', 'They were able to quickly install and use the kit in May.', /install and use/],
    ['what a bare noun is of', 'The rise is mostly coming from growth in the whole valley.', /in the whole valley/],
    [
      'what else the one does who is told of',
      'You will meet the clerk, who will show you the town, and talk you through the day.',
      /^(?!.*clerk,? and talk)/,
    ],
    [
      'the last of what a colon announces',
      'There are two kinds of fault: clean faults, in which it is told, and dark faults, in which it is not told.',
      /and dark faults/,
    ],
    ['what only is about', 'The game set a rule where you can only write notes in the town hall.', /in the town hall/],
    ['brackets within a term', 'The team found a quick O (log n)-step way to count boats.', /\(log n\)-step/],
    ['of which all is said', 'The tool stopped all the trains in the old yard on Monday.', /in the old yard/],
    [
      'what something is as much as',
      'We asked as broad a group of riders as we could find in a week.',
      /as we could find/,
    ],
    ['what was urged', 'The mayor urged the towns in the north to save all the water they could.', /to save/],
    [
      'what follows examples',
      'The towns should make all plans, including old ones, as easy to find as they can.',
      /as easy to find/,
    ],
    ['where it will hold', 'In the slow mode, a stop will always take more than a minute.', /In the slow mode/],
    [
      'each of a row',
      'The bouts, the town, the scene can all leave much room for doubt.',
      /The bouts, the town, the scene/,
    ],
    ['a name with a small word', 'Northern band Boats at Work lost a long case about a song.', /Boats at Work/],
    [
      'what there is room for',
      'We have tried to keep the plan with enough room to allow short breaks.',
      /to allow short breaks/,
    ],
    ['a row that goes on', 'Some good topics might be improving the map, creating new stops, et cetera.', /et cetera/],
    [
      'where those are that are meant',
      'You need to have all ropes, and some spare parts that you use in the yard.',
      /in the yard/,
    ],
    ['the end of a title', 'You may find the post Night Boats in Old Harbours useful.', /Night Boats in Old Harbours/],
    ['the object of the verb', 'Many teams get started by using a banner on their site.', /by using a banner/],
  ])('%s stays', (_, sentence, kept) => {
    for (const length of lengthsOf(sentence)) expect(length).toMatch(kept)
  })

  test('no length announces an example that is gone', () => {
    const sentence =
      'There are real cases — for example, moving from an old record system where you need to write to both the old log and the new log during a transition period.'
    for (const length of lengthsOf(sentence)) expect(length).not.toMatch(/for example\W*$/)
  })

  test('the last is the whole sentence', () => {
    const sentence = 'Moreover, the bridge, which is old, held.'
    expect(lengthsOf(sentence).at(-1)).toBe(sentence)
  })
})

test('what is thought of as something stays so', () => {
  const sentence = "You can think of this act of determining a program's behavior by examining data as learning."
  expect(lengthsOf(sentence).every((length) => length.includes('as learning'))).toBe(true)
})

test('a row behind a colon keeps all of its parts, or none', () => {
  const row = 'The lock has two parts: the gate is the type of the upper end; the sluice is the type of each lower end.'
  expect(lengthsOf(row).filter((line) => line.includes(':') && !line.includes(';'))).toEqual([])
})
