import {expect, test} from 'vitest';
import {activeScopes} from '../../../source/commands/scopes.ts';
import {aContainer, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const lost = {
	type: 'connection/lost',
	failure: {kind: 'unreachable', message: 'nobody there'},
	atMillis: startMillis,
	retryAtMillis: startMillis + 250,
} as const;

test('the focused pane is asked before what works everywhere', () => {
	const user = new User({containers: [aContainer('api')]});
	expect(activeScopes(user.state)).toEqual(['list', 'global']);
	user.press('tab');
	expect(activeScopes(user.state)).toEqual(['logs', 'global']);
});

test('a lost engine adds its keys, and takes none away', () => {
	const user = new User({containers: [aContainer('api')]});
	user.dispatch(lost);
	expect(activeScopes(user.state)).toEqual(['unreachable', 'list', 'global']);
});

test('an overlay leaves nothing to what is below it', () => {
	const user = new User({containers: [aContainer('api')]});
	user.dispatch(lost);
	user.press('?');
	expect(activeScopes(user.state)).toEqual(['help']);
});
