import {expect, test} from 'vitest';
import {reduceShells} from '../../../source/store/reduce-shells.ts';
import {stateAfter} from '../../helpers/user.ts';

const remembering = (...texts: readonly string[]): readonly string[] =>
	texts.reduce((state, text) => reduceShells(state, {type: 'shell/remembered', text}), stateAfter())
		.shellHistory;

test('what was run is kept once, the newest first', () => {
	expect(remembering('top', 'rails c', 'top')).toEqual(['top', 'rails c']);
});

test.each([
	'mysql --password=hunter2hunter2',
	'curl https://me:s3cretpassw0rd@example.org',
	'env API_TOKEN=ghp_0123456789abcdefghij0123456789abcdef sh',
])('%s holds a secret and is not kept', text => {
	expect(remembering(text)).toEqual([]);
});
