import {expect, test} from 'vitest';
import type {Line} from '../../../../../source/format/span.ts';
import {withLevel} from '../../../../../source/view/panes/logs/level.ts';

/** `[muted 17:21:44] [- text]` */
const told = (line: Line): string =>
	line
		.filter(({text}) => text !== '')
		.map(({text, style}) => `[${style?.token ?? '-'} ${text}]`)
		.join('');

const drawn = (text: string): string => told(withLevel([{text}]));

test.each([
	[
		'2026-11-26 17:21:44,557 WARN  pool exhausted',
		'[muted 2026-11-26 17:21:44,557][-  ][warn WARN][-   pool exhausted]',
	],
	['17:21:44 INFO  ready', '[muted 17:21:44][-  INFO  ready]'],
	['2026-11-26T17:21:44Z GET /health 200', '[muted 2026-11-26T17:21:44Z][-  GET /health 200]'],
	['2026/11/26 17:21:44 listening', '[muted 2026/11/26 17:21:44][-  listening]'],
	['[17:21:44.557] started', '[muted [17:21:44.557]][-  started]'],
	[
		'2026-11-26 17:21:44.101 UTC [1] LOG:  checkpoint',
		'[muted 2026-11-26 17:21:44.101 UTC][-  [1] LOG:  checkpoint]',
	],
	[
		'[2026-11-26 17:21:44,557: WARNING/Pool-2] retry',
		'[muted [2026-11-26 17:21:44,557][- : ][warn WARNING][- /Pool-2] retry]',
	],
	['ERROR it broke', '[err ERROR][-  it broke]'],
	['started at 17:21:44', '[- started at 17:21:44]'],
	['2026-11-26 is a Thursday', '[- 2026-11-26 is a Thursday]'],
	['17:21:445 no time', '[- 17:21:445 no time]'],
])('%s', (text, expected) => {
	expect(drawn(text)).toBe(expected);
});

test('the colours of its program stay', () => {
	const own: Line = [{text: '17:21:44 ERROR', style: {token: 'ok'}}];
	expect(withLevel(own)).toBe(own);
});
