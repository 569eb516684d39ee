import { expect, test, type Page } from '@playwright/test'
import { BARE } from '../../bench/apps/started'
import { launchApp, temporaryFolder, type RunningApp } from '../../helpers/launch'
import { wordsOf, type LayoutFault, type Meant } from './faults'
import { look } from './look'

/* The check itself, on small pages: it finds what is wrong with them, and nothing where nothing is. */

test.describe.configure({ mode: 'default' })

let running: RunningApp
let removeFolder: () => void

test.beforeAll(async () => {
  const { folder, remove } = temporaryFolder()
  removeFolder = remove
  running = await launchApp({ appFolder: BARE, dataFolder: folder })
})

test.afterAll(async () => {
  await running.app.close()
  removeFolder()
})

const STYLE = `
  html { font: 16px/20px sans-serif; }
  html, body { height: 100%; margin: 0; overflow: hidden; }
  p, ul { margin: 0; padding: 0; }
  button { padding: 4px 8px; border: 1px solid; background: white; font: inherit; }
`

async function faultsOf(
  page: Page,
  body: string,
  { meant = [] as readonly Meant[], isRoomy = true } = {},
): Promise<readonly LayoutFault[]> {
  await page.setContent(`<!doctype html><style>${STYLE}</style><body>${body}`)
  return (await look(page, { meant, isRoomy })).faults
}

const wordsIn = async (body: string) => (await faultsOf(running.page, body)).map(wordsOf)

/** Each of these has exactly one fault. */
const WRONG: readonly [title: string, body: string, words: RegExp][] = [
  [
    'a title with an ellipsis',
    '<p class="title" style="width: 80px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">What language do you prefer</p>',
    /^cut by \d+(\.\d)? px at its right: text "What language do you prefer" at 0,.* by p\.title$/,
  ],
  [
    'an ellipsis for half a pixel',
    '<p style="position: absolute; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">A few words</p><script>const p = document.querySelector("p"); p.style.width = `${p.getBoundingClientRect().width - 0.5}px`</script>',
    /^cut by 0\.5 px at its right/,
  ],
  [
    'lines beyond a clamp',
    '<p style="width: 90px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden">One two three four five six seven eight nine</p>',
    /^cut by .* at its bottom: text "One two three/,
  ],
  [
    'half a line in a low box',
    '<div style="height: 30px; overflow: hidden"><p>First line</p><p>Second line</p></div>',
    /^cut by .* px at its bottom: text "Second line"/,
  ],
  [
    'a button cut by what is around it',
    '<div class="bar" style="width: 60px; overflow: clip"><button aria-label="Finish session" style="width: 75px">F</button></div>',
    /^cut by 15 px at its right: button "Finish session" at 0,0, 75 x .*, by div\.bar$/,
  ],
  [
    'a choice longer than its field',
    '<label>Microphone <select style="width: 90px"><option>A device with a long name</select></label>',
    /^cut by .* at its right: text "A device with a long name".* by combobox "Microphone/,
  ],
  [
    'a placeholder longer than its field',
    '<input type="search" aria-label="Search" placeholder="Search questions, examples, notes" style="width: 100px">',
    /^cut by .*"Search questions, examples, notes".* by searchbox "Search"$/,
  ],
  [
    'words below the edge of a window that does not scroll',
    '<p style="margin-top: 790px">Half of it</p>',
    /^outside the window by .* px at the bottom: text "Half of it"/,
  ],
  [
    'a button right of the window',
    '<button style="position: absolute; left: 1240px; width: 64px">Go</button>',
    /^outside the window by 24 px at the right: button "Go" at 1240,/,
  ],
  [
    'the end of a scroller that stands half outside',
    '<div style="height: 850px; overflow-y: auto"><div style="height: 1500px">Top</div><p>End</p></div>',
    /^outside the window by .* px at the bottom: text "End"/,
  ],
  [
    'words before the start of what a scroller shows',
    '<div style="height: 100px; overflow-y: auto"><p style="margin-top: -12px">Begin</p><div style="height: 300px"></div></div>',
    /at its top|at the top/,
  ],
  [
    'words longer than their button',
    '<button style="width: 60px; white-space: nowrap">Record again</button>',
    /^spilt by .* px at the (left|right) of button "Record again"/,
  ],
  [
    'a letter that is larger than its badge',
    '<span class="badge" style="display: grid; place-items: center; margin: 20px; width: 20px; height: 20px; border: 1px solid; font-size: 48px">A</span>',
    /^spilt by .* px at the (top|right|bottom|left) of span\.badge: text "A"/,
  ],
  [
    'words that are cut inside their button, and only that',
    '<button style="display: flex; width: 90px"><span style="flex: 1; overflow: hidden; white-space: nowrap">What language do you prefer</span></button>',
    /^cut by .* px at its right: text "What language/,
  ],
  [
    'two buttons over each other',
    '<button style="position: absolute; left: 0; width: 60px">One</button><button style="position: absolute; left: 50px; width: 60px">Two</button>',
    /^overlap of 10 px: button "One" at 0,0, 60 x .*, and button "Two" at 50,0/,
  ],
  [
    'a line over another one',
    '<p>The first line</p><p style="margin-top: -12px">The second line</p>',
    /^overlap of .* px: text "The first line".*, and text "The second line"/,
  ],
  [
    'words under a fixed bar from which no scrolling takes them',
    '<p>Heading</p><div class="toast" style="position: fixed; top: 0; left: 0; width: 100%; height: 40px; background: white"></div>',
    /^overlap of .* px: text "Heading".*, and div\.toast/,
  ],
  [
    'words half under a name that the mouse goes through',
    '<p>1 min 58 s</p><button style="position: absolute; top: 40px; left: 0"><span class="name" style="position: absolute; bottom: 30px; left: 0; width: 80px; height: 26px; background: white; pointer-events: none"></span>Go</button>',
    /^overlap of .* px: text "1 min 58 s".*, and span\.name/,
  ],
  [
    'a list that scrolls in a page that scrolls',
    '<main style="height: 300px; overflow-y: auto"><ul aria-label="Takes" style="height: 60px; overflow-y: auto"><li style="height: 200px">1</ul><div style="height: 400px"></div></main>',
    /^scrolls in a scroller: list "Takes" in main at .*by 140 px$/,
  ],
  [
    'a list that scrolls above another one',
    '<ul aria-label="Takes" style="height: 60px; overflow-y: auto"><li style="height: 200px">1</ul><ul aria-label="Marks" style="height: 60px; overflow-y: auto"><li style="height: 200px">1</ul>',
    /^scrolls below a scroller: list "Marks"/,
  ],
  [
    'a page that scrolls while one records',
    '<main style="height: 300px; overflow-y: auto"><h1>Question</h1><div style="height: 400px"></div></main><button>Stop</button>',
    /^scrolls in recording: main/,
  ],
  [
    'a page that scrolls sideways',
    '<main style="width: 300px; overflow-x: auto"><div style="width: 400px">Wide</div></main>',
    /^scrolls sideways: main .*by 100 px$/,
  ],
]

for (const [title, body, words] of WRONG) {
  test(`finds ${title}`, async () => {
    const found = await wordsIn(body)
    expect(found).toEqual([expect.stringMatching(words)])
  })
}

const RIGHT: readonly [title: string, body: string][] = [
  ['words with room', '<p>All of it</p><button>Go</button>'],
  [
    'a box that is high enough for the letters, not for the font',
    '<p style="height: 16px; overflow: hidden; line-height: 16px">Letters</p>',
  ],
  [
    'an ellipsis that is not needed',
    '<p style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap">Short</p>',
  ],
  [
    'what is below the edge of a scroller',
    '<main style="height: 300px; overflow-y: auto"><p style="margin-top: 290px">Later</p><button>Last</button></main>',
  ],
  [
    'rows of a list that are placed, at its scrolled end',
    '<ul style="position: relative; height: 100px; overflow-y: auto"><li style="position: absolute; top: 480px; height: 20px">Row</li></ul><script>document.querySelector("ul").scrollTop = 400</script>',
  ],
  [
    'words for screen readers',
    '<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap">Recording started, the second take</p><p>Seen</p>',
  ],
  [
    'what is invisible',
    '<p style="visibility: hidden; margin-left: -50px">Gone</p><p style="opacity: 0; margin-left: -50px">Gone</p><p>Seen</p>',
  ],
  [
    'a part that is folded to nothing',
    '<div style="height: 0; overflow: hidden"><p>Folded</p><button>Folded</button></div>',
  ],
  [
    'a closed fold',
    '<details><summary>More</summary><p style="margin-left: -99px">In</p></details>',
  ],
  [
    'a radio that is drawn by its label',
    '<label style="position: relative; display: block">Again<input type="radio" style="position: absolute; inset: 0; opacity: 0"></label>',
  ],
  [
    'quiet buttons whose empty edges touch words',
    '<p>Words</p><button style="margin: -4px 0 0 -9px; border: 0; background: none">More</button>',
  ],
  [
    'tight lines of one paragraph',
    '<p style="margin-top: 9px; font-size: 30px; line-height: 22px; width: 200px">Going gently past <b>many gigs</b> joining lines</p>',
  ],
  [
    'words that scroll under a bar that sticks',
    '<main style="height: 100px; overflow-y: auto"><header style="position: sticky; top: 0; background: white">Head</header><p>One</p><p>Two</p><div style="height: 300px"></div></main><script>document.querySelector("main").scrollTop = 30</script>',
  ],
  [
    'words under the foot of a window, which scroll up',
    '<main style="height: 100%; overflow-y: auto"><p style="margin-top: 770px">Later</p><div style="height: 90px"></div></main><footer style="position: fixed; bottom: 0; width: 100%; height: 50px; background: white">Foot</footer>',
  ],
  [
    'a dialog over the page',
    '<p>Behind</p><dialog style="margin: 0; padding: 0">In front</dialog><script>document.querySelector("dialog").showModal()</script>',
  ],
  [
    'a menu over the page',
    '<p>Behind</p><div popover style="inset: 0 auto auto 0; margin: 0">A menu</div><script>document.querySelector("[popover]").showPopover()</script>',
  ],
  [
    'lists that scroll beside each other',
    '<div style="display: flex"><ul style="height: 60px; width: 90px; overflow-y: auto"><li style="height: 200px">1</ul><ul style="height: 60px; width: 90px; overflow-y: auto"><li style="height: 200px">1</ul></div>',
  ],
  [
    'half a pixel outside',
    '<p style="margin: 0 -0.5px">Words</p><button style="position: absolute; left: -0.6px; top: 40px">Go</button>',
  ],
]

for (const [title, body] of RIGHT) {
  test(`finds nothing in ${title}`, async () => {
    expect(await wordsIn(body)).toEqual([])
  })
}

test('what is meant to be so is none, and says which entry said it', async () => {
  const { page } = running
  const cut = '<p style="width: 40px; overflow: hidden; white-space: nowrap">Many words</p>'
  const body = `<ul aria-label="Takes"><li>${cut}</ul>${cut}`
  const meant: Meant[] = [
    { kind: 'overlap', what: 'li', because: 'of another kind' },
    { kind: 'cut', what: '[aria-label="Takes"] li', because: 'a row' },
    { kind: 'cut', what: 'nav', because: 'there is none' },
  ]
  expect(await faultsOf(page, body)).toHaveLength(2)
  expect(await faultsOf(page, body, { meant })).toHaveLength(1)
  expect((await look(page, { meant, isRoomy: true })).excused).toEqual([1])
})

test('an overlap is meant only of the two that are named, in either order', async () => {
  const { page } = running
  const at = (left: number) => `style="position: absolute; left: ${left}px; width: 60px"`
  const body = `<button id="a" ${at(0)}>A</button><button id="b" ${at(50)}>B</button>`
  const entry = (what: string, over: string): Meant[] => [
    { kind: 'overlap', what, over, because: 'so' },
  ]
  expect(await faultsOf(page, body, { meant: entry('#b', '#a') })).toEqual([])
  expect(await faultsOf(page, body, { meant: entry('#a', '#c') })).toHaveLength(1)
})

test('what is behind the edges of two scrollers, one in the other, is in reach', async () => {
  const body =
    '<div style="height: 200px; overflow-y: auto"><div style="height: 400px; width: 100px; overflow-x: auto"><div style="width: 300px; margin-top: 350px"><button style="margin-left: 240px">Last</button></div></div></div>'
  const found = await faultsOf(running.page, body)
  expect(found.map(({ kind }) => kind)).toEqual(['scroller'])
})

test('in a low window a page may scroll with all that is in it', async () => {
  const body =
    '<main style="height: 300px; overflow-y: auto"><ul style="height: 60px; overflow-y: auto"><li style="height: 200px">1</ul><div style="height: 400px"></div></main>'
  expect(await faultsOf(running.page, body)).toHaveLength(1)
  expect(await faultsOf(running.page, body, { isRoomy: false })).toEqual([])
})
