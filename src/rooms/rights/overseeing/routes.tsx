import { question } from '../../../web/route.ts'
import { overviewFor, overviewSchema } from './overview.ts'
import { OverviewPage } from './page.tsx'

const showOverview = question({
  path: '/oversight',
  purpose: 'information',
  audience: 'officer',
  answer: overviewSchema,
  read: overviewFor,
  page: OverviewPage,
})

export const routes = [showOverview]
