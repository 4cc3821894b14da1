import {describe, expect, test} from 'vitest';
import {parseTcpTable} from '../../../../source/model/act/tcp-table.ts';

/** As a kernel 6.1 writes it, of a container with nginx: listening, a client, a probe that has just gone, one of its own. */
const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 46517 1 0000000000000000 100 0 0 10 0
   1: 0B00007F:9CC1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 46498 1 0000000000000000 100 0 0 10 0
   2: 030013AC:0050 070013AC:B3B2 01 00000000:00000000 00:00000000 00000000   101        0 51022 1 0000000000000000 20 4 30 10 -1
   3: 030013AC:0050 010013AC:D0F4 06 00000000:00000000 03:00001769 00000000     0        0 0 3 0000000000000000
   4: 030013AC:8E2C 020013AC:18EB 01 00000000:00000000 02:000009F5 00000000   101        0 51030 2 0000000000000000 20 4 0 10 -1
`;

/** The one for version 6, in which a client of version 4 came too. */
const six = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 48002 1 0000000000000000 100 0 0 10 0
   1: 0000000000000000FFFF0000030013AC:1F90 0000000000000000FFFF0000070013AC:B3B4 01 00000000:00000000 00:00000000 00000000     0        0 51041 1 0000000000000000 20 4 30 10 -1
   2: B80D0120000000000000000002000000:1F90 B80D012001000000000000000A000000:C001 01 00000000:00000000 00:00000000 00000000     0        0 51044 1 0000000000000000 20 4 30 10 -1
   3: 00000000000000000000000001000000:1F90 00000000000000000000000001000000:C003 01 00000000:00000000 00:00000000 00000000     0        0 51046 1 0000000000000000 20 4 30 10 -1
`;

const words = (text: string, order: 'LE' | 'BE' = 'LE'): readonly string[] =>
	parseTcpTable(text, order).map(each =>
		each.isListening
			? `${each.localAddress} ${each.localPort} listens`
			: `${each.localAddress} ${each.localPort} from ${each.peerAddress} ${each.peerPort}`,
	);

describe('the table of the kernel', () => {
	test('tells who listens and who is connected, and nothing of what is closing', () => {
		expect(words(table)).toEqual([
			'0.0.0.0 80 listens',
			'127.0.0.11 40129 listens',
			'172.19.0.3 80 from 172.19.0.7 46002',
			'172.19.0.3 36396 from 172.19.0.2 6379',
		]);
	});

	test('of version 6 has the same addresses for who came by version 4', () => {
		expect(words(six)).toEqual([
			':: 8080 listens',
			'172.19.0.3 8080 from 172.19.0.7 46004',
			'2001:db8::2 8080 from 2001:db8:0:1::a 49153',
			'::1 8080 from ::1 49155',
		]);
	});

	test('on a machine of the other byte order is read in that one', () => {
		expect(
			words(table.replace('030013AC', 'AC130003').replace('070013AC', 'AC130007'), 'BE')[2],
		).toBe('172.19.0.3 80 from 172.19.0.7 46002');
	});

	test('holds nothing where it is empty, cut or something else', () => {
		expect(words('')).toEqual([]);
		expect(words('   2: 030013AC:0050 070013AC:B3')).toEqual([]);
		expect(words('<html>\n 0: zz:0050 070013AC:B3B2 01 \n')).toEqual([]);
	});
});
