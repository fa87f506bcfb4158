// Points like those that editors write: whole sentences of about twenty words, two to four on a slide, and a few short
// lists.
export const POINTS = `# How Harbours Learn to Live With Higher Water


## Cheap gauges changed what small harbours can know about the water around them

- A gauge that once cost a year of the harbour's budget now costs less than the fence that has to stand around it.
- Readings every six minutes show surges that the old daily marks on the pier had missed in nine winters out of ten.
- Because the data are open, the ferry company, the school and the insurer all work from the same numbers today.

## The council chose to move the market hall instead of raising the quay again

- Raising the quay would have cost four million and would have lasted, by the engineers' own account, for about twenty years.
- Moving the hall costs slightly more at first, but nobody expects that it will have to be moved a second time.

## Volunteers read the gauges for eleven years before anybody paid them for it

- Every reader had a stretch of the shore, a notebook and a telephone number that was answered at night.
- The notebooks were later typed by a class of fourteen-year-olds, who found two errors in the printed tide tables.
- One winter the only complete record of a storm came from a retired pilot who could not sleep.
- Their names are now on a plaque at the harbour office, which the readers themselves think is far too large.

## What a gauge needs

- A stilling well
- A clock
- A reader

## Two numbers

- Nine winters out of ten
- Every six minutes

## Insurance follows the data and not the other way round

- Premiums fell by a fifth in the first harbour that published its readings, and by a tenth in the next three.

## Things that broke in the first year

- The cable was cut by an anchor.
- Ice lifted the well off its bracket.
- Gulls nested in the solar panel.
- The modem froze at minus eleven.
- Somebody borrowed the ladder.
- The clock ran on summer time.

## Storms

The autumn gale of 1976 took the old pier. In 1987 the sluice was built. In 2004 the first sensor was installed. In 2019 the last notebook was closed.

## Conclusion

Harbours that measure decide earlier. Open data make neighbours into partners. The cheapest wall is the one that nobody has to build.
`
