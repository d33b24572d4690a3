import type { JobHandler } from '../../privacy/jobs.ts'
import type { Tools } from '../../web/tools.ts'
import { writeOfPolicy } from './accepting/letter.ts'
import { tellOfPolicy } from './accepting/telling.ts'

export const jobs: JobHandler<Tools>[] = [
  // Asked often, so that a house that was shut tells of it when it opens.
  { name: 'registration.tellOfPolicy', cron: '*/10 * * * *', run: ({ eyes }) => tellOfPolicy(eyes) },
  {
    name: 'registration.writeOfPolicy',
    on: 'registration.policyChanged',
    run: ({ eyes, subject: letter, tools }) => writeOfPolicy(eyes, { letter, tools }),
  },
]
