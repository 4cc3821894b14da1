import {expect, test} from 'vitest';
import {errorOf} from '../../../../source/model/attention/error-of.ts';
import {aContainer, someDetails} from '../../../helpers/builders.ts';

test('secrets in what the engine says are covered', () => {
	const details = someDetails({error: 'exec failed: server --password hunter2'});
	expect(errorOf(aContainer('api', {details}))).toEqual({
		output: 'exec failed: server --password ******',
	});
	expect(errorOf(aContainer('api'))).toEqual({});
});
