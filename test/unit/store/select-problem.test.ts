import {expect, test} from 'vitest';
import {selectedProblem} from '../../../source/store/select-problem.ts';
import {aContainer, exited} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

test('what the cursor stands on, only once there is one', () => {
	const user = new User({containers: [aContainer('api', exited(1)), aContainer('db', exited(2))]});
	expect(selectedProblem(user.state)).toBeUndefined();
	user.open('problems');
	const first = selectedProblem(user.state)?.container?.name;
	user.press('j');
	const second = selectedProblem(user.state)?.container?.name;
	expect(new Set([first, second])).toEqual(new Set(['api', 'db']));
});
