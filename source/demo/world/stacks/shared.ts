import {hexFor} from '../random.ts';
import {minutes, type ProbeSpec, seconds} from '../spec.ts';

/** A probe over HTTP, as a compose file would have it. */
export const httpProbe = (
	url: string,
	passOutput: string,
	changes: Partial<ProbeSpec> = {},
): ProbeSpec => ({
	test: ['CMD-SHELL', `curl -fsS ${url} || exit 1`],
	intervalMillis: 10 * seconds,
	retries: 3,
	startPeriodMillis: 20 * seconds,
	readyAfterMillis: 2.5 * seconds,
	passOutput,
	failOutput: `curl: (7) Failed to connect to ${new URL(url).host}: Connection refused`,
	...changes,
});

export const commandProbe = (
	test: string,
	passOutput: string,
	changes: Partial<ProbeSpec> = {},
): ProbeSpec => ({
	test: ['CMD-SHELL', test],
	intervalMillis: 10 * seconds,
	retries: 5,
	startPeriodMillis: 0.5 * minutes,
	readyAfterMillis: 1.5 * seconds,
	passOutput,
	failOutput: 'connection refused\n',
	...changes,
});

/**
 * A value that looks like a credential, so that masking has something to mask. It is made up when
 * the world is, and opens nothing.
 */
export const secret = (name: string, digits = 32): string => hexFor(`secret ${name}`, digits);

export const pythonEnv: readonly string[] = [
	'PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin',
	'LANG=C.UTF-8',
	'PYTHON_VERSION=3.13.0',
	'PYTHONUNBUFFERED=1',
];

export const pathEnv = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
