// The table of layouts, in the order in which each draft is offered to them.

import type { Layouts } from '../model/layout.ts'
import { agenda } from './layouts/agenda.ts'
import { chart } from './layouts/chart.ts'
import { closing } from './layouts/closing.ts'
import { code } from './layouts/code.ts'
import { comparison } from './layouts/comparison.ts'
import { image } from './layouts/image.ts'
import { number } from './layouts/number.ts'
import { part } from './layouts/part.ts'
import { points } from './layouts/points.ts'
import { quote } from './layouts/quote.ts'
import { statement } from './layouts/statement.ts'
import { table } from './layouts/table.ts'
import { takeaways } from './layouts/takeaways.ts'
import { timeline } from './layouts/timeline.ts'
import { title } from './layouts/title.ts'

/** All layouts, the more specific before the more general, because a draft gets the first that accepts it. */
export const layouts: Layouts = {
  title,
  agenda,
  part,
  takeaways,
  closing,
  chart,
  table,
  code,
  image,
  number,
  quote,
  comparison,
  timeline,
  statement,
  points,
}
