import {expect, test} from 'vitest';
import {actionTarget} from '../../../../source/store/act/action-request.ts';
import {aContainer, ofProject, refOf, someDetails} from '../../../helpers/builders.ts';

test('a target is named, and remembers how it was', () => {
	const details = someDetails({startedAtMillis: 1000, restartCount: 2});
	expect(actionTarget(ofProject('shop', 'api', {details}))).toEqual({
		ref: refOf('shop-api-1'),
		name: 'shop/api',
		seen: {state: 'running', startedAtMillis: 1000, restartCount: 2},
	});
});

test('what was never inspected has no instants', () => {
	expect(actionTarget(aContainer('api')).seen).toEqual({state: 'running'});
});
