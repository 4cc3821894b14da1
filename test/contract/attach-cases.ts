import {expect, test} from 'vitest';
import type {AttachSession} from '../../source/engine/engine.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {until} from '../helpers/until.ts';
import {type Contract, find, notRunning, openSockets, unknownRef} from './subject.ts';

export const attachCases = (contract: Contract): void => {
	const open = async (ref: ContainerRef) => {
		const size = {columns: 101, rows: 33};
		const session: AttachSession = await contract.engine.attach(ref, size, contract.signal);
		let text = '';
		const ended = (async () => {
			for await (const bytes of session.output) text += Buffer.from(bytes).toString();
		})();
		return {session, ended, text: () => text};
	};

	test('lines of both streams come as they are written, ready for a raw terminal', async () => {
		const attached = await open(await contract.cast.talker());
		expect(attached.session.isTerminal).toBe(false);
		await until(() => attached.text().split('\r\n').length > 3, 'some lines');
		expect(attached.text()).not.toMatch(/\u0000|[^\r]\n/);
		await attached.session.close();
	});

	test('closing leaves the program running', async () => {
		const ref = await contract.cast.talker();
		const before = openSockets();
		const attached = await open(ref);
		await until(() => attached.text() !== '', 'a line');
		await attached.session.close();
		await attached.ended;
		expect(await attached.session.exitCode()).toBeUndefined();
		expect(await find(contract, ref)).toMatchObject({state: 'running'});
		await until(() => openSockets() <= before + 2, 'the sockets to be closed');
	});

	test('what is typed on a terminal comes back, Ctrl-P too', async () => {
		const attached = await open(await contract.cast.terminal());
		expect(attached.session).toMatchObject({isTerminal: true, takesInput: true});
		attached.session.write(Buffer.from('a\u0010z'));
		await until(() => /a.*z/s.test(attached.text()), 'the echo');
		// Podman types the body of the request.
		expect(attached.text()).not.toContain('{}');
		await attached.session.close();
	});

	test('the output ends with the container, and the exit code is told', async () => {
		const ref = await contract.cast.talker();
		const attached = await open(ref);
		await contract.engine.act(ref, {verb: 'kill'}, contract.signal);
		await attached.ended;
		expect(await attached.session.exitCode()).toBe(137);
	});

	test('what has ended is a conflict, what is unknown not found', async () => {
		const ended = await contract.cast.ended();
		await expect(open(ended)).rejects.toMatchObject({
			kind: 'conflict',
			message: expect.stringMatching(notRunning),
		});
		await expect(open(unknownRef(ended))).rejects.toMatchObject({kind: 'not-found'});
	});
};
