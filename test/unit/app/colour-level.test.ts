import {expect, test} from 'vitest';
import {colourLevel, isUtf8} from '../../../source/app/colour-level.ts';

test.each([
	['a terminal that says nothing', {}, '16'],
	['a plain one', {TERM: 'xterm'}, '16'],
	['one with 256 colours', {TERM: 'xterm-256color'}, '256'],
	['tmux', {TERM: 'tmux'}, '256'],
	['screen', {TERM: 'screen'}, '256'],
	['Ghostty over SSH', {TERM: 'xterm-ghostty'}, '256'],
	['true colour', {TERM: 'xterm-256color', COLORTERM: 'truecolor'}, '24'],
	['true colour by its other name', {TERM: 'xterm', COLORTERM: '24bit'}, '24'],
	['a colour term that says something else', {TERM: 'xterm', COLORTERM: 'yes'}, '16'],
	['a dumb one', {TERM: 'dumb'}, 'mono'],
	['NO_COLOR', {NO_COLOR: '1', COLORTERM: 'truecolor'}, 'mono'],
	['NO_COLOR before FORCE_COLOR', {NO_COLOR: '1', FORCE_COLOR: '3'}, 'mono'],
	['an empty NO_COLOR, which does not count', {NO_COLOR: '', TERM: 'tmux'}, '256'],
	['FORCE_COLOR=0', {FORCE_COLOR: '0', COLORTERM: 'truecolor'}, 'mono'],
	['FORCE_COLOR=1', {FORCE_COLOR: '1', COLORTERM: 'truecolor'}, '16'],
	['FORCE_COLOR=2', {FORCE_COLOR: '2', TERM: 'dumb'}, '256'],
	['FORCE_COLOR=3', {FORCE_COLOR: '3', TERM: 'dumb'}, '24'],
	['a FORCE_COLOR that says nothing of the level', {FORCE_COLOR: 'true', TERM: 'tmux'}, '256'],
])('%s', (_what, env, level) => {
	expect(colourLevel(env)).toBe(level);
});

test.each([
	['nothing said', {}, true],
	['UTF-8', {LANG: 'de_DE.UTF-8'}, true],
	['UTF-8 as macOS writes it', {LC_CTYPE: 'UTF-8'}, true],
	['utf8 as some write it', {LANG: 'C.utf8'}, true],
	['plain C', {LANG: 'C'}, false],
	['POSIX', {LC_ALL: 'POSIX'}, false],
	['Latin-1', {LANG: 'de_DE.ISO-8859-1'}, false],
	['LC_ALL before all', {LC_ALL: 'C', LC_CTYPE: 'C.UTF-8', LANG: 'C.UTF-8'}, false],
	['LC_CTYPE before LANG', {LC_CTYPE: 'C.UTF-8', LANG: 'C'}, true],
	['an empty LC_ALL, which does not count', {LC_ALL: '', LANG: 'C.UTF-8'}, true],
])('characters with %s', (_what, env, expected) => {
	expect(isUtf8(env)).toBe(expected);
});
