import {expect, test} from 'vitest';
import {replaceRandom} from '../../../source/model/random-text.ts';

const shown = (text: string): string => replaceRandom(text, '#');

test.each([
	['base62', 'q7Xw2LkP9vTzR4mB8nYc', '#'],
	['base64', 'say wJalrXUtnFEMI/K7MDENG/bPxRfiCYzK3m9Q now', 'say # now'],
	['hex of 32', 'x=0f3a9c7e5b1d8264a0c9e7f3b5d1826e', 'x=#'],
	['with what it is for', 'acme_9fT2kQ7xW4mZ8pL3vB6n', '#'],
])('%s is told', (_what, text, expected) => {
	expect(shown(text)).toBe(expected);
});

test.each([
	['an id', 'aac91a707528'.repeat(6).slice(0, 64)],
	['a commit', '3f9a1c5b7d2e8f4a6c0b9d1e3f5a7c9b2d4e6f80'],
	['a sum', 'sha256:0f3a9c7e5b1d8264a0c9e7f3b5d1826e'],
	['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
	['a path', '/var/lib/docker/overlay2/3d5337ea7e843152d81aa66aca7fb04d/merged'],
	['a pod', 'payment-worker-4q4ctwt8jw-hd2h5'],
	['humps', 'AbstractSingletonProxyFactoryBean'],
	['a number', '12345678901234567890123'],
	['a name', 'max_connections_per_hour_v2'],
	['a word that goes on and on', 'a'.repeat(50_000)],
])('%s is not', (_what, text) => {
	expect(shown(text)).toBe(text);
});
