import {expect, test} from 'vitest';
import {fieldFaults, oddIn} from '../helpers/field-faults.ts';
import {get} from '../unit/demo/wire.ts';
import {endOf, faultSubject, inTurns} from './faults-subject.ts';

// As in faults-fields.test.ts, for what is asked of one container, or once.

const container = 'shop-api-1';
const shell = {argv: ['sh'], columns: 80, rows: 24};

const json = (values: readonly unknown[]): readonly string[] =>
	values.map(value => JSON.stringify(value) ?? '');

test.each([
	['processes', '/top', '/top?ps_args=-eo%20pid,ppid,user,pcpu,rss,time,args'],
	['changes', '/changes', '/changes'],
] as const)('%s: what cannot be understood is left out', async (what, end, query) => {
	const {demo, engine, breakPath, refOf, signal} = await faultSubject();
	const ref = await refOf(container);
	const own = (await get(demo, `/containers/${ref.id}${query}`)).json;
	const bodies = json(fieldFaults(Array.isArray(own) ? own.slice(0, 3) : own));
	const asked = bodies.values();
	breakPath(end, () => ({body: asked.next().value ?? ''}));
	const seen: unknown[] = [];
	const ends = await inTurns(bodies, () =>
		endOf(engine[what](ref, signal).then(value => seen.push(value))),
	);
	expect(ends.filter(each => !/^(?:fulfilled|protocol|conflict)$/.test(String(each)))).toEqual([]);
	expect(seen.length).toBeGreaterThan(bodies.length / 2);
	expect(oddIn(seen)).toEqual([]);
});

test.each([
	['volumeSizes', '/system/df', '/system/df?type=volume'],
	['imageNames', '/images/json', '/images/json'],
] as const)('%s: what cannot be understood is left out', async (what, end, path) => {
	const {demo, engine, breakPath, signal} = await faultSubject();
	const own = (await get(demo, path)).json;
	const short = Array.isArray(own) ? own.slice(0, 2) : {Volumes: own.Volumes.slice(0, 2)};
	const bodies = json(fieldFaults(short));
	const asked = bodies.values();
	breakPath(end, () => ({body: asked.next().value ?? ''}));
	const seen: unknown[] = [];
	const ends = await inTurns(bodies, () =>
		endOf(engine[what](signal).then(value => seen.push(value))),
	);
	expect(ends.filter(each => each !== 'fulfilled' && each !== 'protocol')).toEqual([]);
	expect(oddIn(seen)).toEqual([]);
});

test('exec: without an id it is no program, and how it ended is a number or not known', async () => {
	const {demo, engine, breakPath, refOf, signal} = await faultSubject();
	const ref = await refOf(container);
	const bodies = json(fieldFaults({Id: 'f'.repeat(64)}));
	const asked = bodies.values();
	breakPath('/exec', () => ({status: 201, body: asked.next().value ?? ''}));
	const ends = await inTurns(bodies, () => endOf(engine.exec(ref, shell, signal)));
	// With an odd id the engine says that there is no such program.
	const odd = bodies.filter((_, index) => !/^(?:protocol|not-found)$/.test(String(ends[index])));
	expect(odd).toEqual([]);

	demo.setFaults(undefined);
	const session = await engine.exec(ref, {...shell, argv: ['true']}, signal);
	for await (const _bytes of session.output);
	const own = (await get(demo, `/exec/${session.id}/json`)).json;
	const states = json(fieldFaults(own).filter(state => !isRunning(state)));
	const told = states.values();
	breakPath(`/exec/${session.id}/json`, () => ({body: told.next().value ?? ''}));
	const codes: unknown[] = [];
	const known = await inTurns(states, () =>
		endOf(session.exitCode().then(code => codes.push(code))),
	);
	expect(known.filter(end => end !== 'fulfilled' && end !== 'protocol')).toEqual([]);
	expect(codes.filter(code => code !== undefined && typeof code !== 'number')).toEqual([]);
	demo.setFaults(undefined);
	await session.close();
});

/** It would be asked again and again. */
const isRunning = (state: unknown): boolean =>
	typeof state === 'object' && state !== null && 'Running' in state && state.Running === true;

test('archive: what a file is, is told as far as it is known', async () => {
	const {demo, engine, breakPath, refOf, signal} = await faultSubject();
	const ref = await refOf(container);
	const header = 'X-Docker-Container-Path-Stat';
	const path = `/containers/${ref.id}/archive?path=/etc/passwd`;
	const own = (await get(demo, path)).headers[header.toLowerCase()];
	const stat = JSON.parse(Buffer.from(String(own), 'base64').toString());
	const spoilt = [...json(fieldFaults(stat)), '', 'not json', '\u001b[2J', '['];
	const asked = spoilt.values();
	breakPath('/archive', () => ({
		body: '',
		headers: {[header]: Buffer.from(asked.next().value ?? '').toString('base64')},
	}));
	const seen: unknown[] = [];
	const ends = await inTurns(spoilt, () =>
		endOf(engine.files.stat(ref, '/etc/passwd', signal).then(facts => seen.push(facts))),
	);
	expect(ends.filter(end => end !== 'fulfilled' && end !== 'protocol')).toEqual([]);
	expect(seen.length).toBeGreaterThan(spoilt.length / 2);
	expect(oddIn(seen)).toEqual([]);
});
