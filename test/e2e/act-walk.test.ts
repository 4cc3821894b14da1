import {appendFileSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import type {ContainerRef} from '../../source/model/ids.ts';
import {answerYes} from '../helpers/answer.ts';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

// Each action by its keys, with what the screen says and what the engine says afterwards.
// DOCKMON_WALK=file writes the screens of the walk there.

const found = await findRealEngine();
if (typeof found === 'string') console.log(`walk through the actions left out: ${found}`);

interface Inspect {
	readonly Name: string;
	readonly RestartCount: number;
	readonly State: {readonly Status: string; readonly Paused: boolean; readonly ExitCode: number};
	readonly HostConfig: {
		readonly NanoCpus: number;
		readonly Memory: number;
		readonly PidsLimit: number;
		readonly RestartPolicy: {readonly Name: string; readonly MaximumRetryCount: number};
	};
}

describe.skipIf(typeof found === 'string')('the actions on a real container', () => {
	if (typeof found === 'string') return;
	let pty: Pty | undefined;

	afterEach(async () => {
		await pty?.dispose();
		pty = undefined;
		await found.cleanup();
	});
	afterAll(() => found.cleanup());

	const say = (title: string, screen: Pty): void => {
		const file = process.env['DOCKMON_WALK'];
		if (file !== undefined) appendFileSync(file, `\n=== ${title}\n${screen.text()}\n`);
	};

	const inspect = async ({id}: ContainerRef): Promise<Inspect> =>
		(await found.get(`/containers/${id}/json`)) as Inspect;

	/** Alone on the list, with the cursor on it. */
	const openAt = async (word: string): Promise<Pty> => {
		pty = await openPty({...dockmon(), columns: 120, rows: 40});
		const screen = pty;
		await screen.until(/containers \d+\/[1-9]/);
		screen.type(`/name:${word}\r`);
		await screen.until(`filter: name:${word}`);
		screen.type('G');
		await screen.until(new RegExp(`^│▌.*${word}`, 'm'));
		return screen;
	};

	/** The question is there, says these words, and is answered once it listens. */
	const yes = async (screen: Pty, question: string, ...words: readonly string[]): Promise<void> => {
		await screen.until(question, 30_000);
		for (const word of words) expect(screen.text()).toContain(word);
		expect(screen.text()).toContain('default: No');
		say(question, screen);
		await answerYes(screen, question);
	};

	const told = async (screen: Pty, words: RegExp): Promise<void> => {
		await screen.until(words, 30_000);
		say(String(words), screen);
	};

	test('pause, signal, rename, limits, restart policy, removal, key by key', async () => {
		const word = `aw${process.pid}`;
		const name = `${word}-old`;
		const script = "trap 'echo got HUP' HUP; echo ready; while :; do sleep 0.2; done";
		const ref = await found.run(script, {name});
		const screen = await openAt(word);
		await screen.until('ready');

		screen.type('p');
		await yes(screen, `Pause ${name}?`, 'docker pause');
		await told(screen, new RegExp(`paused ${name} in \\d`));
		expect((await inspect(ref)).State).toMatchObject({Status: 'paused', Paused: true});
		// The message may be there before the list is.
		await screen.until(/^│▌‖/m, 30_000);

		screen.type('p');
		await yes(screen, `Unpause ${name}?`, 'docker unpause');
		await told(screen, new RegExp(`unpaused ${name} in \\d`));
		expect((await inspect(ref)).State).toMatchObject({Status: 'running', Paused: false});

		screen.type('x');
		await screen.until('Kill, or send a signal');
		say('the menu', screen);
		screen.type('k');
		await screen.until(/SIGHUP +read the configuration again/);
		screen.type('h');
		await yes(screen, `Send SIGHUP to ${name}?`, '--signal=SIGHUP');
		await told(screen, new RegExp(`sent SIGHUP to ${name} in \\d`));
		await screen.until('got HUP');
		expect((await inspect(ref)).State.Status).toBe('running');

		const next = `${word}-new`;
		screen.type('xn');
		await screen.until(`Rename ${name}`);
		screen.type(`\u0015${next}\r`);
		await yes(screen, `Rename ${name} to ${next}?`);
		await told(screen, new RegExp(`renamed ${name} to ${next} in \\d`));
		expect((await inspect(ref)).Name).toBe(`/${next}`);
		await screen.until(new RegExp(`^│▌.*${next}`, 'm'));

		screen.type('xm');
		await screen.until(`Limits of ${next}`);
		screen.type('0.5\t64m\t50');
		await screen.until(/PIDs +50/);
		say('limits', screen);
		screen.type('\r');
		await yes(screen, `Change limits of ${next}?`, '--cpus=0.5', '--memory=64m', '--pids-limit=50');
		await told(screen, new RegExp(`updated ${next} in \\d`));
		expect((await inspect(ref)).HostConfig).toMatchObject({
			...{NanoCpus: 5e8, Memory: 64 * 1024 ** 2, PidsLimit: 50},
		});

		screen.type('xo');
		await screen.until(`Restart policy of ${next}`);
		screen.type('\u001B[C\t3\r');
		await yes(screen, `Change the restart policy of ${next}?`, '--restart=on-failure:3');
		await until(
			async () => (await inspect(ref)).HostConfig.RestartPolicy.Name === 'on-failure',
			'the policy of the engine',
		);
		expect((await inspect(ref)).HostConfig.RestartPolicy.MaximumRetryCount).toBe(3);

		screen.type('xd');
		await screen.until(`Remove ${next}?`);
		say('removal wants the name', screen);
		expect(screen.text()).toContain('It is running, and is killed first.');
		// Neither the letter nor a wrong name is a yes.
		screen.type('y\r');
		await screen.until(`type ${next} to confirm`);
		expect((await inspect(ref)).State.Status).toBe('running');
		screen.type(`\u0015${next}`);
		await screen.until('does it');
		await sleep(400);
		screen.type('\r');
		await told(screen, new RegExp(`removed ${next} in \\d`));
		expect(await inspect(ref)).toMatchObject({
			message: expect.stringContaining('No such container'),
		});
	}, 120_000);

	test('an Esc, an Enter and an n leave everything as it is', async () => {
		const word = `an${process.pid}`;
		const ref = await found.run('while :; do sleep 0.2; done', {name: word});
		const screen = await openAt(word);
		for (const [keys, question] of [
			['p', `Pause ${word}?`],
			['r', `Restart ${word}?`],
			['s', `Stop ${word}?`],
			['xkk', `Send SIGKILL to ${word}?`],
		] as const) {
			for (const no of ['\u001B', '\r', 'n']) {
				screen.type(keys);
				await screen.until(question);
				screen.type(no);
				await screen.until(text => !text.includes(question));
			}
		}
		expect((await inspect(ref)).State).toMatchObject({Status: 'running'});
		expect((await inspect(ref)).RestartCount).toBe(0);
	}, 60_000);
});
