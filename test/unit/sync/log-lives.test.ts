import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import type {LogLine} from '../../../source/model/log-line.ts';
import {
	aContainer,
	aLine,
	exited,
	refOf,
	someDetails,
	sourceOf,
	startMillis,
	targetOf,
} from '../../helpers/builders.ts';
import {changed, destroyed, died} from '../../helpers/engine-events.ts';
import {Watcher} from '../../helpers/watcher.ts';

const settle = 100;
const two = [aContainer('api'), aContainer('db')];

const status = (watcher: Watcher) => watcher.user.state.logs.status;

const write = async (watcher: Watcher, name: string, ...texts: readonly string[]) => {
	watcher.engine.log(name).push(texts.map((text, index) => aLine(text, startMillis + index)));
	await watcher.pass();
};

const follow = async (containers = two): Promise<Watcher> => {
	const watcher = await Watcher.begin(containers);
	await watcher.pass(settle);
	return watcher;
};

describe('a container that stops', () => {
	const firstLife = startMillis - 60_000;
	const secondLife = startMillis + 5000;

	const stopped = async (): Promise<Watcher> => {
		const watcher = await Watcher.begin(two, engine =>
			engine.details.set('api', someDetails({startedAtMillis: firstLife})),
		);
		await watcher.pass(settle);
		await write(watcher, 'api', 'one', 'bye');
		watcher.engine.log('api').end();
		await watcher.pass();
		return watcher;
	};

	/** After it was opened again; as engines do, from the line on that was sent last. */
	const goesOn = async (watcher: Watcher, ...lines: readonly LogLine[]): Promise<void> => {
		watcher.engine.log('api').push([aLine('bye', startMillis + 1), ...lines]);
		await watcher.pass();
	};

	const dies = async (watcher: Watcher): Promise<void> => {
		watcher.becomes(aContainer('api', exited(1)), aContainer('db'));
		watcher.engine.emit(died('api'));
		await watcher.pass(3000);
	};

	const starts = async (watcher: Watcher): Promise<void> => {
		watcher.engine.details.set('api', someDetails({startedAtMillis: secondLife}));
		watcher.becomes(...two);
		watcher.engine.emit(changed('api'));
		await watcher.pass(1000);
	};

	test('has a log that ended, and keeps its lines', async () => {
		const watcher = await stopped();
		await dies(watcher);
		expect(status(watcher)).toEqual({kind: 'ended'});
		expect(watcher.log).toEqual(['one', 'bye', '-- stopped, exit 1 --']);
		expect(watcher.engine.logRequests).toHaveLength(1);
	});

	test('is followed again when it starts, behind a line that says so', async () => {
		const watcher = await stopped();
		await dies(watcher);
		await starts(watcher);
		expect(status(watcher)).toEqual({kind: 'following'});
		await goesOn(watcher, aLine('hello again', secondLife + 1));
		expect(watcher.log).toEqual([
			'one',
			'bye',
			'-- stopped, exit 1 --',
			'-- started --',
			'hello again',
		]);
	});

	test('and is started again at once was restarted, and the line tells how it had ended', async () => {
		const watcher = await stopped();
		watcher.engine.emit({...died('api'), kind: 'container.oom'});
		watcher.engine.emit({...died('api'), kind: 'container.died', exitCode: 137});
		await starts(watcher);
		await goesOn(watcher, aLine('hello again', secondLife + 1));
		expect(watcher.log.slice(2)).toEqual(['-- restarted, exit 137 (OOM killed) --', 'hello again']);
		const separator = watcher.user.logs.at(2);
		expect(separator).toMatchObject({source: sourceOf('api'), line: {atMillis: secondLife}});
	});

	test('is followed again after a restart so quick that no list shows it', async () => {
		const watcher = await stopped();
		await starts(watcher);
		await goesOn(watcher, aLine('hello again', secondLife + 1));
		expect(watcher.log).toEqual(['one', 'bye', '-- restarted --', 'hello again']);
	});

	test('is followed again after a restart of which no event told', async () => {
		const watcher = await stopped();
		watcher.engine.details.set('api', someDetails({startedAtMillis: secondLife}));
		await watcher.pass(1000);
		expect(watcher.log).toEqual(['one', 'bye', '-- restarted --']);
	});

	test('is followed through a loop of crashes in which no list ever shows it running', async () => {
		const watcher = await stopped();
		watcher.becomes(aContainer('api', {state: 'restarting', status: 'Restarting (1)'}));
		watcher.engine.emit(died('api'));
		await watcher.pass(1000);
		const said: LogLine[] = [];
		for (const [round, startedAtMillis] of [secondLife, secondLife + 2000].entries()) {
			watcher.engine.details.set('api', someDetails({startedAtMillis}));
			watcher.engine.emit(changed('api'), died('api'));
			await watcher.pass(500);
			await goesOn(watcher, ...said, aLine(`crash ${round}`, startedAtMillis + 1));
			said.push(aLine(`crash ${round}`, startedAtMillis + 1));
			watcher.engine.log('api').end();
			await watcher.pass(500);
		}
		expect(watcher.log.slice(2)).toEqual([
			'-- restarted --',
			'crash 0',
			'-- restarted --',
			'crash 1',
		]);
		await watcher.pass(30_000);
		expect(watcher.engine.logRequests).toHaveLength(3);
	});

	test('goes on where it was read last, without the lines of that instant', async () => {
		const watcher = await stopped();
		await starts(watcher);
		expect(watcher.engine.logRequests[1]?.options).toMatchObject({
			tail: 2000,
			since: `${Math.floor(startMillis / 1000) - 1}.900999999`,
		});
		await goesOn(watcher, aLine('hello', startMillis + 9));
		expect(watcher.log).toEqual(['one', 'bye', '-- restarted --', 'hello']);
	});

	test('and that never ran before, was started and not restarted', async () => {
		const {startedAtMillis: _, ...never} = someDetails();
		const created = aContainer('api', {state: 'created', status: 'Created'});
		const watcher = await Watcher.begin([created], engine => engine.details.set('api', never));
		await watcher.pass(settle);
		watcher.engine.log('api').end();
		await starts(watcher);
		expect(watcher.log).toEqual(['-- started --']);
	});

	test('a stream that ends although the container runs on is opened again, silently', async () => {
		const watcher = await stopped();
		await watcher.pass(1000);
		expect(watcher.engine.logRequests).toHaveLength(2);
		await goesOn(watcher, aLine('bye', startMillis + 2), aLine('more', startMillis + 3));
		expect(watcher.log).toEqual(['one', 'bye', 'bye', 'more']);
	});

	const muchMore = (from: number): readonly LogLine[] =>
		Array.from({length: 5000}, (_, index) => aLine('x', startMillis + from + index));

	test('fetches more where it does not reach back to the line that was read last', async () => {
		const watcher = await stopped();
		await watcher.pass(1000);
		const short = watcher.engine.log('api');
		short.push(muchMore(5000));
		await watcher.pass();
		expect(short.isClosed).toBe(true);
		expect(watcher.engine.logRequests[2]?.options).toMatchObject({tail: 20_000});
		watcher.engine.log('api').push([aLine('bye', startMillis + 1), ...muchMore(50)]);
		await watcher.pass();
		expect(watcher.user.logs.size).toBe(2 + 5000);
	});

	test('says that lines were skipped where more were missed than are fetched', async () => {
		const watcher = await stopped();
		await watcher.pass(1000);
		watcher.engine.log('api').push(muchMore(5000));
		await watcher.pass();
		watcher.engine.log('api').push(muchMore(50));
		await watcher.pass();
		expect(watcher.user.logs.size).toBe(2 + 1 + 5000);
		const gap = watcher.user.logs.at(2);
		expect(gap?.line).toMatchObject({kind: 'gap', reason: 'lines skipped'});
	});
});

describe('a container that is made anew', () => {
	const second = (): ReturnType<typeof aContainer> =>
		aContainer('api', {ref: refOf('api, the second'), createdAtMillis: startMillis + 1000});

	test('is followed where the one before it was, with all that was said before', async () => {
		const watcher = await follow();
		watcher.user.dispatch({type: 'logs/pinned', target: targetOf('api')});
		await watcher.pass(settle);
		await write(watcher, 'api', 'of the first');
		watcher.engine.log('api').end();
		watcher.becomes(aContainer('db'));
		watcher.engine.emit({...died('api'), kind: 'container.died', exitCode: 0}, destroyed('api'));
		await watcher.pass(1500);
		expect(watcher.log).toEqual(['of the first', '-- stopped, exit 0 --']);
		expect(status(watcher)).toEqual({kind: 'gone'});
		const startedAtMillis = startMillis + 1500;
		watcher.engine.details.set('api', someDetails({startedAtMillis}));
		watcher.becomes(second(), aContainer('db'));
		watcher.engine.emit({...changed('api'), ref: second().ref});
		await watcher.pass(500);
		watcher.engine.log('api').push([aLine('of the second', startedAtMillis + 1)]);
		await watcher.pass();
		expect(watcher.log).toEqual([
			'of the first',
			'-- stopped, exit 0 --',
			'-- recreated --',
			'of the second',
		]);
		expect(status(watcher)).toEqual({kind: 'following'});
	});

	test('is shown whole, however much it had said by the time it is read', async () => {
		const watcher = await follow();
		watcher.user.dispatch({type: 'logs/pinned', target: targetOf('api')});
		await watcher.pass(settle);
		watcher.engine.log('api').end();
		watcher.becomes(aContainer('db'));
		watcher.engine.emit(destroyed('api'));
		await watcher.pass(1500);
		const said = Array.from({length: 900}, (_, index) =>
			aLine(`said ${index}`, startMillis + 2000 + index),
		);
		watcher.engine.written.set('api', said);
		watcher.becomes(second(), aContainer('db'));
		watcher.engine.emit({...changed('api'), ref: second().ref});
		await watcher.pass(1500);
		expect(watcher.user.logs.size).toBeGreaterThanOrEqual(900);
		expect(watcher.user.logs.at(watcher.user.logs.size - 900)?.line).toMatchObject({
			text: 'said 0',
		});
	});
});

test('a log of which nothing has come is read from its opening on when its stream was cut', async () => {
	const watcher = await follow();
	const opened = watcher.engine.logRequests.length;
	const past = [aLine('of long ago', startMillis - 60_000)];
	const said = Array.from({length: 900}, (_, index) =>
		aLine(`said ${index}`, startMillis + 1000 + index),
	);
	watcher.engine.written.set('api', [...past, ...said]);
	watcher.engine.log('api').fail(new EngineError('unreachable', 'the stream broke'));
	await watcher.pass(1000);
	expect(watcher.engine.logRequests).toHaveLength(opened + 1);
	expect(watcher.user.logs.size).toBe(900);
	expect(watcher.log.at(-1)).toBe('said 899');
});
