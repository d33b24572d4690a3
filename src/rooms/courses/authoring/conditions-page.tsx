import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox } from '../../../web/kit/choices.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as webWords } from '../../../web/words.ts'
import type { Release } from '../opening.ts'
import { ways } from '../ways.ts'
import { Said } from '../worded.tsx'
import { asWritten, openings, releaseValues } from './conditions-form.ts'
import { conditionsSaid, typedOr } from './parts.tsx'
import type { ConditionsData, SectionReleaseData } from './shapes.ts'
import { authoringWords } from './words.ts'

/** When one lesson or exam opens, and what makes a lesson done. */
export function ConditionsPage({ item, here }: { item: ConditionsData; here: Here }): Html {
  const said = say(authoringWords, here.visit.language)
  const at = `/authoring/courses/${item.course.id}`
  return (
    <Page here={here} title={`${said.conditions}: ${item.title.text}`}>
      <PageHead
        kicker={<Link href={`${at}#item-${item.item}`}><Said {...item.course.title} here={here} /></Link>}
        title={<Said {...item.title} here={here} />}
        lede={conditionsSaid(item.conditions, here) || said.opensAtOnce}
      />
      <Column>
        <Form action={`${at}/items/${item.item}/conditions`} guarded>
          <Stack gap="large">
            <Hidden name="was" value={asWritten(item.conditions)} />
            <Opening release={item.conditions} here={here} />
            {item.kind === 'lesson' ? <Doing item={item} here={here} /> : <Muted>{said.examIsPassed}</Muted>}
            <Saving back={at} here={here} />
          </Stack>
        </Form>
      </Column>
    </Page>
  )
}

/** When a section opens: nothing in it opens earlier. */
export function SectionReleasePage({ section, here }: { section: SectionReleaseData; here: Here }): Html {
  const said = say(authoringWords, here.visit.language)
  const at = `/authoring/courses/${section.course.id}`
  return (
    <Page here={here} title={`${said.whenItOpens}: ${section.title.text}`}>
      <PageHead
        kicker={<Link href={`${at}#section-${section.section}`}><Said {...section.course.title} here={here} /></Link>}
        title={<Said {...section.title} here={here} />}
        lede={conditionsSaid(section.release, here) || said.opensAtOnce}
      />
      <Column>
        <Form action={`${at}/sections/${section.section}/release`} guarded>
          <Stack gap="large">
            <Hidden name="was" value={asWritten(section.release)} />
            <Opening release={section.release} here={here} />
            <Saving back={at} here={here} />
          </Stack>
        </Form>
      </Column>
    </Page>
  )
}

function Opening({ release, here }: { release: Release; here: Here }): Html {
  const { language, site } = here.visit
  const [said, web] = [say(authoringWords, language), say(webWords, language)]
  const kept = releaseValues(release, site.zone)
  const { errors, values } = here.entered
  const isUnseen = 'opening' in values ? values['unseen'] === 'yes' : release.unseen
  return (
    <Card id="release" title={said.whenItOpens}>
      <Stack>
        <Select
          name="opening"
          label={said.opensHow}
          value={typedOr(here, 'opening', kept.opening)}
          error={errors['opening']}
          options={openings.map((value) => ({ value, text: said[value] }))}
        />
        <Field name="opens" type="datetime-local" label={said.opensOn} value={typedOr(here, 'opens', kept.opens)} error={errors['opens']} optional={web.optional} />
        <Field name="days" label={said.opensAfter} why={said.opensAfterWhy} value={typedOr(here, 'days', kept.days)} error={errors['days']} inputmode="numeric" optional={web.optional} short />
        <Checkbox name="unseen" value="yes" checked={isUnseen} description={said.unseenWhy}>
          {said.unseenUntilThen}
        </Checkbox>
      </Stack>
    </Card>
  )
}

function Doing({ item: { conditions, exams }, here }: { item: ConditionsData; here: Here }): Html {
  const { language } = here.visit
  const [said, web] = [say(authoringWords, language), say(webWords, language)]
  const { errors } = here.entered
  const offered = exams.length > 0 ? ways : ways.filter((way) => way !== 'passed')
  const names = { read: said.wayRead, opened: said.wayOpened, time: said.wayTime, teacher: said.wayTeacher, passed: said.wayPassed }
  return (
    <Card id="way" title={said.whatMakesItDone}>
      <Stack>
        <Muted>{said.nobodyBecomesUndone}</Muted>
        <Select
          name="way"
          label={said.doneHow}
          value={typedOr(here, 'way', conditions.way)}
          error={errors['way']}
          options={offered.map((value) => ({ value, text: names[value] }))}
        />
        <Field
          name="leastMinutes"
          label={said.leastMinutes}
          why={said.leastMinutesWhy}
          value={typedOr(here, 'leastMinutes', conditions.leastMinutes)}
          error={errors['leastMinutes']}
          inputmode="numeric"
          optional={web.optional}
          short
        />
        {exams.length > 0 ? (
          <Select
            name="doneWith"
            label={said.doneWithExam}
            value={typedOr(here, 'doneWith', conditions.doneWith)}
            empty={web.choose}
            error={errors['doneWith']}
            options={exams.map(({ id, title }) => ({ value: id, text: title.text }))}
          />
        ) : null}
      </Stack>
    </Card>
  )
}

function Saving({ back, here }: { back: string; here: Here }): Html {
  const web = say(webWords, here.visit.language)
  return (
    <Row>
      <Button>{web.save}</Button>
      <Button look="tertiary" href={back}>
        {web.cancel}
      </Button>
    </Row>
  )
}
