import {expect, test} from 'vitest';
import {forbiddenText} from '../../../source/model/forbidden.ts';

test('it is named together with what follows from it', () => {
	expect(forbiddenText('events')).toMatch(/forbids events: the list is read every three seconds/);
	expect(forbiddenText('stats')).toMatch(/forbids stats: figures .* not known/);
});
