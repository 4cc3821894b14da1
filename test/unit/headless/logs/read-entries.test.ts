import {expect, test} from 'vitest';
import {readEntries} from '../../../../source/headless/logs/read-entries.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {aContainer, aLine, startMillis} from '../../../helpers/builders.ts';
import {FakeEngine} from '../../../helpers/fake-engine.ts';

const two = [aContainer('api'), aContainer('db')];

/** Texts in the order in which they are printed, and the names of what cannot be read. */
const printed = async (engine: FakeEngine) => {
	const {signal} = new AbortController();
	const failed: string[] = [];
	const texts: string[] = [];
	const ports = {engine, signal, onFailure: ({name}: {name: string}) => failed.push(name)};
	for await (const {entry} of readEntries(ports, engine.containers, {})) {
		const {line} = entry;
		texts.push(line.kind === 'line' ? line.text : line.reason);
	}
	return {texts, failed};
};

test('lines of one millisecond come in the order in which they were written', async () => {
	const engine = new FakeEngine(two);
	engine.written.set('api', [aLine('2', startMillis, 200_000), aLine('4', startMillis, 400_000)]);
	engine.written.set('db', [aLine('1', startMillis, 100_000), aLine('3', startMillis, 300_000)]);
	expect((await printed(engine)).texts).toEqual(['1', '2', '3', '4']);
});

test('what has no time stays behind what it came after', async () => {
	const engine = new FakeEngine(two);
	engine.written.set('api', [
		aLine('1', startMillis),
		{kind: 'line', stream: 'stdout', text: '1b'},
		aLine('3', startMillis + 2),
	]);
	engine.written.set('db', [aLine('2', startMillis + 1)]);
	expect((await printed(engine)).texts).toEqual(['1', '1b', '2', '3']);
});

test('a log that cannot be read does not keep back the others', async () => {
	const engine = new FakeEngine(two);
	engine.written.set('db', [aLine('1', startMillis)]);
	engine.trouble('logs api', new EngineError('unsupported', 'no logs'));
	expect(await printed(engine)).toEqual({texts: ['1'], failed: ['api']});
});
