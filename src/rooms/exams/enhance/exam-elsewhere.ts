/** Ends a page of an exam that went on in another tab or on another device: says so, and takes no more answers. */
export function leaveBehind(answers: HTMLElement): void {
  const notice = answers.querySelector<HTMLElement>('exam-elsewhere')
  if (!notice?.hidden) return
  for (const form of answers.querySelectorAll('form')) form.hidden = true
  for (const way of document.querySelectorAll<HTMLButtonElement>('button[form]')) way.disabled = true
  notice.hidden = false
  // Whoever listens to the page is led to the words and the one way on.
  notice.querySelector('a')?.focus()
}

/** Says that the session is over, and where to sign in again: what is unsent waits in the browser meanwhile. */
export function askToSignIn(answers: HTMLElement, isSignedOut: boolean): void {
  const notice = answers.querySelector<HTMLElement>('exam-signed-out')
  if (!notice || notice.hidden === !isSignedOut) return
  notice.hidden = !isSignedOut
  if (isSignedOut) notice.querySelector('a')?.focus()
}
