import {cleanup, render} from 'ink-testing-library';
import {afterEach, expect, test} from 'vitest';
import {textWidth} from '../../../source/format/width.ts';
import {App} from '../../../source/view/frame/app.tsx';
import {until} from '../../helpers/until.ts';
import {scenes} from '../../helpers/view-states.ts';

// Without a canvas Ink draws everything, as it does for a screen reader.

afterEach(cleanup);

const sgr = /\u001b\[[\d;]*m/g;
const escapeSequence = /\u001b/;

test('every change of the state is drawn, and nothing but colours is sent', async () => {
	const scene = scenes.ready();
	const {lastFrame, stdin} = render(<App runtime={scene.runtime()} />);
	const plain = (): string => (lastFrame() ?? '').replaceAll(sgr, '');
	expect(plain()).toContain('shop/mailer unhealthy');
	expect(plain()).not.toMatch(escapeSequence);
	for (const row of plain().split('\n')) expect(textWidth(row)).toBeLessThanOrEqual(100);

	scene.do({type: 'message/added', level: 'info', text: 'just now', atMillis: scene.nowMillis});
	await until(() => plain().includes('just now'), 'the message');

	// Input is read from the first effects on.
	await until(() => {
		if (!plain().includes('Restart shop/api-1?')) stdin.write('r');
		return plain().includes('Restart shop/api-1?');
	}, 'the question');
});
