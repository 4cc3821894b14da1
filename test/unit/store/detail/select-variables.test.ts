import {expect, test} from 'vitest';
import {selectVariables} from '../../../../source/store/detail/select-variables.ts';
import {aContainer, aSetup, keyOf, startMillis} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

test('the environment is the same until something else is known of it', () => {
	const user = new User({containers: [aContainer('api')]});
	expect(selectVariables(user.state)).toBeUndefined();
	const about = {kind: 'setup', key: keyOf('api'), atMillis: startMillis} as const;
	user.dispatch({type: 'detail/loaded', ...about, value: aSetup({env: ['A=1']})});
	const before = selectVariables(user.state);
	expect(before?.map(({name}) => name)).toEqual(['A']);
	user.press(']');
	expect(selectVariables(user.state)).toBe(before);
	user.dispatch({type: 'detail/loaded', ...about, value: aSetup({env: ['B=2']})});
	expect(selectVariables(user.state)?.map(({name}) => name)).toEqual(['B']);
});
