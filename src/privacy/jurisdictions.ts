/** Where people can complain about us. */
export type Authority = {
  readonly name: string
  readonly address: string
  readonly email: string
  readonly phone: string
  readonly website: string
}

/** What follows from the country whose law an institution follows. */
export type Jurisdiction = {
  readonly authority: Authority
  /** From which age somebody consents for themselves online (article 8), and from which day that holds. */
  readonly digitalConsent: readonly { readonly from: string; readonly age: number }[]
  readonly majority: number
}

export type JurisdictionName = 'NO' | 'DK'

export const jurisdictions: Readonly<Record<JurisdictionName, Jurisdiction>> = {
  NO: {
    authority: {
      name: 'Datatilsynet',
      address: 'Postboks 458 Sentrum, 0105 Oslo',
      email: 'postkasse@datatilsynet.no',
      phone: '+47 22 39 69 00',
      website: 'https://www.datatilsynet.no',
    },
    digitalConsent: [{ from: '2018-07-20', age: 13 }], // personopplysningsloven § 5
    majority: 18,
  },
  DK: {
    authority: {
      name: 'Datatilsynet',
      address: 'Carl Jacobsens Vej 35, 2500 Valby',
      email: 'dt@datatilsynet.dk',
      phone: '+45 33 19 32 00',
      website: 'https://www.datatilsynet.dk',
    },
    digitalConsent: [
      { from: '2018-05-25', age: 13 },
      { from: '2024-01-01', age: 15 }, // databeskyttelsesloven § 6, stk. 2, as amended
    ],
    majority: 18,
  },
}

/** The age from which somebody consents for themselves online on a day (`YYYY-MM-DD`). */
export function digitalConsentAge(name: JurisdictionName, day: string): number {
  const { digitalConsent, majority } = jurisdictions[name]
  return digitalConsent.findLast(({ from }) => from <= day)?.age ?? majority
}
