import {expect, test} from 'vitest';
import {parsePressureMicros} from '../../../scripts/lib/machine.ts';

test('pressure is the total of some', () => {
	const text =
		'some avg10=1.00 avg60=2.00 avg300=3.00 total=305848009\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=7\n';
	expect(parsePressureMicros(text)).toBe(305_848_009);
	expect(parsePressureMicros('')).toBeUndefined();
});
