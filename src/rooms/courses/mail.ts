import { type Language, say } from '../../platform/words.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { letterWords } from './letter-words.ts'
import { inLanguage } from './rules.ts'

/** Tells a learner whether they may begin a course without what it requires; of one decided anew since, the newest. */
export async function sendDecision(eyes: Eyes, tools: Tools, course: string): Promise<void> {
  const found = await within('communication', eyes, (db) =>
    db
      .selectFrom('courses.applications as application')
      .innerJoin('courses.courses as course', 'course.id', 'application.course')
      .select(['application.outcome', 'course.title', 'course.language'])
      .where('application.course', '=', course)
      .where('application.learner', '=', eyes.actor)
      .where('application.outcome', 'in', ['granted', 'declined'])
      .executeTakeFirst(),
  )
  if (!found) return
  await writeTo(eyes, tools, ({ language }, { address }) => {
    const said = say(letterWords, language)
    const title = inLanguage(found.title, language, found.language as Language).text
    return {
      subject: said.decisionSubject,
      paragraphs: [found.outcome === 'granted' ? said.grantedText(title) : said.declinedText(title)],
      button: { label: said.toCourse, href: `${address}/courses/${course}` },
    }
  })
}
