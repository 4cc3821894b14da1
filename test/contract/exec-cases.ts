import {expect, test} from 'vitest';
import type {ExecOptions, ExecSession} from '../../source/engine/engine.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {until} from '../helpers/until.ts';
import {type Contract, notRunning, openSockets, unknownRef} from './subject.ts';

interface Terminal {
	readonly session: ExecSession;
	readonly text: () => string;
	readonly type: (text: string) => void;
	/** Settles with all the output. */
	readonly ended: Promise<string>;
}

export const execCases = (contract: Contract): void => {
	const open = async (
		ref: ContainerRef,
		argv: readonly string[],
		options: Partial<ExecOptions> = {},
	): Promise<Terminal> => {
		const size = {columns: 101, rows: 33};
		const session = await contract.engine.exec(ref, {argv, ...size, ...options}, contract.signal);
		const chunks: Uint8Array[] = [];
		const text = () => Buffer.concat(chunks).toString();
		const ended = (async () => {
			for await (const bytes of session.output) chunks.push(bytes);
			return text();
		})();
		return {session, text, ended, type: line => session.write(Buffer.from(line))};
	};

	const see = (terminal: Terminal, text: string) =>
		until(
			() => terminal.text().includes(text),
			() => `${text} in ${JSON.stringify(terminal.text())}`,
		);

	test('what is typed is run, what it prints comes back', async () => {
		const shell = await open(await contract.cast.idle(), ['sh']);
		// The echo of what is typed must not pass for the answer.
		shell.type('n=42; echo a"$n"z\n');
		await see(shell, 'a42z');
		shell.type('exit\n');
		await shell.ended;
		expect(await shell.session.exitCode()).toBe(0);
	});

	test('the exit code is told', async () => {
		const shell = await open(await contract.cast.idle(), ['sh']);
		shell.type('exit 7\n');
		await shell.ended;
		expect(await shell.session.exitCode()).toBe(7);
	});

	test('letters of every script pass both ways', async () => {
		const shell = await open(await contract.cast.idle(), ['sh']);
		shell.type("echo 'grüße 漢字 😀'\n");
		await see(shell, 'grüße 漢字 😀\r\n');
		await shell.session.close();
	});

	test('the environment is handed on', async () => {
		const ref = await contract.cast.idle();
		const shell = await open(ref, ['sh'], {env: ['DOCKMON_GREETING=hello you']});
		shell.type('echo "<$DOCKMON_GREETING>"\n');
		await see(shell, '<hello you>');
		await shell.session.close();
	});

	test('a working directory is where it begins', async () => {
		const shell = await open(await contract.cast.idle(), ['sh'], {workingDirectory: '/tmp'});
		shell.type('pwd\n');
		await see(shell, '/tmp\r\n');
		await shell.session.close();
	});

	test('root is a user by number', async () => {
		const shell = await open(await contract.cast.idle(), ['sh'], {user: '0'});
		shell.type('whoami\n');
		await see(shell, 'root\r\n');
		await shell.session.close();
	});

	test('the terminal has the size of ours, and follows it', async () => {
		const shell = await open(await contract.cast.idle(), ['sh']);
		await until(() => {
			shell.type('stty size\n');
			return shell.text().includes('33 101');
		}, 'the first size');
		await shell.session.resize(77, 22);
		shell.type('stty size\n');
		await see(shell, '22 77');
		await shell.session.close();
	});

	test('a program that is missing ends with 126 or 127 and says why', async () => {
		const shell = await open(await contract.cast.idle(), ['no-such-program']);
		expect(await shell.ended).toMatch(/exec failed.*not found/s);
		expect([126, 127]).toContain(await shell.session.exitCode());
	});

	test('closing ends what runs, also a program in the foreground, and leaves no process', async () => {
		const ref = await contract.cast.idle();
		const shell = await open(ref, ['sh']);
		shell.type('sleep 3601\n');
		await see(shell, 'sleep 3601');
		await shell.session.close();
		await shell.ended;
		expect(await shell.session.exitCode()).toEqual(expect.any(Number));
		const left = (await contract.processes?.(ref)) ?? [];
		expect(left.filter(line => /3601|^sh$/.test(line))).toEqual([]);
	});

	test('closing twice, or after the end, is fine', async () => {
		const shell = await open(await contract.cast.idle(), ['sh']);
		shell.type('exit\n');
		await shell.ended;
		await shell.session.close();
		await shell.session.close();
		shell.type('typed after the end\n');
		await shell.session.resize(80, 24);
	});

	test('the output ends when the container is killed', async () => {
		const ref = await contract.cast.idle();
		const shell = await open(ref, ['sh']);
		shell.type('echo ready\n');
		await see(shell, 'ready');
		await contract.engine.act(ref, {verb: 'kill'}, contract.signal);
		await shell.ended;
	});

	test('a reader that leaves early can still close', async () => {
		const ref = await contract.cast.idle();
		const options = {argv: ['sh'], columns: 80, rows: 24};
		const before = openSockets();
		const session = await contract.engine.exec(ref, options, contract.signal);
		session.write(Buffer.from('echo ready\n'));
		for await (const _bytes of session.output) break;
		await session.close();
		expect(await session.exitCode()).toEqual(expect.any(Number));
		await until(() => openSockets() <= before + 2, 'the sockets to be closed');
	});

	test('a stopped container is a conflict, an unknown one not found', async () => {
		const ended = await contract.cast.ended();
		await expect(open(ended, ['sh'])).rejects.toMatchObject({
			kind: 'conflict',
			message: expect.stringMatching(notRunning),
		});
		await expect(open(unknownRef(ended), ['sh'])).rejects.toMatchObject({kind: 'not-found'});
	});
};
