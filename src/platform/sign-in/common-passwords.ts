/**
 * Whether a password is among the first that a guesser tries: a common one of Norway, Denmark or the
 * English-speaking world, with or without digits and signs around it ("Sommer2026!!"), one piece over and
 * over ("abcabcabcabc", "passordpassord"), or at most sixteen digits and nothing else (a date, a telephone
 * number). The list is our own, since the large ones hold hardly any Norwegian or Danish.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  if (/^\d{1,16}$/.test(plain)) return true
  return isListed(plain) || isOnePieceRepeated(plain)
}

function isListed(plain: string): boolean {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return COMMON.has(plain) || COMMON.has(core) || COMMON.has(core.replace(/[^\p{L}]+/gu, ''))
}

function isOnePieceRepeated(plain: string): boolean {
  const piece = /^(.+?)\1+$/su.exec(plain)?.[1]
  return piece !== undefined && (piece.length <= 4 || isListed(piece))
}

const NORWEGIAN = `
  passord passordet mittpassord hemmelig hemmelighet velkommen norge norway oslo bergen trondheim stavanger
  tromsø kristiansand drammen fredrikstad sommer sommeren vinter vinteren høst høsten vår våren januar februar
  mars april mai juni juli august september oktober november desember mandag tirsdag onsdag torsdag fredag
  lørdag søndag fotball håndball skiskyting langrenn brann rosenborg vålerenga viking lillestrøm liverpool
  arsenal manchester chelsea kjærlighet elskerdeg jegelskerdeg elskling skatten kjæreste familie
  mamma pappa bestemor bestefar tante onkel sjokolade brunost kvikklunsj grandiosa kaffe hund katten
  hesten sommerfugl solskinn regnbue prinsesse superman ingenting glemtpassord glemt ukjent bruker brukernavn
  administrator eksempel testing testbruker endremeg byttmeg nyttpassord skole skolen student studenten elev
  lærer lærling nomkus kursportal sertifikat medlem medlemskap samfunn arbeid arbeidsliv`

const DANISH = `
  adgangskode adgangskoden kodeord kodeordet mitkodeord minkode hemmeligt hemmelighed velkomst danmark københavn
  aarhus århus odense aalborg ålborg esbjerg randers kolding horsens vejle roskilde sommeren efterår efteråret
  forår foråret marts maj december onsdagen lørdagen søndagen fodbold håndbold brøndby fckøbenhavn midtjylland
  agf kærlighed elskerdig jegelskerdig skat skatter kæreste familien mor far mormor farmor morfar farfar
  chokolade smørrebrød rødgrød rødgrødmedfløde rugbrød hunden kat solskin prinsessen ingenting glemtkode bruger
  brugernavn skift skiftmig nykode skolen elever lærere læring læringshus nordisk nordisklæringshus hygge`

const ENGLISH = `
  password passw0rd p@ssw0rd p@ssword pa55word pass passwd mypassword thepassword newpassword changeme letmein
  letmeinnow welcome welcomehome admin administrator root user username login guest default secret topsecret
  temp temporary test tester testtest demo sample example system server computer internet windows microsoft
  google facebook instagram twitter youtube whatsapp iloveyou loveyou lovely love lover mylove babygirl baby
  princess angel sweety sweetheart honey sunshine sunflower flower butterfly rainbow summer winter spring autumn
  monday tuesday wednesday thursday friday saturday sunday january february march may june july october football
  baseball basketball hockey soccer tennis golfer dragon monkey tigger tiger lion eagle shadow master superman
  batman spiderman pokemon pikachu naruto minecraft fortnite starwars matrix hunter killer ranger soldier
  warrior freedom freedomforall whatever nothing something anything trustno trustnoone access accessdenied
  michael jordan jennifer jessica ashley daniel charlie thomas andrew joshua matthew robert nicole hannah
  george buster pepper ginger cookie chocolate cheese banana orange apple coffee money maggie mustang ferrari
  porsche mercedes harley corvette yamaha samsung iphone nokia hello hellohello helloworld goodbye thankyou
  correcthorsebatterystaple forever family friends mother father brother sister blessed jesus jesuschrist god
  heaven school college teacher student learning course certificate exam member membership`

const KEYBOARD = `
  qwerty qwertyuiop qwertyuiopå qwertyuiopåæø qwertz azerty asdf asdfgh asdfghjkl asdfghjklø asdfghjkløæ
  asdfghjklæø zxcvbn zxcvbnm zxcvbnmqwerty qazwsx qazwsxedc qazwsxedcrfv wsxedc qweasd qweasdzxc qwerasdf
  qwerasdfzxcv poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcdef abcdefg abcdefgh abcdefghi abcdefghij abcdefghijk
  abcdefghijkl aabbccddee 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 a1b2c3d4
  a1b2c3d4e5 zaq12wsx zaq1xsw2 !qaz2wsx 1234qwer qwer1234 123qweasd 123qweasdzxc !"#¤%&/()= !@#$%^&*()`

const COMMON: ReadonlySet<string> = new Set(
  [NORWEGIAN, DANISH, ENGLISH, KEYBOARD].flatMap((list) => list.trim().split(/\s+/)),
)
