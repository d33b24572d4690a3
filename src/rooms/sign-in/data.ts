import { bigint, bytes, moment, NOBODY, table, text, theirs, uuid, yesNo } from '../../privacy/table.ts'

const ACCOUNT = {
  about: { person: theirs() },
  purposes: { account: 'contract' },
  writes: { account: ['insert', 'update', 'delete'] },
} as const

/** The password as a salted, slow hash. */
export const passwords = table(
  'sign_in.passwords',
  { ...ACCOUNT, source: 'you', ends: { with: 'the account' }, key: ['person'] },
  { person: uuid('plain'), hash: text('secret').only('account'), changed: moment('technical') },
)

/** Where somebody is signed in. The browser holds the token; here is only its hash. */
export const sessions = table(
  'sign_in.sessions',
  {
    ...ACCOUNT,
    writes: { account: ['insert', 'update', 'delete'], membership: ['update'], administration: ['update'] },
    purposes: { account: 'contract', membership: 'contract', administration: 'legitimate interest' },
    source: 'your use of the site',
    ends: { after: 'session', from: 'used' },
  },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    token_hash: bytes('secret').only('account'),
    started: moment('technical').only('account'),
    used: moment('technical').only('account'),
    ends: moment('technical').only('account'),
    strong: yesNo('technical').only('account'),
    device: text('technical').only('account'),
    ended: moment('technical').optional(),
  },
)

/** A link in a letter; its token is made by the worker at the moment of sending. */
export const links = table(
  'sign_in.links',
  {
    ...ACCOUNT,
    purposes: { account: 'contract', communication: 'contract' },
    writes: {
      account: ['insert', 'update', 'delete'],
      registration: ['insert'],
      administration: ['insert'],
      communication: ['update'],
    },
    source: 'the system',
    ends: { after: 'link', from: 'expires' },
  },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    kind: text('technical'),
    token_hash: bytes('secret').only('account', 'communication').optional(),
    new_email: text('contact').optional(),
    expires: moment('technical'),
    used: moment('technical').optional(),
  },
)

/** What stands behind a second factor: an employee may take it away from whoever lost it, and see no more. */
const FACTOR = {
  about: { person: theirs() },
  purposes: { account: 'contract', administration: 'legitimate interest' },
  writes: { account: ['insert', 'update', 'delete'], administration: ['delete'] },
  ends: { with: 'the account' },
} as const

/** The secret of an authenticator app, sealed under its person's own key. */
export const factors = table(
  'sign_in.factors',
  { ...FACTOR, source: 'the system' },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    secret: bytes('secret').only('account'),
    confirmed: moment('technical').optional(),
    last_step: bigint('technical').only('account').optional(),
  },
)

export const recoveryCodes = table(
  'sign_in.recovery_codes',
  { ...FACTOR, source: 'the system' },
  { id: uuid('plain'), person: uuid('plain'), hash: bytes('secret').only('account'), used: moment('technical').optional() },
)

export const passkeys = table(
  'sign_in.passkeys',
  { ...FACTOR, source: 'you' },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    credential: text('technical').only('account'),
    public_key: bytes('secret').only('account'),
    counter: bigint('technical').only('account'),
    transports: text('technical').only('account'),
    label: text('technical').only('account'),
    created: moment('technical'),
    used: moment('technical').optional(),
  },
)

/** The first step of two: the right password, and a factor still to be shown. */
export const proofs = table(
  'sign_in.proofs',
  { ...ACCOUNT, source: 'your use of the site', ends: { after: 'challenge', from: 'expires' } },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    token_hash: bytes('secret').only('account'),
    expires: moment('technical'),
  },
)

/** Recovery codes while they are shown, sealed under their person's own key. */
export const shownCodes = table(
  'sign_in.shown_codes',
  { ...ACCOUNT, source: 'the system', ends: { after: 'challenge', from: 'expires' }, key: ['person'] },
  { person: uuid('plain'), sealed: bytes('secret').only('account'), expires: moment('technical') },
)

/** What a passkey must sign, once, soon; nobody's yet. */
export const challenges = table(
  'sign_in.challenges',
  {
    ...NOBODY,
    purposes: { account: 'nothing personal' },
    writes: { account: ['insert', 'delete'] },
    key: ['hash'],
  },
  { hash: bytes('plain'), expires: moment('plain') },
)
