import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import { jurisdictions } from '../../privacy/jurisdictions.ts'
import { declaredCookies } from '../../web/cookies.ts'
import type { Here } from '../../web/here.ts'
import { type Html, trusted } from '../../web/jsx-runtime.ts'
import { Column, PageHead, Stack } from '../../web/kit/layout.tsx'
import { Definitions, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Table } from '../../web/kit/data.tsx'
import { Link, Muted, Prose } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

export function PolicyPage({ hash, effective, html }: { hash: string; effective: Date; html: string }, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.title}>
      <PageHead title={said.title} lede={said.version(formatDate(effective, language, site.zone), hash.slice(0, 8))} />
      <Column>
        <Stack>
          <Prose>{trusted(html)}</Prose>
          <Muted small>{hash}</Muted>
          <Link href="/privacy/versions">{said.versions}</Link>
        </Stack>
      </Column>
    </Page>
  )
}

export function VersionsPage({ versions }: { versions: { hash: string; effective: Date }[] }, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.versions}>
      <PageHead title={said.versions} />
      <Rows label={said.versions}>
        {versions.map(({ hash, effective }) => (
          <RowItem title={formatDate(effective, language, site.zone)} href={`/privacy/versions/${hash}`} detail={hash.slice(0, 16)} />
        ))}
      </Rows>
    </Page>
  )
}

/** The cookies as the code sets them: the same declarations, so the list cannot be stale. */
export function CookiesPage(_: unknown, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.cookies}>
      <PageHead title={said.cookies} lede={said.cookiesLede} />
      <Table
        id="cookies"
        caption={said.cookies}
        hideCaption
        columns={[{ title: said.name }, { title: said.why }, { title: said.set }, { title: said.lasts }]}
        rows={declaredCookies().map(({ name, why, set, lasts }) => [name, why[language], set[language], lasts[language]])}
      />
    </Page>
  )
}

export function ContactPage(_: unknown, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { authority } = jurisdictions[site.jurisdiction]
  return (
    <Page here={here} title={said.contact}>
      <PageHead title={said.contact} lede={`${site.legalName}, ${site.address}`} />
      <Column>
        <Definitions
          items={[
            [said.contact, <Link href={`mailto:${site.contactEmail}`}>{site.contactEmail}</Link>],
            [said.privacyContact, <Link href={`mailto:${site.privacyEmail}`}>{site.privacyEmail}</Link>],
            [said.complaint, <Link href={authority.website}>{`${authority.name}, ${authority.address}`}</Link>],
          ]}
        />
      </Column>
    </Page>
  )
}
