import { z } from 'zod'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Child, Html } from '../../web/jsx-runtime.ts'
import { Card, Column, PageHead } from '../../web/kit/layout.tsx'
import { Definitions } from '../../web/kit/lists.tsx'
import { Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

const text = z.string()

export const cookiesAnswer = z.object({
  cookies: z.array(z.object({ name: text, kind: z.enum(['cookie', 'storage']), why: text, set: text, lasts: text, readBy: text })),
  tracking: z.literal(false),
  /** Whether this very request asked not to be tracked (`Sec-GPC: 1`). */
  globalPrivacyControl: z.boolean(),
  /** How long the security log lasts, in words. */
  securityLog: text,
})

export const contactAnswer = z.object({
  legalName: text,
  organisationNumber: text,
  address: text,
  contactEmail: text,
  privacyEmail: text,
  phone: text.nullable(),
  authority: z.object({ name: text, address: text, email: text, phone: text, website: text }),
})

/** Everything we may leave in a browser, from the list that the server itself sets it from. */
export function CookiesPage({ cookies, globalPrivacyControl, securityLog }: z.output<typeof cookiesAnswer>, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.cookiesTitle}>
      <PageHead title={said.cookiesTitle} lede={said.cookiesLede} />
      <Column>
        {cookies.map((cookie) => (
          <CookieCard cookie={cookie} here={here} />
        ))}
        <Muted small>{said.alsoNamed}</Muted>
        <Card id="tracking" title={said.noBeaconTitle}>
          <p>{said.noBeacon}</p>
          <p>{globalPrivacyControl ? said.gpcHeard : said.gpcExplained}</p>
        </Card>
        <Card id="not-in-cookies" title={said.notInCookiesTitle}>
          <p>{said.notInCookies(securityLog)}</p>
          <p>
            <Link href="/privacy">{said.title}</Link>
          </p>
        </Card>
      </Column>
    </Page>
  )
}

function CookieCard({ cookie, here }: { cookie: z.output<typeof cookiesAnswer>['cookies'][number]; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { name, kind, why, set, lasts, readBy } = cookie
  return (
    <Card id={`cookie-${name}`} title={kind === 'storage' ? said.inStorage(name) : name}>
      <p>{why}</p>
      <Definitions
        items={[
          [said.cookieSet, set],
          [said.cookieLasts, lasts],
          [said.cookieReadBy, readBy],
        ]}
      />
    </Card>
  )
}

/** Who we are, whom to ask about privacy, and who watches over us. */
export function ContactPage(contact: z.output<typeof contactAnswer>, here: Here): Html {
  const said = say(words, here.visit.language)
  const { authority } = contact
  const phone: [Child, Child][] = contact.phone ? [[said.phone, <Phone number={contact.phone} />]] : []
  return (
    <Page here={here} title={said.contactTitle}>
      <PageHead title={said.contactTitle} lede={said.contactLede(contact.legalName)} />
      <Column>
        <Card id="general" title={said.general}>
          <Definitions
            items={[
              [said.who, `${contact.legalName}, ${said.number(contact.organisationNumber)}`],
              [said.email, <Mail to={contact.contactEmail} />],
              ...phone,
              [said.post, contact.address],
            ]}
          />
        </Card>
        <Card id="privacy" title={said.forYourRights}>
          <p>{said.forYourRightsText}</p>
          <Definitions items={[[said.email, <Mail to={contact.privacyEmail} />]]} />
          <p>
            <Link href="/my-data">{said.selfService}</Link>
          </p>
        </Card>
        <Card id="authority" title={said.complaints}>
          <p>{said.complaintsText}</p>
          <Definitions
            items={[
              [said.who, authority.name],
              [said.post, authority.address],
              [said.email, <Mail to={authority.email} />],
              [said.phone, <Phone number={authority.phone} />],
              [said.website, <Link href={authority.website}>{authority.website.replace('https://', '')}</Link>],
            ]}
          />
        </Card>
      </Column>
    </Page>
  )
}

function Mail({ to }: { to: string }): Html {
  return <Link href={`mailto:${to}`}>{to}</Link>
}

function Phone({ number }: { number: string }): Html {
  return <Link href={`tel:${number.replaceAll(' ', '')}`}>{number}</Link>
}
