import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Hidden } from '../../../web/kit/form.tsx'
import { Stack } from '../../../web/kit/layout.tsx'
import { accountWords } from '../account/words.ts'
import { words } from '../words.ts'

/** Signs in by passkey. Shown by its script, where the browser knows passkeys; see enhance.ts. */
export function PasskeyDoor({ passkey, next, here }: { passkey: string; next: string; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <passkey-sign-in hidden data-options={passkey} data-stopped={said.passkeyStopped} data-failed={said.passkeyFailed}>
      <form method="post" action="/sign-in/passkey">
        <Hidden name="answer" value="" />
        <Hidden name="next" value={next} />
        <Button look="secondary" icon="passkey" full>
          {said.byPasskey}
        </Button>
        <p role="alert" />
      </form>
    </passkey-sign-in>
  )
}

/** Makes one more passkey on this device, under a name of its own. */
export function PasskeyRegistration({ options, label, next, here }: { options: string; label: string; next: string; here: Here }): Html {
  const said = say(accountWords, here.visit.language)
  return (
    <passkey-registration
      hidden
      data-options={options}
      data-known={said.passkeyKnown}
      data-stopped={said.registrationStopped}
      data-failed={said.registrationFailed}
    >
      <form method="post" action="/account/second-factor/passkeys">
        <Stack>
          <Hidden name="answer" value="" />
          <Hidden name="next" value={next} />
          <Field name="label" label={said.passkeyLabel} value={label} error={here.entered.errors['label']} maxlength={60} autocomplete="off" />
          <div>
            <Button look="secondary" icon="passkey">
              {said.addPasskey}
            </Button>
          </div>
          <p role="alert" />
        </Stack>
      </form>
    </passkey-registration>
  )
}
