import type { JobHandler } from '../../privacy/jobs.ts'
import type { Tools } from '../../web/tools.ts'
import { countCapacities } from './capacity/counting-service.ts'
import { announceRequests, askForAnswerLetters } from './capacity/request-service.ts'
import { tellContactOfEnd, tellLearnerOfEnd, tellOffice, tellOfAnswer, tellOfWanted } from './mail.ts'
import { followTerms, tellOfEnds } from './term-service.ts'

export const jobs: JobHandler<Tools>[] = [
  {
    name: 'organisations.watchTerms',
    cron: '* * * * *',
    async run({ eyes, tools }) {
      const { zone } = await tools.siteOf(eyes.institution)
      await followTerms(eyes, zone)
      await tellOfEnds(eyes, zone)
    },
  },
  {
    name: 'organisations.wake',
    on: 'organisations.renewed',
    run: async ({ eyes, tools }) => followTerms(eyes, (await tools.siteOf(eyes.institution)).zone),
  },
  {
    // Due on Mondays at six; asked often, so that a house that was shut then counts when it opens.
    name: 'organisations.count',
    cron: '*/10 * * * *',
    run: async ({ eyes, tools }) => countCapacities(eyes, (await tools.siteOf(eyes.institution)).zone),
  },
  { name: 'organisations.tellContactOfEnd', on: 'organisations.termEndingForContact', run: tellContactOfEnd },
  { name: 'organisations.tellLearnerOfEnd', on: 'organisations.termEndingForLearner', run: tellLearnerOfEnd },
  { name: 'organisations.tellOfWanted', on: 'organisations.seatsWanted', run: tellOfWanted },
  { name: 'organisations.announceRequests', cron: '* * * * *', run: ({ eyes }) => announceRequests(eyes) },
  { name: 'organisations.tellOffice', on: 'organisations.requestAsked', run: tellOffice },
  { name: 'organisations.askForAnswerLetters', on: 'organisations.requestAnswered', run: ({ eyes, subject }) => askForAnswerLetters(eyes, subject) },
  { name: 'organisations.tellOfAnswer', on: 'organisations.requestAnsweredForContact', run: tellOfAnswer },
]
