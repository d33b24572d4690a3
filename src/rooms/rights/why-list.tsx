import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Strong } from '../../web/kit/text.tsx'
import type { HeldTable } from './shapes.ts'
import { words } from './words.ts'

/** Each purpose by its name, and what it is for. */
export function WhyList({ table, here }: { table: Pick<HeldTable, 'why'>; here: Here }): Html {
  if (table.why.length === 0) return <span>{say(words, here.visit.language).noPurpose}</span>
  return (
    <>
      {table.why.map(({ name, why }, index) => (
        <>
          {index > 0 ? <br /> : null}
          <Strong>{name}:</Strong> {why}
        </>
      ))}
    </>
  )
}
