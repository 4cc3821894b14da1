import {expect, test} from 'vitest';
import {User} from '../../helpers/user.ts';

test('a choice is kept, also when other themes are found, and can be taken back', () => {
	const user = new User();
	user.dispatch({type: 'theme/chosen', name: 'mine'});
	const all = [{name: 'mine', background: 'dark', colours: []}] as const;
	user.dispatch({type: 'themes/found', all});
	expect(user.state.themes).toEqual({chosen: 'mine', all});
	user.dispatch({type: 'theme/chosen'});
	expect(user.state.themes).toEqual({all});
});
