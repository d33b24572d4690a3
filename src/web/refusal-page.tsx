import { say } from '../platform/words.ts'
import type { Here } from './here.ts'
import type { Html } from './jsx-runtime.ts'
import { Button } from './kit/action.tsx'
import { EmptyState } from './kit/state.tsx'
import { Page } from './page.tsx'
import { words } from './words.ts'

/** Says no, and where to go instead. */
export function RefusalPage({ here, said, status }: { here: Here; said: string; status: number }): Html {
  const { toHome, notFound, notFoundWhy } = say(words, here.visit.language)
  return (
    <Page here={here} title={said}>
      <EmptyState icon={status === 404 ? 'magnifying-glass' : 'information'} title={said} level={1} action={<Button href="/">{toHome(here.visit.site.name)}</Button>}>
        {said === notFound ? notFoundWhy : null}
      </EmptyState>
    </Page>
  )
}
