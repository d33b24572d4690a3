/**
 * What a script makes nicer, on every page. Each file defines one small element of our own around
 * ordinary markup that does its work without it.
 */
import './enhance/auto-saving.ts'
import './enhance/copy-button.ts'
import './enhance/live-form.ts'
import './enhance/pop-menu.ts'
import './enhance/text-tools.ts'
import './enhance/unsaved-changes.ts'
