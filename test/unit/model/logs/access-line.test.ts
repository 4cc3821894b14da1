import {expect, test} from 'vitest';
import {accessLevel} from '../../../../source/model/logs/access-line.ts';

const line = (status: string): string =>
	`172.18.0.1 - - [26/Nov/2026:10:45:32 +0000] "GET /a HTTP/1.1" ${status} 12 "-" "-"`;

test('the status decides and is what told it', () => {
	expect(accessLevel(line('200'))).toEqual({level: 'info'});
	expect(accessLevel(line('304'))?.level).toBe('info');
	expect(accessLevel(line('404'))?.level).toBe('warn');
	const found = accessLevel(line('502'));
	expect(found?.level).toBe('error');
	expect(found?.at && line('502').slice(...found.at)).toBe('502');
});

test.each([
	[
		'HAProxy',
		'1.2.3.4:5 [26/Nov/2026:10:45:32.123] web shop/<NOSRV> 0/-1/-1/-1/0 503 217 - -',
		'error',
	],
	['Gin', '[GIN] 2026/11/26 - 10:45:32 | 404 |     1.2ms |', 'warn'],
	['Rails', 'Completed 500 Internal Server Error in 12ms', 'error'],
	['php-fpm', '1.2.3.4 -  26/Nov/2026:10:45:32 +0000 "GET /index.php" 500', 'error'],
])('%s', (_, text, level) => {
	expect(accessLevel(text)?.level).toBe(level);
});

test.each(['sent "GET / HTTP/1.1" 500 times', 'took 500 ms', '', 'a "b" 500', '[a] "b" 5000'])(
	'%s is no access line',
	text => {
		expect(accessLevel(text)).toBeUndefined();
	},
);
