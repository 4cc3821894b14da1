import {expect, test} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {createProcessLister} from '../../../../source/engine/docker/processes.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {refOf} from '../../../helpers/builders.ts';

const {signal} = new AbortController();
const api = refOf('api');
const told = '{"Titles": ["PID"], "Processes": [["1"]]}';
const badArguments = new EngineError('internal', "ps: bad -o argument 'pcpu'");

/** A client that answers with texts or errors in turn; and what it was asked. */
const scripted = (isPodman: boolean, answers: readonly (string | Error)[]) => {
	const asked: unknown[] = [];
	const rest = [...answers];
	const ask = async ({query}: Call) => {
		asked.push(query?.['ps_args']);
		const answer = rest.shift() ?? told;
		if (answer instanceof Error) throw answer;
		return {status: 200, headers: {}, text: answer};
	};
	const client = {ask, isPodman: () => isPodman} as unknown as Client;
	return {asked, lister: createProcessLister(client)};
};

test('the arguments that `ps` knows are found once', async () => {
	const {asked, lister} = scripted(false, [badArguments, badArguments]);
	expect(await lister.list(api, signal)).toMatchObject({processes: [{pid: 1}], total: 1});
	await lister.list(api, signal);
	expect(asked).toEqual([
		'-eo pid,ppid,user,pcpu,rss,time,args',
		'-o pid,ppid,user,rss,time,args',
		undefined,
		undefined,
	]);
});

test('Podman is asked in its own words, and when it says nothing in fewer', async () => {
	const {asked, lister} = scripted(true, ['', '\n']);
	await lister.list(api, signal);
	expect(asked).toEqual([
		'pid,ppid,user,pcpu,rss,time,args',
		'pid,ppid,user,pcpu,time,args',
		undefined,
	]);
});

test('when nothing is ever said, that is an error', async () => {
	const {lister} = scripted(true, ['', '', '']);
	await expect(lister.list(api, signal)).rejects.toMatchObject({
		kind: 'conflict',
		message: 'The engine lists no processes',
	});
});

test('a container that does not run is not asked again', async () => {
	const {asked, lister} = scripted(false, [new EngineError('conflict', 'is not running')]);
	await expect(lister.list(api, signal)).rejects.toMatchObject({kind: 'conflict'});
	expect(asked).toHaveLength(1);
});
