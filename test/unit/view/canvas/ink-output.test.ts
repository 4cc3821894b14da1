import {expect, test} from 'vitest';
import {readInkOutput} from '../../../../source/view/canvas/ink-output.ts';

const eraseThreeLines = '\u001b[2K\u001b[1A\u001b[2K\u001b[1A\u001b[2K\u001b[G';

test.each([
	['a first frame', 'one\ntwo', ['one', 'two']],
	['a frame over the last one', `${eraseThreeLines}one\ntwo`, ['one', 'two']],
	['a frame after a full clear', '\u001b[1;1H\u001b[Jone\ntwo', ['one', 'two']],
	['a frame with the cursor placed in it', 'one\ntwo\u001b[1A\u001b[4G\u001b[?25h', ['one', 'two']],
	['a blank frame', '\n\n', ['', '', '']],
	['a frame with colours', '\u001b[31mone\u001b[39m', ['\u001b[31mone\u001b[39m']],
])('%s', (_name, data, frame) => {
	expect(readInkOutput(data)).toEqual({modes: '', frame});
});

test.each([
	['an update that begins and ends', '\u001b[?2026h', ''],
	['the cursor', '\u001b[?25l', '\u001b[?25l'],
	['the alternate screen', '\u001b[?1049h', '\u001b[?1049h'],
	['pasting', '\u001b[?2004h', '\u001b[?2004h'],
	['the keyboard protocol', '\u001b[>1u', '\u001b[>1u'],
	['erasing alone', eraseThreeLines, ''],
	['nothing', '', ''],
])('%s is no frame', (_name, data, modes) => {
	expect(readInkOutput(data)).toEqual({modes});
});
