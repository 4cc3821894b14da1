import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {type Drop, drops, ShellRounds} from '../../scripts/lib/shell-rounds.ts';
import {findOpenssl, makeCertificates} from '../helpers/certificates.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';
import {startTlsGuard} from '../helpers/tls-guard.ts';

// Promise P14: whatever way dockmon is left, nothing of its shell is left in the container.
// `npm run shells` does so two hundred times.

const openssl = await findOpenssl();
const engine = await findRealEngine();
if (typeof engine === 'string') process.stderr.write(`dropped shells skipped: ${engine}\n`);

// Most of the time is spent looking whether a shell comes that was on its way.
describe
	.skipIf(typeof engine === 'string')
	.concurrent('leaves nothing in the container after', () => {
		const real = engine as RealEngine;
		const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-drops-'));
		// The image of the tests knows no other user than root.
		const possible = drops.filter(drop => !drop.name.includes('another user'));
		/** No name is the beginning of another one, since each looks for its own. */
		const subjects = possible.map((drop, at) => ({
			...{title: drop.name, drop, name: `drop${process.pid}${String.fromCharCode(97 + at)}`},
		}));

		afterAll(() => rmSync(folder, {recursive: true, force: true}));

		const leavesNothing = async (
			drop: Drop,
			name: string,
			env: Readonly<Record<string, string>> = {},
		): Promise<void> => {
			const ref = await real.run('sleep 600', {name});
			const rounds = new ShellRounds(name, path.join(folder, name), undefined, env);
			try {
				const {left, goneAfterMillis} = await rounds.drop(drop);
				expect(left).toEqual([]);
				expect(goneAfterMillis).toBeDefined();
			} finally {
				await rounds.close();
				await real.remove(ref);
			}
		};

		test.for(subjects)('$title', ({drop, name}) => leavesNothing(drop, name));

		test.skipIf(openssl === undefined)('kill -9 over TLS, child ignores HUP', async () => {
			const {socketPath} = real.endpoint.transport as {readonly socketPath: string};
			const certificates = await makeCertificates(folder);
			const guard = await startTlsGuard(socketPath, certificates.server, 'TLSv1.3');
			try {
				const drop = drops.find(({name}) => name === 'kill -9, child ignores HUP') as Drop;
				await leavesNothing(drop, `drop${process.pid}tls`, {
					...{DOCKER_HOST: `tcp://127.0.0.1:${guard.port}`, DOCKER_TLS_VERIFY: '1'},
					...{DOCKER_CERT_PATH: certificates.good, DOCKER_CONTEXT: ''},
				});
			} finally {
				await guard.close();
			}
		});
	});
