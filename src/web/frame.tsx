import { languages, say, type Language } from '../platform/words.ts'
import type { AssetMap } from './assets.ts'
import { type Child, type Html, trusted } from './jsx-runtime.ts'
import { Button } from './kit/action.tsx'
import { Logo, type Theme } from './kit/art.tsx'
import { Icon, type IconName } from './kit/icon.tsx'
import { Link, LiveRegion, SkipLink, Spoken } from './kit/text.tsx'
import { LANGUAGE_NAMES, words } from './words.ts'

export type Scheme = 'auto' | 'light' | 'dark'

export type FrameProps = {
  title: string
  language: Language
  scheme: Scheme
  institution: { name: string; theme: Theme; legalName: string; organisationNumber: string }
  assets: AssetMap
  /** The page's own address with its query, without host: the language links lead back here. */
  path: string
  person?: { name: string; initials: string } | undefined
  /** At most five, since phones show them side by side at the bottom. */
  navigation: readonly { href: string; label: string; icon: IconName; current?: boolean | undefined }[]
  /** In an exam or a purchase nothing leads away but the mark. */
  focus?: { title: string; subtitle?: string | undefined; right?: Child } | undefined
  wide?: boolean | undefined
  children: Child
}

/** The whole document around a page. */
export function Frame(props: FrameProps): Html {
  const bottomBar = !props.focus && props.navigation.length > 0
  const page = (
    <html lang={props.language} data-color-scheme={props.scheme} data-size="sm">
      <Head {...props} />
      <body data-color="neutral" class={bottomBar ? 'has-bottom-bar' : undefined}>
        <SkipLink to="content">{say(words, props.language).skipToContent}</SkipLink>
        {props.focus ? <FocusHeader {...props} focus={props.focus} /> : <Header {...props} />}
        <main id="content" tabindex={-1} class={width(props)}>
          {props.children}
        </main>
        {props.focus ? null : <Footer {...props} />}
        <LiveRegion />
      </body>
    </html>
  )
  return trusted(`<!doctype html>${page.markup}`)
}

function Head({ title, institution, assets }: FrameProps): Html {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${title} – ${institution.name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="" />
      <link rel="stylesheet" href={assets.theme(institution.theme)} />
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href={assets.favicon(institution.theme)} type="image/svg+xml" />
      <script type="module" src={assets.script} />
    </head>
  )
}

function Header(props: FrameProps): Html {
  const said = say(words, props.language)
  return (
    <header class="top">
      <div class={`${width(props)} top-inside`}>
        <a class="brand" href="/">
          <Logo theme={props.institution.theme} />
          <span>{props.institution.name}</span>
        </a>
        {props.navigation.length > 0 ? (
          <nav class="main-menu" aria-label={said.mainMenu}>
            <ul>
              {props.navigation.map((place) => (
                <li>
                  <a href={place.href} aria-current={place.current ? 'page' : undefined}>
                    <Icon name={place.icon} />
                    <span>{place.label}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div class="top-end">
          <LanguageMenu {...props} />
          {props.person ? <AccountMenu person={props.person} language={props.language} /> : <SignIn {...props} />}
        </div>
      </div>
    </header>
  )
}

function FocusHeader(props: FrameProps & { focus: NonNullable<FrameProps['focus']> }): Html {
  const { institution, focus } = props
  return (
    <header class="top top-focus">
      <div class={`${width(props)} top-inside`}>
        <a class="brand" href="/" aria-label={say(words, props.language).toHome(institution.name)}>
          <Logo theme={institution.theme} />
        </a>
        <div class="top-title">
          <span class="strong">{focus.title}</span>
          {focus.subtitle ? <span class="muted small">{focus.subtitle}</span> : null}
        </div>
        <div class="top-end">{focus.right}</div>
      </div>
    </header>
  )
}

/** Plain links: the choice is kept by the server, and works without a script. */
function LanguageMenu({ language, scheme, path }: FrameProps): Html {
  const said = say(words, language)
  const looks = { auto: said.lookAuto, light: said.lookLight, dark: said.lookDark }
  return (
    <pop-menu>
      <details class="menu">
        <summary class="menu-open">
          <Icon name="globe" />
          <span class="menu-word">{LANGUAGE_NAMES[language]}</span>
          <Spoken>{said.languageAndLook}</Spoken>
        </summary>
        <div class="menu-sheet">
          <p class="menu-title" id="menu-language">
            {said.language}
          </p>
          <ul aria-labelledby="menu-language">
            {languages.map((one) => (
              <li>
                <a
                  href={withQuery(path, 'language', one)}
                  lang={one}
                  hreflang={one}
                  aria-current={one === language ? 'true' : undefined}
                >
                  {LANGUAGE_NAMES[one]}
                </a>
              </li>
            ))}
          </ul>
          <p class="menu-title" id="menu-look">
            {said.look}
          </p>
          <ul aria-labelledby="menu-look">
            {(['auto', 'light', 'dark'] as const).map((one) => (
              <li>
                <a href={withQuery(path, 'scheme', one)} aria-current={one === scheme ? 'true' : undefined}>
                  {looks[one]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </pop-menu>
  )
}

function AccountMenu(props: { person: { name: string; initials: string }; language: Language }): Html {
  const said = say(words, props.language)
  return (
    <pop-menu>
      <details class="menu">
        <summary class="menu-open">
          <span class="avatar" aria-hidden="true">
            {props.person.initials}
          </span>
          <span class="menu-name">{props.person.name}</span>
          <Spoken>{said.accountMenu}</Spoken>
        </summary>
        <div class="menu-sheet">
          <p class="menu-title">{props.person.name}</p>
          <ul>
            <li>
              <a href="/account">{said.account}</a>
            </li>
            <li>
              <a href="/my-data">{said.myData}</a>
            </li>
          </ul>
          <form method="post" action="/sign-out">
            <button type="submit">{said.signOut}</button>
          </form>
        </div>
      </details>
    </pop-menu>
  )
}

function SignIn({ language }: FrameProps): Html {
  return (
    <Button look="secondary" small href="/sign-in">
      {say(words, language).signIn}
    </Button>
  )
}

function Footer(props: FrameProps): Html {
  const said = say(words, props.language)
  const { legalName, organisationNumber } = props.institution
  const links = { '/privacy': said.privacy, '/cookies': said.cookies, '/contact': said.contact }
  return (
    <footer class="foot">
      <div class={width(props)}>
        <p>
          {legalName} · {said.organisationNumber(organisationNumber)}
        </p>
        <nav aria-label={said.footerMenu}>
          <ul>
            {Object.entries(links).map(([href, text]) => (
              <li>
                <Link href={href} tone="neutral">
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

function width(props: FrameProps): string {
  return props.wide ? 'wrap wrap-wide' : 'wrap'
}

/** The same address with one thing of its query changed. */
function withQuery(path: string, name: string, value: string): string {
  const [place = '/', query] = path.split('?')
  const asked = new URLSearchParams(query)
  asked.set(name, value)
  return `${place}?${asked}`
}
