import { test } from 'vitest'
import { tryPace } from './tryPace'

// A file of its own: the two kinds of takes are the longest tests, and files run side by side.
test('the pace of the test takes', (context) => tryPace(context, 'test'))
