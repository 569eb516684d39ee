// Required by Electron before the app (`-r`): somebody reads the box at once and closes it, and what
// it said is printed.
const { dialog } = require('electron')

dialog.showErrorBox = (title, content) => console.log(`${title}\n${content}`)
