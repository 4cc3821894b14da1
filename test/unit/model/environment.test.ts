import {expect, test} from 'vitest';
import {splitVariable, variablesOf} from '../../../source/model/environment.ts';

const image = ['PATH=/usr/bin', 'LANG=C'];
const compose = {'com.docker.compose.project': 'shop'};

test('what the image sets comes last, and what was set over it says so', () => {
	expect(variablesOf(['PORT=80', 'LANG=de', 'PATH=/usr/bin'], image, compose)).toEqual([
		{name: 'LANG', value: 'de', origin: 'compose', isOverImage: true},
		{name: 'PORT', value: '80', origin: 'compose', isOverImage: false},
		{name: 'PATH', value: '/usr/bin', origin: 'image', isOverImage: false},
	]);
});

test('who made the container is read from its labels', () => {
	const origin = (labels: Readonly<Record<string, string>>) =>
		variablesOf(['PORT=80'], image, labels)[0]?.origin;
	expect(origin(compose)).toBe('compose');
	expect(origin({'com.docker.swarm.service.name': 'api'})).toBe('swarm');
	expect(origin({})).toBe('run');
});

test('without the image nobody knows where they come from', () => {
	expect(variablesOf(['PORT=80'], undefined, {})).toEqual([
		{name: 'PORT', value: '80', isOverImage: false},
	]);
});

test('a value may hold the sign, and may be missing', () => {
	expect(splitVariable('A=b=c')).toEqual(['A', 'b=c']);
	expect(splitVariable('A')).toEqual(['A', '']);
});
