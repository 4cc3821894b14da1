import {expect, test} from 'vitest';
import {tellPaneFaults} from '../../../source/app/pane-faults.ts';

test('tells each fault once, with where the report is, however often it comes', () => {
	const said: string[] = [];
	const tell = tellPaneFaults(
		text => said.push(text),
		() => 'It is in a file.',
	);
	for (let frame = 0; frame < 3; frame++) tell('list', new Error('no such row'));
	tell('logs', new Error('no such row'));
	expect(said).toEqual([
		'the part "list" of the screen cannot be drawn: no such row. It is in a file.',
		'the part "logs" of the screen cannot be drawn: no such row. It is in a file.',
	]);
});

test('a fault that is another one each time does not fill the messages', () => {
	const said: string[] = [];
	const tell = tellPaneFaults(
		text => said.push(text),
		() => '',
	);
	for (let frame = 0; frame < 100; frame++) tell('list', new Error(`row ${frame}`));
	expect(said).toHaveLength(10);
});
