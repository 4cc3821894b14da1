import {expect, test} from 'vitest';
import type {Confirm} from '../../../../source/store/overlay.ts';
import {questionBody} from '../../../../source/view/overlays/confirm-body.ts';
import {confirm} from '../../../helpers/every-overlay.ts';
import {scenes} from '../../../helpers/view-states.ts';

const textOf = (question: Confirm): string =>
	questionBody(scenes.ready().view(80, 24), question, {width: 40, height: 20, answer: []})
		.map(line => line.map(({text}) => text).join(''))
		.join('\n');

const command = 'sh -c echo "a  b" && ./deploy --to production --wait';

test('what has two blanks in it is no name, and whole on as many lines as it takes', () => {
	const {request} = confirm(1);
	const text = textOf({title: 'deploy?', lines: ['File: /srv/a b', `runs: ${command}`], request});
	expect(text).toContain('production');
	expect(text).toContain('--wait');
	expect(text).not.toContain('…');
});

test('a name before it stays on one line', () => {
	const {lines, ...question} = confirm(1);
	const text = textOf({...question, lines: [`${lines[0]} (for a very long time)`, command]});
	expect(text).toMatch(/\n shop\/worker-0 {2}aac91a707528 {2}running.*…\n/);
	expect(text).toContain('--wait');
});
